import Yams

extension YAMLText {
  /// The file's one document as a tree; an error of the YAML itself comes in the same one-line form
  /// as all others.
  func rootCursor() throws(ScenarioError) -> Cursor {
    do {
      let parser = try Parser(yaml: padded, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        throw ScenarioError(file: file, line: 1, problem: "expected a scenario, found nothing")
      }
      return Cursor(node, label: "a scenario", line: 1, file: file)
    } catch let error as ScenarioError {
      throw error
    } catch let error as YamlError {
      throw complaint(error)
    } catch {
      throw ScenarioError(file: file, problem: "expected YAML, found \(error)")
    }
  }

  /// Contiguous and never so short that Swift keeps it inside the string value itself: the parser
  /// holds on to a pointer to the bytes.
  private var padded: String {
    var copy = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if copy.utf8.count < 16 { copy += String(repeating: "\n", count: 16) }
    copy.makeContiguousUTF8()
    return copy
  }

  private func complaint(_ error: YamlError) -> ScenarioError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return complaint(problem, context, mark)
    case .reader(let problem, let offset, let value, _):
      let hex = String(value, radix: 16, uppercase: true)
      return ScenarioError(
        file: file, line: offset.map(line(atCharacter:)),
        problem: "expected YAML, found \(problem) (U+\(hex))")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first.map(quoted) ?? "a key"
      return ScenarioError(
        file: file, line: context.mark.line,
        problem: "expected each key once, found \(key) more than once")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return ScenarioError(file: file, problem: "expected YAML, found \(error)")
    }
  }

  /// Something that was never finished is noticed late, and looked for where it began.
  private func complaint(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark
  ) -> ScenarioError {
    let isUnfinished = ["find expected ':'", "end of stream", "'}'", "']'"].contains {
      problem.contains($0)
    }
    let line = isUnfinished ? context?.mark.line ?? mark.line : mark.line
    let whereabouts = context.map { " (\($0.text))" } ?? ""
    return ScenarioError(
      file: file, line: line, problem: "expected YAML: \(problem)\(whereabouts)")
  }

  private func line(atCharacter offset: Int) -> Int {
    1 + text.prefix(offset).count { $0.isNewline }
  }
}
