import Foundation

/// A text file of the repository, in lines.
struct SourceFile: Sendable {
  /// From the repository's folder, like `Sources/Canvas/Role.swift`.
  let path: String
  let lines: [String]

  init(_ path: String) throws {
    let file = Self.repository.appendingPathComponent(path)
    self.path = path
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The last part of its path.
  var name: String { path.components(separatedBy: "/").last ?? path }

  /// Each line without its comment, with its number counted from 1.
  var code: [(number: Int, text: String)] {
    lines.enumerated().map { ($0 + 1, $1.components(separatedBy: "//")[0]) }
  }

  /// `Sources/Canvas/Role.swift:3`, as editors and compilers write a place.
  func place(_ number: Int) -> String { "\(path):\(number)" }

  /// All Swift files in a folder and its folders, by path.
  static func all(in folder: String) throws -> [SourceFile] {
    try FileManager.default
      .subpathsOfDirectory(atPath: repository.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { try SourceFile("\(folder)/\($0)") }
  }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
