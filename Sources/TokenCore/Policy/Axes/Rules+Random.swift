extension Rules {
  /// Any rules without faults. How a client renews comes first, then what a refresh token is, so that
  /// neither is rare; then whatever goes with them.
  package static func random(using random: inout some RandomNumberGenerator) -> Rules {
    var start = Rules(policy: Strategy.rotationStrict.policy)
    let first = [PolicyAxis.renewal, .refreshForm]
    for axis in first { axis.draw(for: &start, using: &random) }
    while true {
      var rules = start
      for axis in PolicyAxis.allCases where !first.contains(axis) {
        axis.draw(for: &rules, using: &random)
      }
      if rules.policy.faults.isEmpty { return rules }
    }
  }
}

extension PolicyAxis {
  /// Draws the axis anew; an axis that these rules do not have stays away.
  func draw(for rules: inout Rules, using random: inout some RandomNumberGenerator) {
    switch described.scale {
    case .choice(let scale):
      guard scale.index(in: rules) != nil else { return }
      scale.choose(scale.drawnIndex(using: &random), in: &rules)
    case .span(let scale):
      guard scale.reading(of: rules) != .absent else { return }
      scale.set(scale.samples.randomElement(using: &random) ?? nil, in: &rules)
    case .count(let scale):
      guard scale.reading(of: rules) != .absent else { return }
      scale.set(scale.samples.randomElement(using: &random) ?? nil, in: &rules)
    }
  }
}

extension ChoiceScale {
  /// A value's place, each as often as its odds say.
  fileprivate func drawnIndex(using random: inout some RandomNumberGenerator) -> Int {
    let tickets = values.indices.flatMap { Array(repeating: $0, count: values[$0].odds) }
    return tickets[Int.random(in: tickets.indices, using: &random)]
  }
}
