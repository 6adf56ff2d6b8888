import TokenCore

/// Virtual time that is to pass.
struct Passing: Sendable {
  let from: Instant
  let to: Instant

  /// How far it has come of what was asked for, from 0 to 1.
  func share(at now: Instant) -> Double {
    min(1, Double((now - from).milliseconds) / Double(max(1, (to - from).milliseconds)))
  }
}

extension Errand {
  /// How many seconds of virtual time passed in a second, where not all could that the speed asks for.
  func reachedSpeed(in model: LabModel) -> Int? {
    switch self {
    case .passing(let passing): Int(Double(model.speed.factor) * passing.share(at: model.world.now))
    case .watching(let passing):
      model.duel.map { Int(Double(model.speed.factor) * passing.share(at: $0.now)) }
    case .going, .settling, .searching, .searchingEndOfAttack, .pairing, .goingTogether,
      .searchingDifference:
      nil
    }
  }
}
