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
}
