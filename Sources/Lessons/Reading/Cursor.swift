import Yams

/// A value in a file together with where it stands, so that every complaint about it can say so.
struct Cursor {
  private let node: Node
  /// What complaints call it: its key in single quotes, or a phrase such as `a device`.
  let label: String
  let line: Int
  let file: String

  init(_ node: Node, label: String, line: Int, file: String) {
    self.node = node
    self.label = label
    self.line = line
    self.file = file
  }

  /// Whether it is a mapping, for keys that take a word or a mapping.
  var isMapping: Bool { node.mapping != nil }

  func error(_ problem: String) -> ScenarioError {
    ScenarioError(file: file, line: line, problem: problem)
  }

  /// The one form of complaint: the label, what was expected, what was found.
  func wants(_ expectation: String) -> ScenarioError {
    error("\(label) wants \(expectation), found \(found)")
  }

  private var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : quoted(scalar.string)
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

extension Cursor {
  /// The text of a plain, quoted or folded value; nil for a list or a mapping.
  var text: String? {
    node.scalar.flatMap { Self.textTags.contains($0.tag.description) ? $0.string : nil }
  }

  /// No tag, and the two that say "text": everything else would promise a type that is not read.
  private static let textTags = ["", "!", "tag:yaml.org,2002:str"]

  /// The pairs of a mapping, keys as text; nil for anything else.
  var pairs: [(key: String, value: Cursor)]? {
    guard let mapping = node.mapping else { return nil }
    return mapping.map { key, value in
      let name = key.scalar?.string ?? ""
      let line = key.mark?.line ?? self.line
      return (name, Cursor(value, label: "'\(name)'", line: line, file: file))
    }
  }

  /// The items of a list.
  func items(_ label: String, atMost limit: Int) throws(ScenarioError) -> [Cursor] {
    guard let sequence = node.sequence else { throw wants("a list") }
    guard sequence.count <= limit else {
      throw error("\(self.label) wants at most \(limit) items, found \(sequence.count)")
    }
    return sequence.map {
      Cursor($0, label: label, line: $0.mark?.line ?? line, file: file)
    }
  }
}
