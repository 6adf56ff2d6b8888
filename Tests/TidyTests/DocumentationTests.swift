import Testing

/// Whoever uses a room from outside has its comments and nothing else.
struct DocumentationTests {
  /// The rooms in which every public declaration says what it is: those that are libraries.
  private static let documented = ["JOSE", "Simulation", "TokenCore"]

  @Test(arguments: documented)
  func `everything public is explained`(room: String) throws {
    for file in try SourceFile.all(in: "Sources/\(room)") {
      for number in Self.unexplained(in: file.lines) {
        Issue.record(
          "\(file.place(number)): say what it is in a sentence above it (///), or make it package")
      }
    }
  }

  /// The numbers of lines that declare something public with no comment above them: what says
  /// `public`, the cases of a public enum, and what a public protocol asks for. An extension adds to
  /// what is explained elsewhere.
  static func unexplained(in lines: [String]) -> [Int] {
    var open: [Body] = []
    return lines.indices.filter { index in
      let line = lines[index]
      let indent = line.prefix { $0 == " " }.count
      if line.dropFirst(indent).hasPrefix("}") { open.removeAll { $0.indent == indent } }
      let isMember = open.contains { $0.indent + 2 == indent && $0.declares(line) }
      let declared = line.firstMatch(of: #/^ *(?:@\w+(?:\([^)]*\))? )*public (?!extension)/#) != nil
      if declared, line.hasSuffix("{"), let body = Body(line, indent: indent) { open.append(body) }
      return (declared || isMember) && !isExplained(index, in: lines)
    }.map { $0 + 1 }
  }

  /// Whether the line above, or above the attributes that stand there, is a comment.
  private static func isExplained(_ index: Int, in lines: [String]) -> Bool {
    let above = lines[..<index].last { !$0.drop(while: { $0 == " " }).hasPrefix("@") } ?? ""
    return above.drop(while: { $0 == " " }).hasPrefix("///")
  }

  /// The braces of a public enum or protocol, whose members are as public as it is without saying so.
  private struct Body {
    let indent: Int
    private let isEnum: Bool

    init?(_ opening: String, indent: Int) {
      guard let kind = opening.firstMatch(of: #/public (?:indirect )?(enum|protocol) /#)?.1 else {
        return nil
      }
      self.indent = indent
      isEnum = kind == "enum"
    }

    /// Whether a line at the depth of its members declares one.
    func declares(_ line: String) -> Bool {
      isEnum
        ? line.firstMatch(of: #/^ *(?:indirect )?case /#) != nil
        : line.firstMatch(
          of: #/^ *(?:static |mutating )*(?:func|var|init|associatedtype|subscript)\b/#) != nil
    }
  }

  @Test func `a declaration without a comment is seen`() {
    let lines = [
      "/// A thing.", "public struct Thing {", "  public let part: Int", "  /// Its other part.",
      "  @inlinable", "  public var other: Int { part }", "  private let hidden = 1", "}",
    ]
    #expect(Self.unexplained(in: lines) == [3])
  }

  @Test func `a case and a requirement need a comment of their own`() {
    let lines = [
      "/// Kinds.", "public enum Kind: String {", "  /// The first.", "  case first",
      "  case second",
      "  /// Whether it is the first.", "  public var isFirst: Bool {", "    switch self {",
      "    case .first: true", "    case .second: false", "    }", "  }", "}", "/// Asked for.",
      "public protocol Asked {", "  func what() -> Int", "  /// Where.",
      "  var place: Int { get }", "}", "enum Other {", "  case other", "}",
    ]
    #expect(Self.unexplained(in: lines) == [5, 16])
  }
}
