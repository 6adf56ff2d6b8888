import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// What the card of each system from the two source texts says, run.
struct SourceClaimTests {
  /// The answers to API calls and to requests for another token, by whom: `200`, or the true reason.
  private static func answers(_ run: Run, to party: Party) -> [String] {
    run.trace.events.compactMap(\.kind.exchange).filter { exchange in
      guard exchange.from == party else { return false }
      switch exchange.request {
      case .resourceRequest: return true
      case .tokenRequest(let request):
        return request.form["grant_type"].text != "authorization_code"
      default: return false
      }
    }.map { $0.decision.denial?.reason.name ?? "\($0.status)" }
  }

  private static let alice = Party.client(.laptop)
  private static let user = UserID(index: 0)
  private static let tablet = DeviceID(index: 1)

  private static func run(
    _ strategy: Strategy, _ script: [(TimeSpan, Command)], devices: [DeviceSetting] = [.alice]
  ) -> Run {
    var run = Run(strategy, devices: devices)
    run.play([(.zero, .client(.laptop, .signIn))] + script)
    return run
  }

  @Test(arguments: [(Strategy.weekLongJWT, TimeSpan.days(7)), (.longLivedJWT, .days(180))])
  func `nothing ends a long token before its time`(_ strategy: Strategy, _ life: TimeSpan) {
    let run = Self.run(
      strategy,
      [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))),
        (.minutes(2), .client(.laptop, .logOut)),
        (.minutes(3), .administration(.changePassword(Self.user, revoking: true))),
        (.minutes(4), .administration(.disableAccount(Self.user))),
        (life - .seconds(1), .attacker(.callAPI)), (life, .attacker(.callAPI)),
      ])
    #expect(Self.answers(run, to: .attacker) == ["200", "access_token_expired"])
  }

  @Test func `login-again asks the person at each end`() {
    let run = Self.run(
      .loginAgain,
      [
        (.minutes(14), .client(.laptop, .callAPI)), (.minutes(16), .client(.laptop, .callAPI)),
      ])
    #expect(Self.answers(run, to: Self.alice) == ["200", "access_token_expired"])
    #expect(run.world.clients[0].phase == .signedOut(.nothingToRenewWith))
  }

  /// The same policy where nobody asks in the background idles out after an hour.
  @Test func `a timer that never rests defeats the idle limit, until the browser is closed`() {
    var resting = Strategy.backgroundCheck
    resting = Strategy(
      id: "resting", summary: "", origin: "", policy: resting.policy,
      habit: ClientHabit(renews: .whenRefused))
    for (strategy, isAlive) in [(Strategy.backgroundCheck, true), (resting, false)] {
      let run = Self.run(strategy, [(.days(6), .client(.laptop, .callAPI))])
      #expect(run.world.clients[0].isSignedIn == isAlive)
    }
    let closed = Self.run(
      .backgroundCheck,
      [
        (.hours(2), .client(.laptop, .closeBrowser)), (.hours(5), .client(.laptop, .openBrowser)),
        (.hours(6), .client(.laptop, .callAPI)),
      ])
    #expect(!closed.world.clients[0].isSignedIn)
  }

  @Test func `a check is a request of its own, and refreshes only what is no longer good`() {
    let run = Self.run(.backgroundCheck, [(.minutes(34), .attacker(.stealDatabase))])
    let exchanges = run.trace.events.compactMap(\.kind.exchange)
    let checks = exchanges.filter {
      if case .resourceRequest(let request) = $0.request { request.path == "/check" } else { false }
    }
    #expect(checks.map(\.status) == [200, 200, 401, 200, 200, 200, 401, 200])
    #expect(Self.answers(run, to: Self.alice).filter { $0 == "200" }.count == 8)
  }

  @Test func `with a reusable refresh token thief and victim go on side by side for a day`() {
    let run = Self.run(
      .reusableRefresh,
      [
        (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
        (.hours(1), .attacker(.refresh)), (.hours(2), .client(.laptop, .refresh)),
        (.hours(23), .attacker(.refresh)), (.hours(24) + .seconds(1), .attacker(.refresh)),
      ])
    #expect(
      Self.answers(run, to: .attacker) == ["200", "200", "refresh_token_expired_absolute"])
    #expect(Self.answers(run, to: Self.alice) == ["200"])
  }

  @Test func `a leaked spent token is not harmless: it ends all the user's sessions`() {
    var run = Run(
      .oneTimeNoExpiry,
      devices: [.alice, DeviceSetting(person: "alice", device: "tablet")])
    run.play([
      (.zero, .client(.laptop, .signIn)), (.zero, .client(Self.tablet, .signIn)),
      (.days(400), .client(.laptop, .refresh)),
      (.days(401), .attacker(.stealSpentRefreshToken(.laptop))),
      (.days(402), .attacker(.refresh)), (.days(403), .client(.laptop, .refresh)),
      (.days(403), .client(Self.tablet, .refresh)),
    ])
    #expect(Self.answers(run, to: .attacker) == ["reuse_detected"])
    #expect(Self.answers(run, to: Self.alice) == ["200", "family_revoked"])
    #expect(Self.answers(run, to: .client(Self.tablet)) == ["family_revoked"])
  }

  @Test(arguments: [Strategy.rotation, .slidingWeek])
  func `a week without use ends it, and use alone never does`(_ strategy: Strategy) {
    let idle = Self.run(strategy, [(.days(7) + .seconds(1), .client(.laptop, .refresh))])
    #expect(Self.answers(idle, to: Self.alice) == ["refresh_token_expired_idle"])
    var weekly = Self.run(strategy, [(.minutes(1), .attacker(.stealRefreshToken(.laptop)))])
    for week in 1...60 as ClosedRange<Int64> {
      weekly.order(.attacker(.refresh), at: .days(week * 6))
    }
    weekly.advance(to: .days(361))
    #expect(Self.answers(weekly, to: .attacker) == Array(repeating: "200", count: 60))
  }

  @Test func `rotation gives a new refresh token at every use, and a reuse ends the family`() {
    let run = Self.run(
      .rotation,
      [
        (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
        (.minutes(2), .client(.laptop, .refresh)), (.minutes(3), .attacker(.refresh)),
        (.minutes(4), .client(.laptop, .refresh)),
      ])
    #expect(Self.answers(run, to: .attacker) == ["reuse_detected"])
    #expect(Self.answers(run, to: Self.alice) == ["200", "family_revoked"])
  }

  private static func signed(_ form: RefreshForm, _ rotation: Rotation) -> Strategy {
    Strategy(
      id: "signed", summary: "", origin: "",
      policy: Policy(
        accessToken: AccessTokenPolicy(lifetime: .minutes(15)),
        renewal: .refreshToken(
          RefreshPolicy(
            form: form, idleLifetime: nil, absoluteLifetime: .days(7), rotation: rotation))),
      habit: ClientHabit(renews: .whenRefused))
  }

  /// Sjoerd's long token can only be used to request a short one; keithRozario's refresh retrieves two
  /// new ones; and without a type each is taken for the other.
  @Test(arguments: [
    (RefreshForm.signed(isTyped: true), Rotation.reusable, false, 1),
    (.signed(isTyped: true), .renewed, false, 2), (.signed(isTyped: false), .reusable, true, 1),
    (.signed(isTyped: false), .renewed, true, 2),
  ])
  func `two signed tokens come in three kinds, and one of them confuses both`(
    _ form: RefreshForm, _ rotation: Rotation, _ isConfused: Bool, _ refreshTokens: Int
  ) {
    let run = Self.run(
      Self.signed(form, rotation),
      [
        (.minutes(1), .attacker(.stealStorage(.laptop))),
        (.minutes(2), .client(.laptop, .refresh)),
        (.minutes(20), .attacker(.presentRefreshToken)),
        (.days(7) + .seconds(1), .attacker(.presentRefreshToken)),
      ])
    #expect(run.world.authorizationServer.refreshTokens.count == refreshTokens)
    #expect(
      Self.answers(run, to: .attacker).first == (isConfused ? "200" : "access_token_wrong_typ"))
    #expect(Self.answers(run, to: .attacker).last != "200")
    let other = Self.run(
      Self.signed(form, rotation),
      [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))),
        (.minutes(14), .attacker(.refreshWithAccessToken)),
        (.minutes(16), .attacker(.callAPI)),
      ])
    let expected = isConfused ? ["200", "200"] : ["refresh_token_unknown", "access_token_expired"]
    #expect(Self.answers(other, to: .attacker) == expected)
    let isKept = isConfused && rotation == .renewed
    #expect(other.world.attacker.refreshTokens.isEmpty == !isKept)
    #expect(run.world.authorizationServer.storedRows(at: run.world.now).refreshTokens.isEmpty)
  }

  /// The long token that a refresh gave ends as late as the first one would have.
  @Test func `another signed token at each use lives to the absolute end, and no longer`() {
    let run = Self.run(
      Self.signed(.signed(isTyped: true), .renewed),
      [
        (.days(6), .client(.laptop, .refresh)),
        (.days(7) - .seconds(1), .client(.laptop, .refresh)),
        (.days(7) + .seconds(1), .client(.laptop, .refresh)),
      ])
    #expect(
      Self.answers(run, to: Self.alice) == ["200", "200", "refresh_token_expired_absolute"])
  }

  /// "At which point it might say no, because things have changed": only where the server looks.
  @Test(arguments: [false, true])
  func `one token with two ends is exchanged whatever has changed, unless the server looks`(
    looksAtUser: Bool
  ) {
    var policy = Strategy.twoExpiryJWT.policy
    policy.renewal = .reissue(
      ReissuePolicy(window: .days(5), anchor: .lastIssue, looksAtUser: looksAtUser))
    let strategy = Strategy(
      id: "two", summary: "", origin: "", policy: policy, habit: Strategy.twoExpiryJWT.habit)
    let run = Self.run(
      strategy,
      [
        (.minutes(9), .client(.laptop, .callAPI)), (.minutes(11), .client(.laptop, .callAPI)),
        (.minutes(12), .administration(.disableAccount(Self.user))),
        (.minutes(25), .client(.laptop, .callAPI)),
      ])
    let first = ["200", "short_expiry_over", "200", "200", "short_expiry_over"]
    let last = looksAtUser ? ["user_disabled"] : ["200", "200"]
    #expect(Self.answers(run, to: Self.alice) == first + last)
  }

  @Test func `a tracked token can be ended at any time, and nothing is detected`() {
    let run = Self.run(
      .trackedJTI,
      [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))),
        (.days(80), .attacker(.callAPI)), (.days(80), .client(.laptop, .callAPI)),
        (.days(81), .client(.laptop, .logOut)), (.days(82), .attacker(.callAPI)),
        (.days(83), .attacker(.reissue)),
      ])
    #expect(Self.answers(run, to: Self.alice) == ["200"])
    #expect(
      Self.answers(run, to: .attacker) == ["200", "access_token_revoked", "reissue_revoked"])
  }

  /// The last moment before the warning, its first, its last, and the first after it.
  @Test func `the application warns from sixty to ten minutes before the end`() {
    let end = TimeSpan.days(90)
    for (before, isWarned) in [(3601, false), (3599, true), (602, true), (598, false)]
      as [(Int64, Bool)]
    {
      let run = Self.run(.trackedJTI, [(end - .seconds(before), .client(.laptop, .callAPI))])
      #expect(run.clientEvents.contains { $0.isWarning } == isWarned, "\(before)")
    }
  }

  @Test func `whoever is there when they are warned extends, and the old token is struck off`() {
    let presence = [
      Instant.start + .days(89) + .hours(23)..<Instant.start + .days(89) + .hours(24)
    ]
    let alice = DeviceSetting(
      person: "alice", device: "laptop",
      activity: Activity(interval: .minutes(10), presence: presence))
    let run = Self.run(
      .trackedJTI,
      [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))),
        (.days(89) + .hours(23) + .minutes(15), .attacker(.callAPI)),
        (.days(91), .client(.laptop, .callAPI)),
      ], devices: [alice])
    #expect(run.clientEvents.filter(\.isWarning).count == 1)
    #expect(Self.answers(run, to: .attacker) == ["access_token_revoked"])
    #expect(Self.answers(run, to: Self.alice).suffix(1) == ["200"])
  }

  /// The API asks about each token, and is told what it allows by now (RFC 7662 §2.2).
  private static var introspected: Strategy {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = .introspection(cache: .zero)
    policy.accessToken.rights = .atRequest
    return Strategy(
      id: "introspected", summary: "", origin: "", policy: policy,
      habit: Strategy.rotationStrict.habit)
  }

  @Test(arguments: [Strategy.trackedJTI, .serverSession, introspected])
  func `a right that was taken away is gone at the next request`(_ strategy: Strategy) {
    let run = Self.run(
      strategy,
      [
        (.minutes(1), .client(.laptop, .callAdminAPI)),
        (.minutes(2), .administration(.setRole(Self.user, isAdmin: false))),
        (.minutes(3), .client(.laptop, .callAdminAPI)), (.minutes(4), .client(.laptop, .callAPI)),
      ], devices: [DeviceSetting(person: "alice", device: "laptop", isAdmin: true)])
    #expect(Self.answers(run, to: Self.alice) == ["200", "scope_insufficient", "200"])
  }

  @Test func `an opaque refresh token is looked up at each refresh, and at no call`() {
    let run = Self.run(
      .opaqueRefreshList,
      [
        (.minutes(1), .attacker(.stealStorage(.laptop))), (.minutes(2), .client(.laptop, .logOut)),
        (.minutes(3), .attacker(.callAPI)), (.minutes(4), .attacker(.refresh)),
      ])
    #expect(Self.answers(run, to: .attacker) == ["200", "family_revoked"])
    let calls = run.trace.events.compactMap(\.kind.exchange).filter(\.request.isCall)
    #expect(calls.allSatisfy { $0.cost.reads == 0 })
  }

  @Test func `a session lives as long as it is used, up to its absolute end`() {
    let calls = stride(from: Int64(20), through: 460, by: 20).map {
      (TimeSpan.minutes($0), Command.client(.laptop, .callAPI))
    }
    let used = Self.run(
      .serverSession, calls + [(.hours(8) + .seconds(1), .client(.laptop, .callAPI))])
    #expect(
      Self.answers(used, to: Self.alice)
        == Array(repeating: "200", count: 23) + ["access_token_revoked"])
    let idle = Self.run(.serverSession, [(.minutes(31), .client(.laptop, .callAPI))])
    #expect(Self.answers(idle, to: Self.alice) == ["access_token_revoked"])
  }

  @Test func `a refresh window is half an hour from the sign-in, however it is used`() {
    let run = Self.run(
      .refreshWindow,
      [
        (.minutes(29), .client(.laptop, .refresh)),
        (.minutes(30) - .seconds(2), .client(.laptop, .callAPI)),
        (.minutes(30) + .seconds(2), .client(.laptop, .callAPI)),
      ])
    #expect(
      Self.answers(run, to: Self.alice)
        == ["200", "200", "access_token_expired", "reissue_window_closed"])
  }

  @Test(arguments: [(1, true), (2, true), (3, false)])
  func `two requests at once survive a token per request, and three do not`(
    _ count: Int, _ isSignedIn: Bool
  ) {
    let calls = Array(
      repeating: (TimeSpan.minutes(1), Command.client(.laptop, .callAPI)), count: count)
    let run = Self.run(.tokenPerRequest, calls)
    #expect(run.world.clients[0].isSignedIn == isSignedIn)
  }

  @Test func `one lost answer ends a token per request`() {
    var run = Run(.tokenPerRequest)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .callAPI), at: .minutes(1))
    run.advance(to: .minutes(1) + .milliseconds(150))
    run.order(.wire(.drop(run.world.nextMessage - 1)), at: .minutes(1) + .milliseconds(150))
    run.order(.client(.laptop, .callAPI), at: .minutes(2))
    run.advance(to: .minutes(3))
    #expect(run.world.clients[0].phase == .signedOut(.nothingToRenewWith))
  }
}

extension ClientEvent {
  fileprivate var isWarning: Bool {
    if case .warned = self { true } else { false }
  }
}
