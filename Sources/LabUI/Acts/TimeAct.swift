import Narrative
import Simulation
import TokenCore

/// Where in the run it is, and how fast that goes on.
public enum TimeAct: CaseIterable, Hashable, Sendable {
  case runOrPause, step, stepBack, nextDecision, previousDecision, untilRefusal, previousRefusal
  case untilExpiry, untilDetection, untilAttackerIsOut, goTo, toStart, undo, slower, faster

  var row: ActRow {
    switch self {
    case .runOrPause:
      .change(
        [" "], "run", "Let time run, or pause it.",
        unless: { $0.isRunning ? nil : $0.keepingObstacle }
      ) { $0.isRunning.toggle() }
    case .step:
      .travel(["."], "step", "Go to the next event.", unless: \.keepingObstacle) {
        $0.run(until: .nextEvent)
      }
    case .stepBack:
      .travel([","], "step back", "Go back to the event before.", unless: \.startObstacle) {
        $0.goBack(to: .event)
      }
    case .nextDecision:
      .travel(
        ["}"], "next decision", "Run until a server decides something.", unless: \.keepingObstacle
      ) { $0.run(until: .nextDecision) }
    case .previousDecision:
      .travel(
        ["{"], "last decision", "Go back to a server's decision.", unless: \.startObstacle
      ) { $0.goBack(to: .decision) }
    case .untilRefusal:
      .travel(
        ["f", ">"], "to refusal", "Run until a server refuses something.", unless: \.keepingObstacle
      ) { $0.run(until: .nextRefusal) }
    case .previousRefusal:
      .travel(["<"], "last refusal", "Go back to a refusal.", unless: \.startObstacle) {
        $0.goBack(to: .refusal)
      }
    case .untilExpiry:
      .travel(["e"], "to expiry", "Run until a token expires.", unless: \.keepingObstacle) {
        $0.run(until: .nextExpiry)
      }
    case .untilDetection:
      .travel(
        ["d"], "to detection", "Run until a reuse is detected.", unless: \.keepingObstacle
      ) { $0.run(until: .detection) }
    case .untilAttackerIsOut:
      .travel(
        ["t"], "attacker out", "Run until the attacker's access ends.",
        unless: { $0.world.attackerIsOutObstacle ?? $0.keepingObstacle }
      ) {
        $0.isRunning = false
        $0.errand = .searchingEndOfAttack(EndOfAttackSearch(from: $0.history.branch))
      }
    case .goTo:
      .change(["g"], "go to", "Go to a time, back or ahead.") { $0.overlay = .goTo(TimePrompt()) }
    case .toStart:
      .travel(
        ["0"], "start", "Go back to time zero; what was seen stays.", unless: \.startObstacle
      ) { $0.go(to: .start) }
    case .undo:
      .travel(
        ["u"], "undo", "Go back to before the last thing you did.",
        unless: {
          $0.history.branch.ordersGiven.isEmpty ? "you have done nothing yet to undo" : nil
        }
      ) { $0.undo() }
    case .slower:
      .change(
        ["["], "slower", "Let time run slower, down to real time.",
        unless: { $0.speed.slower == nil ? "time runs at its slowest, 1x" : nil }
      ) { $0.speed = $0.speed.slower ?? $0.speed }
    case .faster:
      .change(
        ["]"], "faster", "Let time run faster, up to an hour a second.",
        unless: { $0.speed.faster == nil ? "time runs at its fastest, 3600x" : nil }
      ) { $0.speed = $0.speed.faster ?? $0.speed }
    }
  }
}

extension LabModel {
  fileprivate var startObstacle: String? { world.now == .start ? "this is the start" : nil }
}

extension World {
  /// Why there is no end of the attacker's access to run to.
  fileprivate var attackerIsOutObstacle: String? {
    if attacker.firstTheftAt == nil { return "the attacker has stolen nothing yet" }
    return attacker.accessTokens.isEmpty && attacker.refreshTokens.isEmpty
      && attacker.signingKey == nil
      ? "the attacker holds nothing that opens anything" : nil
  }
}
