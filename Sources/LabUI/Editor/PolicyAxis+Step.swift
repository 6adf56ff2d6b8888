import TokenCore

extension PolicyAxis {
  /// The draft with the next value of this axis; nil at the end of its values, and where the axis means
  /// nothing.
  package func stepped(_ draft: PolicyDraft, _ step: Step) -> PolicyDraft? {
    guard applies(to: draft) else { return nil }
    var next = draft
    guard described.scale.move(&next.rules, step) else { return nil }
    if self == .renewal { next.restoreRenewal() }
    return next
  }
}

extension AxisScale {
  /// Whether there was anything that way.
  fileprivate func move(_ rules: inout Rules, _ step: Step) -> Bool {
    switch self {
    case .choice(let scale): scale.move(&rules, step)
    case .span(let scale): scale.move(&rules, step)
    case .count(let scale): scale.move(&rules, step)
    }
  }
}

extension ChoiceScale {
  fileprivate func move(_ rules: inout Rules, _ step: Step) -> Bool {
    guard let index = index(in: rules), values.indices.contains(index + step.rawValue) else {
      return false
    }
    choose(index + step.rawValue, in: &rules)
    return true
  }
}

extension CountScale {
  /// One more or one less; no limit stands above the range where there may be none.
  fileprivate func move(_ rules: inout Rules, _ step: Step) -> Bool {
    let next: Int?
    switch (reading(of: rules), step) {
    case (.absent, _), (.unlimited, .forth): return false
    case (.unlimited, .back): next = range.upperBound
    case (.set(let count), _):
      next = range.contains(count + step.rawValue) ? count + step.rawValue : nil
    }
    guard next != nil || (unlimited != nil && step == .forth) else { return false }
    set(next, in: &rules)
    return true
  }
}

extension SpanScale {
  /// No limit stands above the highest rung where there may be none.
  fileprivate func move(_ rules: inout Rules, _ step: Step) -> Bool {
    let present = reading(of: rules)
    guard unlimited != nil else {
      guard let next = present.limit.flatMap({ Ladder.step($0, step, on: rungs) }) else {
        return false
      }
      set(next, in: &rules)
      return true
    }
    guard let next = Ladder.limit(present.limit, step, on: rungs) else { return false }
    set(next, in: &rules)
    return true
  }
}
