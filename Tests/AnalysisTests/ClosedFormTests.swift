import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// The simulation against what can be worked out with a pencil. Baseline: two days of one block of
/// eight hours each, a call every five seconds, access tokens of fifteen minutes.
struct ClosedFormTests {
  /// Seconds in which the person is active, over all days.
  private static let activeSeconds = days * 8 * 3600
  private static let days = Int(Week.days)
  private static let accessLifetime = 900

  @Test func `a client that refreshes when refused does so once for each access lifetime`() {
    let measures = Week.run(.rotationStrict)
    let expected = Self.activeSeconds / Self.accessLifetime
    #expect(measures.calls >= Self.activeSeconds / 5)
    #expect(
      abs(measures.refusedCalls - expected) <= Self.days, "one a day may fall on the block's edge")
    #expect(abs(measures.tokenRequests - expected) <= Self.days + 1)
    #expect(measures.logins == Measures.Logins(expected: 1))
    #expect(measures.resourceServer == .none)
  }

  @Test func `whoever signs in at each expiry does so once for each lifetime and its pause`() {
    let measures = Week.run(.loginAgain)
    let perBlock = 8 * 3600 / (Self.accessLifetime + 30)
    #expect(abs(measures.logins.expected - Self.days * perBlock) <= 2 * Self.days)
    #expect(measures.logins.falseAlarm == 0 && measures.logins.afterTheft == 0)
  }

  @Test func `a look at the list at every call is a read for every call`() {
    let measures = Week.run(.trackedJTI)
    #expect(measures.resourceServer.reads == measures.calls)
    #expect(measures.tokenRequests == 1)
  }

  @Test(arguments: [TimeSpan.zero, .seconds(60), .minutes(5)])
  func `introspection reads once for each call, or once for each cache time`(cache: TimeSpan) {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = .introspection(cache: cache)
    let measures = Week.run(Strategy.rotationStrict, policy: policy)
    let most =
      cache == .zero
      ? measures.calls : Self.activeSeconds / Int(cache.wholeSeconds) + 2 * measures.tokenRequests
    #expect(measures.resourceServer.reads <= most)
    #expect(measures.resourceServer.reads >= most * 9 / 10 - 2 * measures.tokenRequests)
  }

  @Test func `a handle is forty-three bytes on every call`() {
    #expect(Week.run(.serverSession, days: 1, hours: 1).bytesPerCall == 43)
  }

  /// Over thefts spread evenly through a token's life, the exposure is half of it.
  @Test
  func `a stolen access token is worth half its life on average, and never more than all of it`() {
    let offsets = (0..<30).map { Int64(15 + 30 * $0) }
    let exposures = offsets.compactMap { offset in
      Week.run(
        .loginAgain, days: 1, hours: 1, lasting: .minutes(35),
        attack: AttackPlan(
          at: .start + .seconds(offset), device: DeviceID(index: 0), takes: .accessToken,
          callsEvery: .seconds(1), renews: false)
      ).exposure?.span.wholeSeconds
    }
    #expect(exposures.count == offsets.count)
    #expect(exposures.allSatisfy { (0...900).contains($0) })
    let mean = exposures.reduce(0, +) / Int64(exposures.count)
    #expect(abs(mean - 450) <= 10)
  }

  @Test func `a stolen reusable refresh token is good to its fixed end and one access life more`() {
    let measures = Week.run(
      .reusableRefresh, days: 3, hours: 2, signsInAgain: false,
      attack: Week.theft(at: .hours(1), every: 60))
    let untilEnd = TimeSpan.hours(23)
    let exposure = measures.exposure?.span ?? .zero
    #expect(exposure >= untilEnd - .minutes(15) && exposure <= untilEnd + .minutes(16))
    #expect(measures.detectionLatency == nil)
  }

  @Test func `rotation ends a theft within an access life while the victim is active`() {
    let measures = Week.run(
      .rotationStrict, days: 1, hours: 2, attack: Week.theft(at: .hours(1), every: 10))
    let exposure = measures.exposure?.span ?? .zero
    #expect(exposure <= .minutes(30) && measures.exposure?.isOpen == false)
    #expect((measures.detectionLatency ?? .distantSpan) <= .minutes(16))
    #expect(measures.logins.afterTheft == 1 && measures.logins.falseAlarm == 0)
  }

  @Test func `a thief who waits until the victim has gone is never detected`() {
    var plan = Week.theft(at: .hours(1), every: 600)
    plan.waitsUntilVictimIsGone = true
    let measures = Week.run(.rotation, days: 1, hours: 2, lasting: .days(20), attack: plan)
    #expect(measures.detectionLatency == nil)
    #expect(measures.exposure?.isOpen == true)
  }

  /// Five days against ten minutes: 720 times as long.
  @Test(arguments: [
    (ShortExpiry.checked(.minutes(10)), TimeSpan.minutes(10)), (.ignored(.minutes(10)), .days(5)),
  ])
  func `a short expiry in a private claim is worth what the API knows of it`(
    expiry: ShortExpiry, served: TimeSpan
  ) {
    var policy = Strategy.twoExpiryJWT.policy
    policy.accessToken.shortExpiry = expiry
    let measures = Week.run(
      .twoExpiryJWT, policy: policy, days: 1, hours: 1, lasting: .days(6),
      attack: AttackPlan(
        at: .start + .seconds(1), device: DeviceID(index: 0), takes: .accessToken,
        callsEvery: .minutes(1), renews: false))
    let exposure = measures.exposure?.span ?? .zero
    #expect(exposure <= served && exposure > served - .minutes(2))
    #expect(measures.exposure?.isOpen == false)
  }

  @Test func `a bound key leaves the refresh token worthless`() {
    let measures = Week.run(
      .senderConstrained, days: 1, hours: 2,
      attack: AttackPlan(
        at: .start + .hours(1), device: DeviceID(index: 0), takes: .refreshToken,
        callsEvery: .seconds(10)))
    #expect(measures.exposure?.span == .zero)
    #expect(measures.logins.total == 1)
  }
}

extension TimeSpan {
  fileprivate static let distantSpan = TimeSpan(milliseconds: .max)
}
