import Simulation
import Testing
import TokenCore

@testable import LabUI

/// The line at the top, for the same keys under different strategies.
struct VerdictTests {
  @Test(arguments: [
    ("i", "rotation-strict", "● nothing wrong: nobody but alice uses alice's tokens"),
    ("i s", "rotation-strict", "▲ STOLEN: the attacker holds a copy, and nobody has noticed"),
    ("i a", "login-again", "▲ STOLEN: the attacker holds a copy, and nobody has noticed"),
    (
      "i s r R", "rotation-strict",
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, both sign in again"
    ),
    (
      "i s R r", "rotation-strict",
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, both sign in again"
    ),
    (
      "i s r R", "rotation-reject-only",
      "✗ RT1 refused as spent, from the attacker: no alarm, nothing revoked"
    ),
    (
      "i s R r", "rotation-reject-only",
      "✗ RT1 refused as spent, from alice@laptop: no alarm, nothing revoked"
    ),
    (
      "i s r R", "reusable-refresh",
      "▲ STOLEN: the attacker holds a copy, and nobody has noticed"
    ),
    (
      "i s r R i", "rotation-strict",
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, both sign in again"
    ),
    ("i s r R c r i", "rotation-strict", "● nothing wrong: nobody but alice uses alice's tokens"),
  ])
  func `the verdict says how things stand`(keys: String, strategy: String, expected: String) throws
  {
    let strategy = try #require(Strategy.named(strategy))
    let model = LabModel.quiet(strategy).after(keys)
    #expect(model.verdictText(model.chronicle.verdict, isLong: false) == expected)
    #expect(model.frame(.medium).line(1).contains(expected))
  }

  @Test func `only an alarm fills the line`() throws {
    let calm = try LabModel.scenario("victim-first", at: .minutes(19)).frame(.medium)
    let alarm = try LabModel.scenario("victim-first", at: .minutes(21)).frame(.medium)
    #expect(calm.row(1).allSatisfy { $0.role != .alarm })
    #expect(alarm.row(1).allSatisfy { $0.role == .alarm })
  }
}
