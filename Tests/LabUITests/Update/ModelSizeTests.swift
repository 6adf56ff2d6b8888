import Foundation
import Testing

/// What stands in `LabModel` is counted, so that what belongs to a pane, a menu or a list does not
/// gather there again.
struct ModelSizeTests {
  private static let most = 119

  @Test func `the model has fewer than 120 members`() throws {
    let members = try Self.sources().flatMap(Self.members)
    #expect(members.contains("let cryptography: any TokenCryptography & TokenAnatomist"))
    #expect(members.count <= Self.most, "\(members.joined(separator: "\n"))")
  }

  /// Every file of the room, as lines.
  private static func sources() throws -> [[Substring]] {
    let room = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/LabUI")
    let files = try #require(FileManager.default.subpaths(atPath: room.path))
    return try files.filter { $0.hasSuffix(".swift") }.map { file in
      try String(contentsOf: room.appendingPathComponent(file), encoding: .utf8)
        .split(separator: "\n")
    }
  }

  /// Functions, properties, initialisers and nested types: the formatter indents them by two.
  private static func members(_ lines: [Substring]) -> [String] {
    var isInside = false
    return lines.compactMap { line in
      if line.first != " " { isInside = line.contains(/^[\w ]*\b(struct|extension) LabModel\b/) }
      guard isInside, line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      let declaration = /^  ([\w()]+ )*(func|var|let|init|subscript|struct|enum|typealias)\b/
      return line.contains(declaration) ? String(line.dropFirst(2)) : nil
    }
  }
}
