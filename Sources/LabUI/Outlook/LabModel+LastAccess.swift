import Analysis
import Narrative
import Simulation
import TokenCore

/// Running until the attacker is out.
extension LabModel {
  /// Goes to the moment from which nothing that the attacker holds opens anything, whatever it might
  /// do; the others go on as they would.
  mutating func runUntilAttackerIsOut() {
    isRunning = false
    guard let branch = history.branch.reachingEndOfAttack() else {
      let span = RunUntil.horizon.shortText
      status = "no end of the attacker's access in \(span), as far as was looked"
      return
    }
    history.move { $0 = branch }
    chronicle.observe(trace)
    selectedRow = nil
    status = "the attacker's access ends here"
  }
}

extension World {
  /// Why there is no end of the attacker's access to run to.
  var attackerIsOutObstacle: String? {
    if attacker.firstTheftAt == nil { return "the attacker has stolen nothing yet" }
    return attacker.accessTokens.isEmpty && attacker.refreshTokens.isEmpty
      && attacker.signingKey == nil
      ? "the attacker holds nothing that opens anything" : nil
  }
}
