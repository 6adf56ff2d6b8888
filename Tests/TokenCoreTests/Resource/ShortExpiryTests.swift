import CustomDump
import Testing

@testable import TokenCore

/// A JWT with two expiries: `exp`, which every verifier goes by, and a private one before it.
struct ShortExpiryTests {
  private static func bench(_ expiry: ShortExpiry, leeway: TimeSpan = .zero) -> Bench {
    Bench(
      Policy(
        accessToken: AccessTokenPolicy(lifetime: .days(5), leeway: leeway, shortExpiry: expiry),
        renewal: .reissue(
          ReissuePolicy(window: .days(5), anchor: .lastIssue, looksAtUser: false))))
  }

  private static let tenMinutes = ShortExpiry.checked(.minutes(10))
  private static let pastShort = Outcome.refused(.shortExpiryOver, .invalidToken, status: 401)
  private static let pastLong = Outcome.refused(
    .tokenRefused(.expired), .invalidToken, status: 401)

  @Test(
    arguments: [
      (tenMinutes, TimeSpan.minutes(10) - .aMoment, Outcome(status: 200)),
      (tenMinutes, .minutes(10), pastShort), (tenMinutes, .days(5) - .aMoment, pastShort),
      (tenMinutes, .days(5), pastLong),
      (.ignored(.minutes(10)), .minutes(10), Outcome(status: 200)),
      (.ignored(.minutes(10)), .days(5) - .aMoment, Outcome(status: 200)),
      (.ignored(.minutes(10)), .days(5), pastLong), (.none, .minutes(10), Outcome(status: 200)),
    ])
  func `only an API that knows the private claim goes by it`(
    _ expiry: ShortExpiry, _ age: TimeSpan, _ outcome: Outcome
  ) throws {
    var bench = Self.bench(expiry)
    let grant = try bench.signIn()
    expectNoDifference(bench.call(grant.accessToken, at: .at(age)).outcome, outcome)
  }

  @Test(arguments: [(-1, 200), (0, 401)])
  func `leeway moves the short end, too`(_ offset: Int64, _ status: Int) throws {
    var bench = Self.bench(Self.tenMinutes, leeway: .seconds(60))
    let grant = try bench.signIn()
    let now = Instant.at(.minutes(11) + .milliseconds(offset))
    #expect(bench.call(grant.accessToken, at: now).response.status == status)
  }

  @Test func `the refusal says when the short end was`() throws {
    var bench = Self.bench(Self.tenMinutes)
    let grant = try bench.signIn()
    let answer = bench.call(grant.accessToken, at: .at(.minutes(11)))
    #expect(answer.decision.lines.last?.check == .withinShortExpiry)
    #expect(answer.decision.denial?.facts.map(\.description) == ["useExp 10:00.0", "now 11:00.0"])
  }

  @Test(arguments: [TimeSpan.minutes(10), .days(5) - .aMoment])
  func `a token past its short end is exchanged for one with both ends ahead`(
    _ age: TimeSpan
  ) throws {
    var bench = Self.bench(Self.tenMinutes)
    let old = try bench.signIn().accessToken
    let grant = try bench.post(
      ["grant_type": TokenRequest.reissueGrantType, "access_token": old.text], at: .at(age)
    ).granted
    #expect(grant.expiresIn == 432_000)
    let call = bench.call(grant.accessToken, at: .at(age + .minutes(9)))
    #expect(call.response.status == 200)
  }

  @Test func `a token without the claim opens nothing where the claim is asked for`() throws {
    var plain = Self.bench(.none)
    let token = try plain.signIn().accessToken
    let checking = Self.bench(Self.tenMinutes)
    expectNoDifference(checking.call(token, at: .at(.seconds(1))).outcome, Self.pastShort)
  }

  @Test(arguments: [
    (ShortExpiry.checked(.minutes(10)), TimeSpan.minutes(10)), (.ignored(.minutes(10)), .days(5)),
  ])
  func `the server's note says until when its own API serves it`(
    _ expiry: ShortExpiry, _ end: TimeSpan
  ) throws {
    var bench = Self.bench(expiry)
    _ = try bench.signIn()
    #expect(bench.server.servedUntil(bench.server.accessTokens[0]) == .at(end))
  }
}
