import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Ends that come by themselves are events of their own, at their exact time.
struct ExpiryTests {
  private func ends(_ run: Run) -> [(Instant, TraceEvent.Kind)] {
    run.trace.events.filter {
      switch $0.kind {
      case .accessTokenExpired, .refreshTokenExpired: true
      default: false
      }
    }
    .map { ($0.at, $0.kind) }
  }

  private func setting(_ refresh: RefreshPolicy) -> Setting {
    Setting(
      strategyID: "expiry",
      policy: Policy(
        accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: .refreshToken(refresh)),
      habit: ClientHabit(renews: .whenRefused), seed: 1, devices: [.alice])
  }

  @Test(arguments: [(RefreshTokenID(index: 0), 3_600_300)] as [(RefreshTokenID, Int64)])
  func `tokens end when they were said to`(_ id: RefreshTokenID, _ milliseconds: Int64) {
    var run = Run(
      setting(
        RefreshPolicy(
          idleLifetime: .hours(1), absoluteLifetime: .hours(8),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none))))
    run.play([(.zero, .client(.laptop, .signIn))])
    run.advance(to: .hours(10))
    let ends = ends(run)
    #expect(ends.map(\.0) == [.start + .minutes(15), Instant(milliseconds: milliseconds)])
    #expect(
      ends.map(\.1) == [.accessTokenExpired(AccessTokenID(index: 0)), .refreshTokenExpired(id)])
  }

  @Test func `use moves the end of a reusable token, up to the absolute one`() {
    var run = Run(
      setting(
        RefreshPolicy(
          idleLifetime: .hours(1), absoluteLifetime: .minutes(100), rotation: .reusable)))
    run.play([(.zero, .client(.laptop, .signIn)), (.minutes(50), .client(.laptop, .refresh))])
    run.advance(to: .hours(10))
    #expect(
      ends(run).map(\.1) == [
        .accessTokenExpired(AccessTokenID(index: 0)), .accessTokenExpired(AccessTokenID(index: 1)),
        .refreshTokenExpired(RefreshTokenID(index: 0)),
      ])
    #expect(ends(run).last?.0 == .start + .minutes(100) + .milliseconds(300))
  }

  @Test func `a spent token and a token of a revoked family do not end again`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .refresh)),
      (.minutes(2), .client(.laptop, .logOut)),
    ])
    run.advance(to: .days(40))
    #expect(
      ends(run).map(\.1) == [
        .accessTokenExpired(AccessTokenID(index: 0)), .accessTokenExpired(AccessTokenID(index: 1)),
      ])
  }

  @Test func `a token without limits never ends`() {
    var run = Run(
      setting(
        RefreshPolicy(
          idleLifetime: nil, absoluteLifetime: nil,
          rotation: .rotating(onReuse: .revokeUser, grace: .none))))
    run.play([(.zero, .client(.laptop, .signIn))])
    run.advance(to: .days(3650))
    #expect(ends(run).map(\.1) == [.accessTokenExpired(AccessTokenID(index: 0))])
    #expect(run.world.nextEventTime == nil)
  }

  /// The call arrives at the API one latency after it was made.
  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `a call that arrives at exp is refused`(_ offset: Int64, _ isServed: Bool) {
    var run = Run(.loginAgain)
    run.play([
      (.zero, .client(.laptop, .signIn)),
      (.minutes(15) - .milliseconds(100) + .milliseconds(offset), .client(.laptop, .callAPI)),
    ])
    #expect(run.clientEvents.contains(.callServed(AccessTokenID(index: 0))) == isServed)
    #expect(run.world.clients[0].isSignedIn == isServed)
  }
}
