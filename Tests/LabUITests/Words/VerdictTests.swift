import Simulation
import Testing
import TokenCore

@testable import LabUI
@testable import Narrative

/// The line at the top, for the same keys under different strategies.
struct VerdictTests {
  @Test(arguments: [
    ("i", "rotation-strict", "● nothing wrong: nobody has stolen anything"),
    ("i s", "rotation-strict", "▲ STOLEN: the attacker holds a copy, and nobody has noticed"),
    ("i a", "login-again", "▲ STOLEN: the attacker holds a copy, and nobody has noticed"),
    (
      "i s r R", "rotation-strict",
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, neither can renew it"
    ),
    (
      "i s R r", "rotation-strict",
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, neither can renew it"
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
      "✗ REUSE DETECTED  RT1 used twice: f1 REVOKED, neither can renew it"
    ),
    ("i s r R c r i", "rotation-strict", "● nothing wrong now: what was stolen opens nothing"),
  ])
  func `the verdict says how things stand`(keys: String, strategy: String, expected: String) throws
  {
    let strategy = try #require(Strategy.named(strategy))
    let model = LabModel.quiet(strategy).after(keys)
    #expect(Rendering(model: model).verdictLine.text(isLong: false) == expected)
    #expect(model.frame(.medium).line(1).contains(expected))
  }

  @Test func `a sign-in of the attacker's own outlasts the person's next one`() {
    var model = LabModel.quiet().after("i")
    _ = model.attempt(.attacker(.startFlow))
    model.finish()
    let words = "▲ STOLEN: the attacker has signed itself in, and nobody has noticed"
    #expect(model.frame(.medium).line(1).contains(words))
    #expect(model.frame(.medium).line(2).contains("log-out end the attacker's session"))
    #expect(model.family?.id == FamilyID(index: 0))
    let told = model.chronicle.rows.map { row in
      model.trace.events[row.event].storyText(in: model.setting).what
    }
    #expect(told.contains("GET /authorize s1 silent"))
    #expect(model.after("o i").frame(.medium).line(1).contains(words))
  }

  @Test func `a log-out is no alarm and stops nothing`() {
    var model = LabModel.quiet().after("i space o")
    _ = model.update(.tick(milliseconds: 1000))
    #expect(model.isRunning && !model.chronicle.verdict.isAlarm)
    #expect(model.frame(.medium).text.contains("logged out"))
  }

  @Test func `nothing is called calm while a copy still opens the API`() throws {
    for seconds in stride(from: 0, through: 1800, by: 20) {
      let model = try LabModel.scenario("attacker-first", at: .seconds(Int64(seconds)))
      let server = model.world.authorizationServer
      let opens = model.world.attacker.accessTokens.compactMap(\.label).contains { id in
        model.world.now < server.record(of: id).expiresAt
      }
      #expect(!opens || model.verdictNow != .calm, "at \(seconds)s")
    }
    let between = try LabModel.scenario("attacker-first", at: .minutes(20)).frame(.medium).line(1)
    #expect(between == " ▲ STOLEN: the attacker's AT2 still opens the API, until 27:00")
    let after = try LabModel.scenario("attacker-first", at: .minutes(27)).frame(.medium).line(1)
    #expect(after.hasPrefix(" ● nothing wrong"))
  }

  @Test func `a copy that only another API still takes is not called harmless`() throws {
    let at = { try LabModel.scenario("two-apis", under: .twoExpiryJWT, at: .minutes($0)) }
    let later = try at(20).after("o i")
    #expect(
      later.frame(.medium).line(1).contains("the attacker's AT1 still opens the API, until 5d"))
    #expect(try at(5).world.standingText(AccessTokenID(index: 0)) == "AT1 active until 10:00.0")
    #expect(
      try at(20).world.standingText(AccessTokenID(index: 0)) == "AT1 past useExp, exp 5d 0:00:00.0")
  }

  @Test func `a reuse without a thief is called a false alarm`() throws {
    let honest = try LabModel.scenario("lost-response", at: .seconds(970))
    #expect(honest.frame(.medium).line(1).contains("f1 REVOKED, a false alarm"))
    #expect(honest.frame(.large).line(1).contains("f1 REVOKED, a false alarm"))
    #expect(!honest.frame(.large).text.contains("both must sign in"))
    let theft = try LabModel.scenario("victim-first", at: .minutes(21))
    #expect(theft.frame(.large).line(1).contains("f1 REVOKED, neither can renew it"))
  }

  @Test func `only an alarm fills the line`() throws {
    let calm = try LabModel.scenario("victim-first", at: .minutes(19)).frame(.medium)
    let alarm = try LabModel.scenario("victim-first", at: .minutes(21)).frame(.medium)
    #expect(calm.row(1).allSatisfy { $0.role != .alarm })
    #expect(alarm.row(1).allSatisfy { $0.role == .alarm })
  }
}
