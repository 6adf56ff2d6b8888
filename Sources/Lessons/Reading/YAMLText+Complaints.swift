import Yams

extension YAMLText {
  /// What the YAML parser has against the text, in the form of all other complaints: where, what was
  /// expected, what was found.
  func complaint(_ error: YamlError) -> ScenarioError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return complaint(problem, context, mark)
    case .reader(_, let offset, let value, _):
      let digits = String(value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return complaint(
        offset.map(line(atCharacter:)), expected: "text", found: "the control character \(code)")
    case .duplicatedKeysInMapping(let keys, let context):
      return complaint(
        context.mark.line, expected: "each key once",
        found: "\(keys.sorted().first.map(quoted) ?? "a key") more than once")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return complaint(nil, expected: "YAML", found: "\(error)")
    }
  }

  /// Something that was never finished is noticed late, and looked for where it began.
  private func complaint(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark
  ) -> ScenarioError {
    let fault = YAMLFault.all.first { problem.contains($0.problem) }
    let start = fault?.isUnfinished == true ? context?.mark ?? mark : mark
    let expected = fault?.expected ?? Self.expectation(in: problem, context)
    let found = fault?.found ?? words(at: fault?.isAtStart == true ? start : mark)
    return complaint(start.line, expected: expected, found: found)
  }

  private func complaint(_ line: Int?, expected: String, found: String) -> ScenarioError {
    ScenarioError(file: file, line: line, problem: "expected \(expected), found \(found)")
  }

  /// The parser's own words for what it wanted, out of `did not find expected ',' or ']'`.
  private static func expectation(in problem: String, _ context: YamlError.Context?) -> String {
    let words = problem.firstRange(of: "expected ").map { problem[$0.upperBound...] } ?? "YAML"
    return words + (context.map { " " + $0.text } ?? "")
  }

  /// What stands at a place, up to the end of its line.
  private func words(at mark: Mark) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(mark.line - 1) else { return "the end of the file" }
    let rest = oneLine(
      String(
        String.UnicodeScalarView(lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1))))
    guard rest.isEmpty else { return quoted(rest) }
    let isLast = lines[mark.line...].allSatisfy { $0.allSatisfy(\.isWhitespace) }
    return isLast ? "the end of the file" : "the end of the line"
  }

  private func line(atCharacter offset: Int) -> Int {
    1 + text.prefix(offset).count { $0.isNewline }
  }
}

/// One of the YAML parser's problems whose words do not say what was expected.
private struct YAMLFault {
  /// A part of the parser's words.
  let problem: String
  let expected: String?
  /// Nil: what stands there.
  var found: String?
  /// Whether it is told where the unfinished thing began.
  var isUnfinished = false
  /// Whether what stands where that began is what was found.
  var isAtStart = false

  static let all = [
    YAMLFault(
      problem: "could not find expected ':'", expected: "a key and a colon", isUnfinished: true,
      isAtStart: true),
    YAMLFault(
      problem: "unexpected end of stream", expected: "a closing quotation mark",
      found: "the end of the file", isUnfinished: true),
    YAMLFault(
      problem: "unexpected document indicator", expected: "a closing quotation mark",
      isUnfinished: true),
    YAMLFault(problem: "'}'", expected: nil, isUnfinished: true),
    YAMLFault(problem: "']'", expected: nil, isUnfinished: true),
    YAMLFault(problem: "cannot start any token", expected: "a key or a value"),
    YAMLFault(problem: "tab character", expected: "spaces before the first word", found: "a tab"),
    YAMLFault(
      problem: "values are not allowed", expected: "one value, quoted where it has a colon"),
    YAMLFault(problem: "keys are not allowed", expected: "a value"),
    YAMLFault(problem: "entries are not allowed", expected: "a value"),
    YAMLFault(problem: "unknown escape", expected: #"an escape such as \n or \u00E9"#),
    YAMLFault(problem: "invalid Unicode", expected: "the code of a character"),
    YAMLFault(problem: "undefined alias", expected: "a value", found: "an alias of nothing"),
    YAMLFault(problem: "another document", expected: "one document", found: "another one"),
    YAMLFault(problem: "undefined tag", expected: "a value without a tag"),
    YAMLFault(problem: "equal to 0", expected: "an indentation from 1 to 9", found: "0"),
    YAMLFault(problem: "found unexpected ':'", expected: "a value, quoted where it has a colon"),
    YAMLFault(problem: "expected key", expected: "a key as far in as the others"),
    YAMLFault(problem: "expected '-'", expected: "'-' as far in as the others"),
    YAMLFault(problem: "nesting level", expected: "fewer levels", found: "more"),
    YAMLFault(problem: "directive", expected: "a scenario without directives"),
    YAMLFault(problem: "incompatible YAML", expected: "YAML 1.1 or 1.2"),
  ]
}
