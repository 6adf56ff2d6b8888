import Testing

/// A new value on an enum of ours makes the compiler name every place that must decide; a `default:`
/// decides for it.
struct DefaultTests {
  @Test func `no switch over an enum of ours has a default`() throws {
    for file in try SourceFile.all(in: "Sources") {
      for number in Self.defaults(in: file.code) {
        Issue.record(
          "\(file.place(number)): name the cases that are left, so that a new one must be decided on"
        )
      }
    }
  }

  /// Lines with a `default:` whose switch has nothing but cases of an enum. A number, a text or a
  /// constant among the patterns says that not all values could be named; keys are as many as
  /// characters, and Unicode's categories are not ours.
  static func defaults(in code: [(number: Int, text: String)]) -> [Int] {
    code.indices.filter { index in
      guard code[index].text.drop(while: { $0 == " " }).hasPrefix("default:") else { return false }
      let found = head(before: index, in: code.map(\.text))
      return found.subject != "key" && !found.subject.hasSuffix("generalCategory")
        && !found.patterns.isEmpty && found.patterns.allSatisfy(isCase)
    }.map { code[$0].number }
  }

  /// `.spent(at, _): 1`, or a pair of such.
  private static func isCase(_ pattern: String) -> Bool {
    let cases = pattern.prefix { $0 != ":" }
    return (cases.hasPrefix(".") || cases.hasPrefix("(.")) && !cases.contains("\"")
  }

  /// What is switched on, and the patterns of its cases as far as they stand on the first line.
  private static func head(
    before index: Int, in lines: [String]
  ) -> (subject: String, patterns: [String]) {
    let margin = lines[index].prefix { $0 == " " }
    var patterns: [String] = []
    for line in lines[..<index].reversed() where line.prefix(while: { $0 == " " }) == margin {
      let text = line.dropFirst(margin.count)
      if text.hasPrefix("case ") { patterns.append(String(text.dropFirst(5))) }
      if let match = text.firstMatch(of: #/switch (.*) \{$/#) {
        return (String(match.1), patterns)
      }
    }
    return ("", patterns)
  }

  @Test(arguments: [
    ("switch state {\ncase .spent: 1\ndefault: 0\n}", [3]),
    ("switch (left, right) {\ncase (.spent, .spent): 1\ndefault: 0\n}", [3]),
    ("switch state {\ncase .spent: 1\ncase .current: 0\n}", []),
    ("switch byte {\ncase 0...9: 1\ndefault: 0\n}", []),
    ("switch letter {\ncase .down, \"j\": 1\ndefault: 0\n}", []),
    ("switch key {\ncase .down: 1\ndefault: 0\n}", []),
  ])
  func `a default over an enum is told from one over texts and numbers`(
    text: String, expected: [Int]
  ) {
    let lines = text.split(separator: "\n").enumerated().map { (number: $0 + 1, text: String($1)) }
    #expect(Self.defaults(in: lines) == expected)
  }
}
