import Simulation
import TokenCore

/// What is tried, in order.
extension Inquiry {
  /// Something to try: short enough for one slice.
  enum Attempt: Sendable {
    /// Further back: when the request would have had to come.
    case earlier(WayBack)
    case later
    /// A length of time in the policy.
    case knob(Knob)
    case supposition(Supposition)
    /// The first of a pair: whether it gets further than before.
    case first(Supposition)
    case pair(Supposition, Supposition)
  }

  var firstAgenda: ArraySlice<Attempt> {
    let time: Attempt = original.isGranted ? .later : .earlier(WayBack(of: trial, self))
    return [time] + Knob.allCases.map(Attempt.knob) + suppositions.map(Attempt.supposition)
  }

  /// Tries the next thing; false when there is nothing left.
  mutating func next() -> Bool {
    if agenda.isEmpty, counterfactuals.isEmpty, !isPairing {
      isPairing = true
      agenda = singles.map(Attempt.first)[...]
    }
    guard let attempt = agenda.popFirst() else { return false }
    attend(to: attempt)
    return true
  }

  mutating func run() {
    while next() {}
  }

  private mutating func attend(to attempt: Attempt) {
    switch attempt {
    case .earlier(let way): goBack(way)
    case .later: tryLater()
    case .knob(let knob): if isWorthTurning(knob) { turn(knob) }
    case .supposition(let supposition): self.attempt([supposition])
    case .first(let first): tryPairs(with: first)
    case .pair(let first, let second): pair(first, second)
    }
  }

  /// One change further back; where that was the last, the first that turns the answer is known.
  private mutating func goBack(_ way: WayBack) {
    var way = way
    guard !way.next(self) else { return agenda.insert(.earlier(way), at: agenda.startIndex) }
    if let found = way.found { note(found.with(way.suppositions)) }
    guard way.suppositions.isEmpty else { return }
    tried += 1
    if counterfactuals.isEmpty { tryLater() }
  }

  private mutating func tryLater() {
    tried += 1
    if let counterfactual = trial.firstLaterCounterfactual(self) { note(counterfactual) }
  }
}

extension WhatIf.Counterfactual {
  /// The same where this was supposed, too.
  fileprivate func with(_ others: [Supposition]) -> Self {
    Self(suppositions: suppositions + others, answer: answer, inFrontOf: inFrontOf)
  }
}
