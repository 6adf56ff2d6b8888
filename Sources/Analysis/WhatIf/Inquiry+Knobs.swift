import Simulation
import TokenCore

/// What the policy would have had to say.
extension Inquiry {
  /// Whether the knob could have anything to do with the request.
  func isWorthTurning(_ knob: Knob) -> Bool {
    let isCall = trial.presentation.request.isCall
    switch knob {
    case .grace: return subject.refreshToken.map { !$0.isCurrent } ?? false
    case .graceForAny:
      return (subject.refreshToken.map { !$0.isCurrent } ?? false) && !hasTurned(.grace)
    case .idleLifetime, .absoluteLifetime: return subject.refreshToken != nil
    case .leeway: return isCall || isIntrospection
    case .accessLifetime: return subject.accessToken != nil
    case .reissueWindow: return !isCall && subject.claims != nil
    case .ssoIdle, .ssoAbsolute: return isSilentSignIn
    case .maxAge, .sessionIdle, .sessionAbsolute, .introspectionCache, .keySetCache: return isCall
    case .denyListDelay, .statusListTTL: return isCall && original.isGranted
    case .spendingGap:
      return original.isGranted && subject.refreshToken.map { !$0.isCurrent } ?? false
    }
  }

  private var isSilentSignIn: Bool {
    if case .authorizationRequest(let request) = trial.presentation.request {
      request.isSilent
    } else {
      false
    }
  }

  private var isIntrospection: Bool {
    if case .introspectionRequest = trial.presentation.request { true } else { false }
  }

  private func hasTurned(_ knob: Knob) -> Bool {
    counterfactuals.contains { $0.suppositions.contains { $0.knob == knob } }
  }

  /// More of it for what was refused, less of it for what was granted; of a cache either, because it
  /// keeps good answers and bad ones.
  mutating func turn(_ knob: Knob) {
    guard let set = knob.reading(policy).span else { return }
    tried += 1
    for extreme in ends(of: knob) where extreme != set {
      if let found = nearest(of: knob, set: set, extreme: extreme, with: []) {
        return attempt([found])
      }
    }
  }

  private func ends(of knob: Knob) -> [TimeSpan] {
    switch knob {
    case .introspectionCache, .keySetCache: [knob.least, Knob.most]
    case .grace, .graceForAny, .leeway, .accessLifetime, .idleLifetime, .absoluteLifetime,
      .reissueWindow, .maxAge, .sessionIdle, .sessionAbsolute, .ssoIdle, .ssoAbsolute,
      .denyListDelay, .statusListTTL, .spendingGap:
      original.isGranted ? [knob.least] : [Knob.most]
    }
  }

  /// The setting nearest to what is set that turns the answer, in whole seconds, if the extreme one
  /// does.
  func nearest(
    of knob: Knob, set: TimeSpan, extreme: TimeSpan, with others: [Supposition]
  ) -> Supposition? {
    let supposition = { (seconds: Int64) -> Supposition in
      extreme > set ? .atLeast(knob, .seconds(seconds)) : .atMost(knob, .seconds(seconds))
    }
    let isTurned = { (seconds: Int64) in
      answer(under: others + [supposition(seconds)]).map(self.isTurned) ?? false
    }
    let (from, to) = (extreme.wholeSeconds, Self.seconds(of: set, towards: extreme))
    guard from != to, isTurned(from) else { return nil }
    return supposition(Bisection.lastHolding(from: from, to: to, hints: hints, isTurned))
  }

  /// A setting that is no whole number of seconds counts as the next one on its own side.
  private static func seconds(of set: TimeSpan, towards extreme: TimeSpan) -> Int64 {
    let whole = set.wholeSeconds
    return extreme < set && TimeSpan.seconds(whole) < set ? whole + 1 : whole
  }

  /// The knobs at their ends, for pairs.
  var extremes: [Supposition] {
    Knob.allCases.filter(isWorthTurning).flatMap { knob -> [Supposition] in
      guard let set = knob.reading(policy).span else { return [] }
      return ends(of: knob).filter { $0 != set }.map { end in
        end > set ? .atLeast(knob, end) : .atMost(knob, end)
      }
    }
  }

  /// How long it was since whatever a length of time may count from, in whole seconds, rounded up.
  private var hints: [Int64] {
    subject.beginnings.filter { $0 <= trial.instant }
      .map { (trial.instant - $0).milliseconds / 1000 + 1 }
  }
}
