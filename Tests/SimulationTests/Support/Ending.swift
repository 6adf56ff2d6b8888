import TestRuns
import TokenCore

@testable import Simulation

/// How a story of theft ends: who is still in, and how often the server raised the alarm.
struct Ending: Equatable, CustomStringConvertible {
  var victimIsIn: Bool
  var thiefIsIn: Bool
  var alarms: Int

  init(victimIsIn: Bool, thiefIsIn: Bool, alarms: Int) {
    self.victimIsIn = victimIsIn
    self.thiefIsIn = thiefIsIn
    self.alarms = alarms
  }

  /// The ending of a run for the person at the laptop.
  init(of run: Run) {
    let world = run.world
    victimIsIn = world.clients[0].isSignedIn
    thiefIsIn = world.attacker.refreshTokens.contains { token in
      token.label.map { world.authorizationServer.isUsable($0, at: world.now) } ?? false
    }
    alarms = run.serverEvents.count { if case .refreshTokenReused = $0 { true } else { false } }
  }

  static let nobodyNotices = Ending(victimIsIn: true, thiefIsIn: true, alarms: 0)
  static let thiefIsTurnedAway = Ending(victimIsIn: true, thiefIsIn: false, alarms: 0)
  static let thiefTakesOver = Ending(victimIsIn: false, thiefIsIn: true, alarms: 0)
  static let victimIsLockedOut = Ending(victimIsIn: false, thiefIsIn: false, alarms: 0)
  static let bothAreOut = Ending(victimIsIn: false, thiefIsIn: false, alarms: 1)

  var description: String {
    "victim \(victimIsIn ? "in" : "out"), thief \(thiefIsIn ? "in" : "out"), \(alarms) alarms"
  }
}
