/// Everything that is known of one axis, said once: what it is called, what it means, when it means
/// anything, and what it can be set to.
package struct AxisDescription: Sendable {
  /// A name that needs nothing around it, such as `grace window`.
  package let name: String
  /// What it is called in a list, below the axis that it belongs to, such as `length`.
  package let label: String
  /// How far below: 0 for an axis that stands by itself.
  package let depth: Int
  /// The key in a scenario file, inside the mapping that it belongs to.
  package let word: String
  /// One sentence of what it decides.
  package let meaning: String
  /// The specification that has it, with its section; nil where none has.
  package let source: String?
  /// What it can be set to, and what rules have it set to.
  package let scale: AxisScale
  private let condition: (@Sendable (Rules) -> Bool)?

  init(
    _ name: String, label: String? = nil, depth: Int = 0, word: String, meaning: String,
    source: String? = nil, scale: AxisScale, when condition: (@Sendable (Rules) -> Bool)? = nil
  ) {
    self.name = name
    self.label = label ?? name
    self.depth = depth
    self.word = word
    self.meaning = meaning
    self.source = source
    self.scale = scale
    self.condition = condition
  }

  /// Whether it decides anything under these rules.
  package func applies(to rules: Rules) -> Bool {
    if let condition { return condition(rules) }
    return switch scale {
    case .choice(let scale): scale.index(in: rules) != nil
    case .span(let scale): scale.reading(of: rules) != .absent
    case .count(let scale): scale.reading(of: rules) != .absent
    }
  }
}
