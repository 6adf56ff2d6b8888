import Testing

@testable import TokenCore

/// What a successor has left: the earlier of its idle time and the end of the authorization.
struct RemainingTimeTests {
  /// The example of the refresh-token-expiration draft, §6.3: seven days of idling, thirty in all.
  @Test(arguments: [
    (0, 604_800, 2_592_000), (1, 604_800, 2_505_600), (7, 604_800, 1_987_200),
    (23, 604_800, 604_800), (24, 518_400, 518_400), (28, 172_800, 172_800),
    (29, 86_400, 86_400),
  ])
  func `idle time is cut by the end of the authorization`(
    _ day: Int64, _ timeout: Int64, _ authorization: Int64
  ) throws {
    var bench = Bench(.rotating(idle: .days(7), absolute: .days(30)))
    let days = (0..<day).map { Instant.at(.days($0 + 1)) }
    let newest = try #require(bench.refresh(bench.signIn(), at: days).last?.refreshToken?.label)
    let now = Instant.at(.days(day))
    let expiry = try #require(bench.server.expiry(of: newest))
    let end = try #require(bench.server.absoluteDeadline(of: FamilyID(index: 0)))
    #expect(expiry - now == .seconds(timeout))
    #expect(end - now == .seconds(authorization))
  }

  /// The example of the browser-based applications draft, §6.3.2.3: ten minutes and eight hours.
  @Test func `a rotated token does not outlive the first one's end`() throws {
    var bench = Bench(
      .rotating(
        idle: nil, absolute: .hours(8), access: AccessTokenPolicy(lifetime: .minutes(10))))
    let now = Instant.at(.minutes(10))
    let grants = try bench.refresh(bench.signIn(), at: [now])
    let newest = try #require(grants[1].refreshToken?.label)
    #expect(grants[1].expiresIn == 600)
    #expect(try #require(bench.server.expiry(of: newest)) - now == .seconds(28_200))
    let atTheEnd = bench.refresh(grants[1].refreshToken, at: .at(.hours(8)))
    #expect(atTheEnd.decision.denial?.reason == .expiredAbsolute)
  }

  @Test func `the end that is announced is the end that is kept`() throws {
    for policy in [
      Policy.rotating(idle: .hours(1), absolute: .hours(8)),
      .rotating(idle: nil, absolute: .hours(8)),
      .rotating(idle: .hours(1), absolute: nil), .reusable(idle: .hours(1), absolute: .hours(2)),
    ] {
      var bench = Bench(policy)
      let grant = try bench.signIn()
      let expiry = try #require(bench.server.expiry(of: RefreshTokenID(index: 0)))
      #expect(bench.isUsable(grant.refreshToken, at: expiry - .aMoment))
      #expect(!bench.isUsable(grant.refreshToken, at: expiry))
    }
  }
}
