import Testing

/// A new value on an enum of ours makes the compiler name every place that must decide; a `default:`
/// decides for it.
struct DefaultTests {
  @Test func `no switch over an enum of ours has a default`() throws {
    for file in try SourceFile.all(in: "Sources") {
      let found = Self.defaults(in: file.code)
      guard found.count > Self.remaining[file.name, default: 0] else { continue }
      for number in found {
        Issue.record(
          "\(file.place(number)): name the cases that are left, so that a new one must be decided on"
        )
      }
    }
  }

  /// How many are left, by file: a number may fall and none may rise.
  private static let remaining: [String: Int] = [
    "Act+Command.swift": 3,
    "Act+Obstacle.swift": 1,
    "Act+Wire.swift": 2,
    "Column+Reading.swift": 1,
    "Command+Party.swift": 1,
    "Evidence+Claims.swift": 1,
    "Holding.swift": 1,
    "HoldingText.swift": 1,
    "Inquiry+Knobs.swift": 1,
    "Inquiry+Suppositions.swift": 1,
    "JSONValue.swift": 1,
    "LabModel+Update.swift": 1,
    "Meter.swift": 1,
    "PolicyAxis+Renewal.swift": 3,
    "PolicyAxis+Step.swift": 4,
    "PolicyAxis+Value.swift": 5,
    "PolicyFault.swift": 1,
    "ResidualAccess.swift": 1,
    "StoryText.swift": 2,
    "WhyText.swift": 1,
    "WireWords.swift": 1,
    "World+Wire.swift": 1,
    "WorldStep+Access.swift": 1,
    "WorldStep+Clients.swift": 1,
    "WorldStep+Families.swift": 1,
    "WorldStep+Forgeries.swift": 1,
    "WorldStep+Rows.swift": 1,
    "WorldStep+Wire.swift": 2,
  ]

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
