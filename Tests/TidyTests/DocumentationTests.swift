import Testing

/// Whoever uses a room from outside has its comments and nothing else.
struct DocumentationTests {
  /// The rooms in which every public declaration says what it is.
  private static let documented: [String] = []

  @Test(arguments: documented)
  func `everything public is explained`(room: String) throws {
    for file in try SourceFile.all(in: "Sources/\(room)") {
      for number in Self.unexplained(in: file.lines) {
        Issue.record(
          "\(file.place(number)): say what it is in a sentence above it (///), or make it package")
      }
    }
  }

  /// The numbers of lines that declare something public with no comment above them. An extension
  /// adds to what is explained elsewhere.
  static func unexplained(in lines: [String]) -> [Int] {
    lines.indices.filter { index in
      guard lines[index].contains("public "),
        lines[index].firstMatch(of: #/^ *(?:@\w+(?:\([^)]*\))? )*public (?!extension)/#) != nil
      else { return false }
      let above = lines[..<index].last { !$0.drop(while: { $0 == " " }).hasPrefix("@") } ?? ""
      return !above.drop(while: { $0 == " " }).hasPrefix("///")
    }.map { $0 + 1 }
  }

  @Test func `a declaration without a comment is seen`() {
    let lines = [
      "/// A thing.", "public struct Thing {", "  public let part: Int", "  /// Its other part.",
      "  @inlinable", "  public var other: Int { part }", "  private let hidden = 1", "}",
    ]
    #expect(Self.unexplained(in: lines) == [3])
  }
}
