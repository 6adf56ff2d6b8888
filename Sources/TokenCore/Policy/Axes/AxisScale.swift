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
  /// What is said of no limit, which stands above the range; nil where there has to be a number.
  package let unlimited: String?
  /// What random rules draw from; nil for no limit.
  let samples: [Int?]
  private let read: @Sendable (Rules) -> CountReading
  private let write: @Sendable (inout Rules, Int?) -> Void

  /// A number that all rules have.
  init(
    _ place: WritableKeyPath<Rules, Int> & Sendable, range: ClosedRange<Int>, samples: [Int]
  ) {
    (self.range, self.samples, unlimited) = (range, samples, nil)
    read = { .set($0[keyPath: place]) }
    write = { if let count = $1 { $0[keyPath: place] = count } }
  }

  /// A limit in a part that some rules have; `unlimited` says that there is none.
  init<Part>(
    _ part: WritableKeyPath<Rules, Part?> & Sendable,
    _ place: WritableKeyPath<Part, Int?> & Sendable, range: ClosedRange<Int>, unlimited: String,
    samples: [Int?]
  ) {
    (self.range, self.samples, self.unlimited) = (range, samples, unlimited)
    read = { rules in
      guard let part = rules[keyPath: part] else { return .absent }
      return part[keyPath: place].map(CountReading.set) ?? .unlimited
    }
    write = { $0[keyPath: part]?[keyPath: place] = $1 }
  }

  /// What the rules have.
  package func reading(of rules: Rules) -> CountReading { read(rules) }

  /// Sets the number, nil for no limit; changes nothing where the rules have no such axis, or where there
  /// has to be a number and none is given.
  package func set(_ count: Int?, in rules: inout Rules) { write(&rules, count) }
}

/// What rules say of a number.
package enum CountReading: Hashable, Sendable {
  /// There is no such thing under these rules.
  case absent
  /// There could be a limit, and there is none.
  case unlimited
  /// So many.
  case set(Int)
}
