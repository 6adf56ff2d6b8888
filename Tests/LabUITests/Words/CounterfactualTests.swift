import Analysis
import Canvas
import JOSE
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// What would have turned an answer, and what its giver could not tell, as sentences.
struct CounterfactualTests {
  private func lines(
    _ scenario: String, under strategy: Strategy? = nil, at instant: TimeSpan
  ) throws -> (counterfactuals: [String], blind: [String]) {
    let outlook = try Retold(scenario, under: strategy).outlook(at: .start + instant)
    let lines = { (part: [[Span]]) in part.dropFirst().map { $0.map(\.text).joined() } }
    return (
      lines(try #require(outlook).turnLines(width: 200)),
      lines(try #require(outlook).blindLines(width: 200))
    )
  }

  @Test func `a reuse is told with what would have made it none`() throws {
    let (counterfactuals, blind) = try lines("victim-first", at: .minutes(20) + .milliseconds(100))
    #expect(
      counterfactuals == [
        "· accepted if presented 4 min 58.8 s earlier, before RT1 was spent",
        "· accepted with a grace of 4 min 59 s or more",
        "· accepted if refresh tokens were good for many uses",
        "· accepted if RT1 had not been spent",
      ])
    #expect(
      blind == [
        "· it sees the refresh token, client_id, the time",
        "· not who sends it: a client_id is no secret, and the token is anybody's (RFC 9700 §4.14)",
        "· not which of the two who presented it is a thief, if any (RFC 9700 §4.14.2)",
      ])
  }

  @Test func `a served call is told with its end, and with what it did not look at`() throws {
    let (counterfactuals, blind) = try lines("victim-first", at: .minutes(25) + .milliseconds(100))
    #expect(
      counterfactuals == [
        "· refused if presented 5 min 0.9 s later, from 30:01.0 on",
        "· refused with access tokens that live 9 min 59 s or less",
        "· refused if the API asked the server at every call",
        "· refused if the signing keys had been withdrawn",
      ])
    #expect(
      blind.suffix(3) == [
        "· not whether family, account and role still stand: it asks nobody until exp (RFC 7009 §3)",
        "· the same answer if AT2 had been presented before, by anybody, or if alice's account had "
          + "been disabled, or if alice had changed the password and ended all sessions",
        "· in fact f1 had been revoked at 20:00.1, because of reuse",
      ])
  }

  @Test func `a dead family is told with the moment before its end`() throws {
    let (counterfactuals, _) = try lines("victim-first", at: .minutes(30) + .milliseconds(2300))
    #expect(
      counterfactuals == [
        "· accepted if presented 10 min 2.2 s earlier, before f1 was revoked",
        "· accepted if f1 had not been revoked",
      ])
  }

  @Test func `a copy without the key is told what it lacks`() throws {
    let (counterfactuals, blind) = try lines(
      "attacker-first", under: .senderConstrained, at: .minutes(12) + .milliseconds(100))
    #expect(counterfactuals == ["· accepted with a proof by the key that f1 is bound to"])
    #expect(blind.contains { $0.contains("the token is anybody's") })
    let (_, owner) = try lines(
      "attacker-first", under: .senderConstrained, at: .minutes(15) + .milliseconds(1300))
    #expect(owner.first == "· it sees the refresh token, client_id, a proof of the key, the time")
    #expect(owner.contains { $0.contains("who used the key") && $0.contains("RFC 9449") })
  }

  @Test func `a token that nobody issued is told that nothing helps`() throws {
    let request = ExplicitRequest(
      endpoint: .token,
      parameters: [
        .init("grant_type", .text("refresh_token")), .init("client_id", .text("web")),
        .init("refresh_token", .text("made-up")),
      ])
    let retold = Retold(
      Setting(strategy: .rotationStrict), [(.start, .visitor(request))], until: .start + .minutes(1)
    )
    let outlook = try #require(retold.outlook(at: .start + .milliseconds(100)))
    #expect(
      outlook.turnLines(width: 200).last?.last?.text.hasPrefix("nothing that was tried") == true)
    #expect(outlook.blindLines(width: 200).last?.last?.text.contains("made up") == true)
  }

  @Test func `spans are told in two ways, and neither shortens a need`() {
    #expect(TimeSpan.milliseconds(298_801).words == "4 min 58.9 s")
    #expect(TimeSpan.milliseconds(298_800).words == "4 min 58.8 s")
    #expect(TimeSpan.zero.words == "0 s" && TimeSpan.milliseconds(1).words == "0.1 s")
    #expect((TimeSpan.days(6) + .hours(23) + .seconds(61)).words == "6 d 23 h 1 min 1 s")
    #expect(
      TimeSpan(milliseconds: .max).words.hasSuffix("s")
        && TimeSpan(milliseconds: .min).words == "0 s")
    #expect((TimeSpan.days(6) + .hours(23) + .seconds(61)).briefText == "6d23h")
    #expect(TimeSpan.milliseconds(999).briefText == "999ms" && TimeSpan.zero.briefText == "0s")
  }

  @Test(arguments: Strategy.catalogue)
  func `every answer of every strategy has its lines, and none is too wide`(
    strategy: Strategy
  ) throws {
    let retold = try Retold("victim-first", under: strategy)
    for event in retold.trace.events {
      guard case .answered = event.kind else { continue }
      let outlook = try #require(retold.outlook(at: event.at))
      #expect(outlook.whatIf != nil, "\(event.at)")
      for width in [20, 40, 80, 200] {
        let lines = outlook.lines(width: width)
        let widest = lines.map { $0.reduce(0) { $0 + Text.width($1.text) } }.max() ?? 0
        #expect(widest <= width && lines.count > 8, "\(event.at) at \(width)")
      }
    }
  }
}
