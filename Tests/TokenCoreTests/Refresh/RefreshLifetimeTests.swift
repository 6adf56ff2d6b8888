import CustomDump
import Testing

@testable import TokenCore

/// Idle and absolute ends of a refresh token: good just before, dead at the moment itself.
struct RefreshLifetimeTests {
  static let around: [(TimeSpan, Bool)] = [
    (.milliseconds(-1), true), (.zero, false), (.milliseconds(1), false),
  ]

  @Test(
    arguments: [Policy.rotating(idle: .hours(1)), .reusable(idle: .hours(1), absolute: nil)],
    around)
  func `a token idles out at its deadline`(
    _ policy: Policy, _ moment: (offset: TimeSpan, isGood: Bool)
  ) throws {
    var bench = Bench(policy)
    let grant = try bench.signIn(at: .at(.minutes(5)))
    let now = Instant.at(.minutes(65)) + moment.offset
    #expect(bench.isUsable(grant.refreshToken, at: now) == moment.isGood)
    let answer = bench.refresh(grant.refreshToken, at: now)
    #expect(answer.response.status == (moment.isGood ? 200 : 400))
    #expect(answer.decision.denial?.reason == (moment.isGood ? nil : .expiredIdle))
    #expect(answer.events.contains(.familyClosed(FamilyID(index: 0))) == !moment.isGood)
  }

  @Test(
    arguments: [Policy.rotating(idle: .hours(1)), .reusable(idle: .hours(1), absolute: nil)],
    around)
  func `each use starts the idle time again`(
    _ policy: Policy, _ moment: (offset: TimeSpan, isGood: Bool)
  ) throws {
    var bench = Bench(policy)
    let grant = try bench.signIn()
    let used = try bench.refresh(grant.refreshToken, at: .at(.minutes(59))).granted
    let token = used.refreshToken ?? grant.refreshToken
    let answer = bench.refresh(token, at: .at(.minutes(119)) + moment.offset)
    #expect(answer.decision.denial?.reason == (moment.isGood ? nil : .expiredIdle))
  }

  @Test(
    arguments: [
      Policy.rotating(idle: .hours(1), absolute: .hours(8)),
      .reusable(idle: .hours(1), absolute: .hours(8)),
    ], around)
  func `no use moves the absolute end`(
    _ policy: Policy, _ moment: (offset: TimeSpan, isGood: Bool)
  ) throws {
    var bench = Bench(policy)
    var token = try bench.signIn().refreshToken
    for half in 1..<16 as Range<Int64> {
      token = try bench.refresh(token, at: .at(.minutes(30 * half))).granted.refreshToken ?? token
    }
    let answer = bench.refresh(token, at: .at(.hours(8)) + moment.offset)
    #expect(answer.decision.denial?.reason == (moment.isGood ? nil : .expiredAbsolute))
    let closed = TokenFamily.State.closed(at: .at(.hours(8)) + moment.offset)
    #expect(bench.server.families[0].state == (moment.isGood ? .active : closed))
  }

  @Test func `without limits a token is good for ever`() throws {
    var bench = Bench(.rotating(idle: nil, absolute: nil))
    let grant = try bench.signIn()
    #expect(bench.server.expiry(of: RefreshTokenID(index: 0)) == nil)
    #expect(bench.refresh(grant.refreshToken, at: .at(.days(36_500))).outcome.status == 200)
  }

  @Test func `a closed family is closed once and stays closed`() throws {
    var bench = Bench(.rotating(idle: .hours(1)))
    let grant = try bench.signIn()
    _ = bench.refresh(grant.refreshToken, at: .at(.hours(1)))
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, at: .at(.hours(2)))
    expectNoDifference(answer.outcome, .refused(.expiredIdle, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test func `a closed family can still be revoked, and its access tokens with it`() throws {
    let access = AccessTokenPolicy(lifetime: .hours(2), check: .denyList(), endsWithFamily: true)
    var bench = Bench(.rotating(idle: .hours(1), access: access))
    let grant = try bench.signIn()
    _ = bench.refresh(grant.refreshToken, at: .at(.hours(1)))
    #expect(bench.call(grant.accessToken, at: .at(.hours(1))).response.status == 200)
    _ = bench.revoke(try #require(grant.refreshToken).text, at: .at(.minutes(61)))
    #expect(bench.server.families[0].state == .revoked(at: .at(.minutes(61)), .logout))
    #expect(bench.call(grant.accessToken, at: .at(.minutes(61))).response.status == 401)
  }

  @Test func `a branch that idles out leaves its family to the other`() throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.newBranch), idle: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let branch = try bench.refresh(grants[0].refreshToken, at: .at(.seconds(5))).granted
    let later = try bench.refresh(branch.refreshToken, at: .at(.minutes(50))).granted
    let answer = bench.refresh(grants[1].refreshToken, at: .at(.minutes(60)))
    expectNoDifference(answer.outcome, .refused(.expiredIdle, .invalidGrant))
    #expect(bench.refresh(later.refreshToken, at: .at(.minutes(61))).outcome.status == 200)
  }

  @Test(arguments: around)
  func `a spent token of a living family is reuse past its own idle end`(
    _ moment: (offset: TimeSpan, isGood: Bool)
  ) throws {
    var bench = Bench(.rotating(idle: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(30)), .at(.minutes(59))])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.hours(1)) + moment.offset)
    #expect(answer.decision.denial?.reason == .reuseDetected(.noGrace))
    #expect(bench.server.families[0].isRevoked)
  }

  @Test(arguments: around, [false, true])
  func `a family that has idled out raises no alarm, whether its end was noticed or not`(
    _ moment: (offset: TimeSpan, isAlive: Bool), _ isNoticed: Bool
  ) throws {
    var bench = Bench(.rotating(idle: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(30))])
    let now = Instant.at(.minutes(90)) + moment.offset
    if isNoticed, !moment.isAlive { _ = bench.refresh(grants[1].refreshToken, at: now) }
    let answer = bench.refresh(grants[0].refreshToken, at: now)
    #expect(
      answer.decision.denial?.reason == (moment.isAlive ? .reuseDetected(.noGrace) : .expiredIdle))
    #expect(
      bench.server.families[0].state
        == (moment.isAlive ? .revoked(at: now, .reuse) : .closed(at: now)))
  }

  @Test func `no grace lets a token live past its own idle end`() throws {
    var bench = Bench(.rotating(grace: .untilSuccessorUsed, idle: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(30))])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.hours(1)))
    expectNoDifference(answer.outcome, .refused(.expiredIdle, .invalidGrant))
    #expect(bench.refresh(grants[1].refreshToken, at: .at(.hours(1))).outcome.status == 200)
  }
}
