/// What an axis can be set to.
package enum AxisScale: Sendable {
  /// One of a few values.
  case choice(ChoiceScale)
  /// A length of time.
  case span(SpanScale)
  /// A whole number.
  case count(CountScale)
}

/// An axis that is a choice: its values, and which of them the rules have.
package struct ChoiceScale: Sendable {
  /// Every value, in the order in which a person would try them.
  package let values: [ValueDescription]
  private let read: @Sendable (Rules) -> Int?
  private let write: @Sendable (inout Rules, Int) -> Void

  init<Choice: AxisChoice>(_ place: AxisPlace<Choice>) {
    let choices = Array(Choice.allCases)
    values = choices.map(\.described)
    read = { rules in place.read(rules).flatMap { choices.firstIndex(of: $0) } }
    write = { place.write(&$0, choices[$1]) }
  }

  /// No, then yes, each with one sentence of what it means.
  init(_ place: AxisPlace<Bool>, no: String, yes: String) {
    values = [
      ValueDescription("no", label: "no", meaning: no),
      ValueDescription("yes", label: "yes", meaning: yes),
    ]
    read = { rules in place.read(rules).map { $0 ? 1 : 0 } }
    write = { place.write(&$0, $1 == 1) }
  }

  /// Which of `values` is chosen; nil where these rules have no such axis.
  package func index(in rules: Rules) -> Int? { read(rules) }

  /// Chooses one of `values` by its place among them; changes nothing where there is no such axis.
  package func choose(_ index: Int, in rules: inout Rules) { write(&rules, index) }
}

/// An axis that is a whole number.
package struct CountScale: Sendable {
  /// What it may be.
  package let range: ClosedRange<Int>
  /// What random rules draw from.
  let samples: ClosedRange<Int>
  let place: WritableKeyPath<Rules, Int> & Sendable

  /// What the rules have.
  package func count(in rules: Rules) -> Int { rules[keyPath: place] }
}
