import Testing
import TokenCore
import TestRuns

@testable import Simulation

/// What a page of another site can do in a browser that adds a cookie by itself.
struct OtherSiteTests {
  private static func session(
    _ sameSite: SameSite, asksForHeader: Bool, _ orders: [AttackerOrder]
  ) -> Run {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(
      SessionPolicy(
        idle: .minutes(30), absolute: .hours(8), sameSite: sameSite, asksForHeader: asksForHeader))
    var run = Run(
      Setting(
        strategyID: "cookie", policy: policy, habit: Strategy.serverSession.habit, seed: 1,
        devices: [.alice]))
    run.order(.client(.laptop, .signIn), at: .zero)
    for (index, order) in orders.enumerated() {
      run.order(.attacker(order), at: .minutes(Int64(index) + 1))
    }
    run.order(.client(.laptop, .callAPI), at: .minutes(10))
    run.advance(to: .minutes(11))
    return run
  }

  private static func statuses(_ run: Run) -> [Int] {
    run.trace.events.compactMap(\.kind.exchange).filter(\.request.isCall).map(\.status)
  }

  /// A form, a link, and a call of the application's own page.
  @Test(arguments: [
    (SameSite.strict, false, [401, 401, 200]), (.strict, true, [401, 401, 200]),
    (.lax, false, [401, 200, 200]), (.lax, true, [401, 403, 200]),
    (.none, false, [200, 200, 200]), (.none, true, [403, 403, 200]),
  ])
  func `another site's page is served where neither the cookie nor the API keeps it out`(
    _ sameSite: SameSite, _ asksForHeader: Bool, _ expected: [Int]
  ) {
    let run = Self.session(
      sameSite, asksForHeader: asksForHeader,
      [.postFromOtherSite(.laptop), .linkFromOtherSite(.laptop)])
    #expect(Self.statuses(run) == expected)
    #expect(run.world.clients[0].isSignedIn)
    #expect(run.world.attacker.accessTokens.isEmpty)
  }

  /// The header is no secret: it keeps pages out, not programs.
  @Test func `a thief of the cookie needs no page`() {
    let run = Self.session(
      .strict, asksForHeader: true, [.stealAccessToken(.laptop), .callAPI])
    #expect(Self.statuses(run) == [200, 200])
  }

  @Test func `a session's handle travels as a cookie, and no bearer token is on the wire`() {
    let run = Self.session(.lax, asksForHeader: false, [.linkFromOtherSite(.laptop)])
    for exchange in run.trace.events.compactMap(\.kind.exchange) {
      switch (exchange.request, exchange.response) {
      case (.resourceRequest(let request), _): #expect(request.browser != nil)
      case (_, .tokenResponse(.success(let grant))):
        #expect(grant.cookie?.attributes == "Path=/; Secure; HttpOnly; SameSite=Lax")
      default: continue
      }
    }
    #expect(run.trace.events.compactMap(\.kind.exchange).count == 4)
  }

  @Test func `a persistent cookie says when it ends, with the session`() throws {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(
      SessionPolicy(idle: .minutes(30), absolute: .hours(8), cookie: .persistent, sameSite: .strict)
    )
    var run = Run(
      Setting(
        strategyID: "cookie", policy: policy, habit: Strategy.serverSession.habit, seed: 1,
        devices: [.alice]))
    run.play([(.zero, .client(.laptop, .signIn))])
    let grants = run.trace.events.compactMap(\.kind.exchange).compactMap {
      if case .tokenResponse(let response) = $0.response { response.grant } else { nil }
    }
    let cookie = try #require(grants.first?.cookie)
    #expect(cookie.attributes == "Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=28800")
  }

  @Test func `without a cookie there is nothing to ride on`() {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.advance(to: .seconds(10))
    #expect(
      run.world.obstacle(to: .attacker(.postFromOtherSite(.laptop)))
        == "rotation-strict sets no cookie to ride on")
    let out = Run(.serverSession)
    #expect(
      out.world.obstacle(to: .attacker(.linkFromOtherSite(.laptop)))
        == "the browser of alice@laptop has no cookie")
  }

  /// RFC 9110 §15.5.2, RFC 6750 §3.1.
  @Test func `a refusal of a cookie names a scheme, and no error code of bearer tokens`() {
    #expect(ResourceResponse(status: 401, isToBrowser: true).challenge == "Cookie realm=\"lab\"")
    #expect(ResourceResponse(status: 403, isToBrowser: true).challenge == nil)
    var run = Run(.serverSession)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .callAPI), at: .hours(1))
    run.advance(to: .hours(2))
    let refused = run.trace.events.compactMap(\.kind.exchange).last
    #expect(refused?.status == 401)
    #expect(refused.map { $0.error == nil } == true)
  }
}
