import Narrative
import Simulation
import TokenCore

/// What is said of an errand while it is under way, and once a key has stopped it.
extension Errand {
  /// What is under way, in words, and how to stop it; nil where that is only time that passes.
  func progress(in model: LabModel) -> String? {
    switch self {
    case .passing, .watching: nil
    case .going(let instant, _): goingWords(to: instant, at: model.world.now)
    case .goingTogether(let instant): goingWords(to: instant, at: model.duel?.now ?? instant)
    case .settling: "until the wire is quiet: " + nowWords(model.world.now)
    case .searching(let search): "to \(search.goal.words): " + nowWords(search.branch.world.now)
    case .searchingEndOfAttack(let search):
      "to the end of the attack: " + nowWords(search.branch.world.now)
    case .pairing(let pairing):
      "putting side by side: now \(pairing.now.clockText), esc leaves it"
    case .searchingDifference(let search): "to a difference: " + nowWords(search.ahead.now)
    }
  }

  private func goingWords(to instant: Instant, at now: Instant) -> String {
    "going to \(instant.clockText): " + nowWords(now)
  }

  private func nowWords(_ instant: Instant) -> String {
    "now \(instant.clockText), esc stops there"
  }

  /// A key has stopped it: what is shown is the place to which it had come.
  func stop(in model: inout LabModel) {
    switch self {
    case .passing, .settling, .watching: break
    case .going(let instant, _), .goingTogether(let instant):
      model.status = "stopped here, on the way to \(instant.clockText)"
    case .searching(let search):
      model.arrive(search.branch)
      model.status = "stopped here: \(search.goal.words) has not come so far"
    case .searchingEndOfAttack(let search):
      model.arrive(search.branch)
      model.status = "stopped here: the attacker is not out so far, as far as was looked"
    case .pairing: model.status = "stopped: they are not side by side"
    case .searchingDifference(let search):
      model.duel = search.ahead
      model.status = "stopped here: no difference so far"
    }
  }
}
