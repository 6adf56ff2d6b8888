import Testing

@testable import TokenCore

/// What is pushed to an API, and what it does with it (CAEP 1.0 §3.1, RFC 8935).
struct SignalTests {
  private static func api(of bench: Bench) -> ResourceServer {
    ResourceServer(
      policy: bench.server.policy.accessToken, issuer: Bench.issuer, audience: Bench.api)
  }

  private static func call(
    _ token: AccessToken, at minute: Int64, _ api: inout ResourceServer, _ bench: inout Bench
  ) -> Answer<ResourceResponse> {
    api.answer(
      ResourceRequest(token: token), at: .start + .minutes(minute), asking: &bench.server,
      using: &bench.random)
  }

  @Test func `a revoked session is served until the event comes, and no longer`() throws {
    var bench = Bench(Strategy.sharedSignals.policy)
    let (first, second) = (try bench.signIn(), try bench.signIn())
    var api = Self.api(of: bench)
    _ = bench.revoke(first.refreshToken?.text ?? "", at: .start + .minutes(1))
    #expect(Self.call(first.accessToken, at: 2, &api, &bench).response.status == 200)
    let event = try #require(
      bench.server.securityEvent(
        on: FamilyID(index: 0), to: Bench.api, at: nil, at: .start + .minutes(1)))
    #expect(event.sessionID == "f1" && event.audience == Bench.api && event.reason == .logout)
    #expect(api.receive(event, at: .start + .minutes(3)).response.status == 202)
    let refused = Self.call(first.accessToken, at: 3, &api, &bench)
    #expect(refused.response.status == 401 && refused.response.error == .invalidToken)
    #expect(refused.decision.denial?.reason == .sessionSignalled)
    #expect(refused.cost.reads == 0)
    #expect(Self.call(second.accessToken, at: 3, &api, &bench).response.status == 200)
  }

  @Test func `of a session that stands, and without signals, nothing is pushed`() throws {
    for strategy in [Strategy.sharedSignals, .rotationStrict] {
      var bench = Bench(strategy.policy)
      let grant = try bench.signIn()
      if strategy.id != "shared-signals" { _ = bench.revoke(grant.refreshToken?.text ?? "") }
      let event = bench.server.securityEvent(
        on: FamilyID(index: 0), to: Bench.api, at: nil, at: .start + .minutes(1))
      #expect(event == nil)
    }
  }

  @Test func `an event that comes twice changes nothing more`() throws {
    var bench = Bench(Strategy.sharedSignals.policy)
    let grant = try bench.signIn()
    _ = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .minutes(1))
    var api = Self.api(of: bench)
    let event = try #require(
      bench.server.securityEvent(
        on: FamilyID(index: 0), to: Bench.api, at: nil, at: .start + .minutes(1)))
    _ = api.receive(event, at: .start + .minutes(2))
    let once = api
    _ = api.receive(event, at: .start + .minutes(3))
    #expect(api == once)
  }

  @Test func `a token that names no session is refused, because no event could end it`() throws {
    var bench = Bench(.rotating(access: AccessTokenPolicy(lifetime: .hours(1))))
    let grant = try bench.signIn()
    let id = try #require(grant.accessToken.label)
    let events = bench.server.change(
      to: Strategy.sharedSignals.policy, at: .start + .seconds(5), using: &bench.random,
      Bench.cryptography)
    #expect(events.contains(.accessTokenObsolete(id, because: .noSession)))
    var api = Self.api(of: bench)
    let answer = Self.call(grant.accessToken, at: 1, &api, &bench)
    #expect(answer.decision.denial?.reason == .sessionUnnamed)
  }

  @Test func `the end of a family ends no row of an access token, and none is said to live on`()
    throws
  {
    var bench = Bench(Strategy.sharedSignals.policy)
    let grant = try bench.signIn()
    let events = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .minutes(1)).events
    #expect(events == [.familyRevoked(FamilyID(index: 0), .logout)])
  }
}
