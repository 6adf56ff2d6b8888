extension AxisScale {
  /// What the rules have, in a few words; empty where they have no such axis.
  package func words(in rules: Rules) -> String {
    switch self {
    case .choice(let scale): scale.index(in: rules).map { scale.values[$0].label } ?? ""
    case .span(let scale): scale.words(in: rules)
    case .count(let scale): scale.words(in: rules)
    }
  }
}

extension SpanScale {
  fileprivate func words(in rules: Rules) -> String {
    switch reading(of: rules) {
    case .absent: ""
    case .unlimited: unlimited ?? ""
    case .set(let span): least < .zero ? span.offsetWords : span.shortText
    }
  }
}

extension CountScale {
  fileprivate func words(in rules: Rules) -> String {
    switch reading(of: rules) {
    case .absent: ""
    case .unlimited: unlimited ?? ""
    case .set(let count): "\(count)"
    }
  }
}

extension TimeSpan {
  /// `right`, `5m ahead`, `1m behind`.
  fileprivate var offsetWords: String {
    if self == .zero { return "right" }
    return self > .zero ? "\(shortText) ahead" : "\(times(-1).shortText) behind"
  }
}
