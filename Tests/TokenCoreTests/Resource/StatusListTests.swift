import Testing

@testable import TokenCore

/// A list that the server publishes, and the copies that APIs go by (draft-ietf-oauth-status-list).
struct StatusListTests {
  private static func bench(ttl: TimeSpan = .minutes(5)) -> Bench {
    var policy = Strategy.statusList.policy
    policy.accessToken.check = .statusList(ttl: ttl)
    return Bench(policy)
  }

  private static func api(of bench: Bench) -> ResourceServer {
    ResourceServer(
      policy: bench.server.policy.accessToken, issuer: Bench.issuer, audience: Bench.api)
  }

  private static func call(
    _ token: AccessToken, at second: Int64, _ api: inout ResourceServer, _ bench: inout Bench
  ) -> Answer<ResourceResponse> {
    api.answer(
      ResourceRequest(token: token), at: .start + .seconds(second), asking: &bench.server,
      using: &bench.random)
  }

  /// The copy is from second 10; the token is revoked at 20.
  static let calls: [(Int64, Int)] = [(21, 200), (309, 200), (310, 401), (311, 401)]

  @Test(arguments: calls)
  func `a revoked token is served until the copy is as old as the ttl`(
    second: Int64, status: Int
  ) throws {
    var bench = Self.bench()
    let grant = try bench.signIn()
    var api = Self.api(of: bench)
    #expect(Self.call(grant.accessToken, at: 10, &api, &bench).response.status == 200)
    _ = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .seconds(20))
    let answer = Self.call(grant.accessToken, at: second, &api, &bench)
    #expect(answer.response.status == status)
    #expect(answer.decision.denial?.reason == (status == 401 ? .statusInvalid : nil))
    #expect(answer.response.error == (status == 401 ? .invalidToken : nil))
    #expect(answer.cost.reads == (second < 310 ? 0 : 1))
  }

  @Test func `an API that has no copy yet sees a revocation at once`() throws {
    var bench = Self.bench()
    let grant = try bench.signIn()
    _ = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .seconds(20))
    var api = Self.api(of: bench)
    #expect(Self.call(grant.accessToken, at: 20, &api, &bench).response.status == 401)
  }

  @Test func `a revocation says what it changed, and by when every API sees it`() throws {
    var bench = Self.bench()
    let grant = try bench.signIn()
    let id = try #require(grant.accessToken.label)
    let events = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .minutes(1)).events
    #expect(events.contains(.statusChanged(id, seenBy: .start + .minutes(6))))
    #expect(bench.server.statusList(at: .start + .minutes(1))?.invalid == [id.index])
  }

  @Test func `what a copy may miss ends with the token`() throws {
    var bench = Self.bench(ttl: .days(1))
    let grant = try bench.signIn()
    let id = try #require(grant.accessToken.label)
    let events = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .minutes(1)).events
    #expect(events.contains(.statusChanged(id, seenBy: bench.server.record(of: id).expiresAt)))
  }

  @Test func `a fetch is told by whoever fetched`() throws {
    var bench = Self.bench()
    let grant = try bench.signIn()
    var api = Self.api(of: bench)
    let first = Self.call(grant.accessToken, at: 10, &api, &bench)
    #expect(
      first.events == [
        .statusListFetched(by: Bench.api, invalid: 0, keptUntil: .start + .seconds(310))
      ])
    #expect(Self.call(grant.accessToken, at: 11, &api, &bench).events.isEmpty)
  }

  @Test func `a token says which entry of which list is its own`() throws {
    var bench = Self.bench()
    let tokens = [try bench.signIn(), try bench.signIn()].map(\.accessToken)
    for token in tokens {
      let expectation = AccessTokenExpectation(
        issuer: Bench.issuer, audience: Bench.api, keys: bench.server.publishedKeys)
      let verdict = Bench.cryptography.verify(
        token.text, against: expectation, at: NumericDate(.start))
      guard case .accepted(let claims) = verdict else { throw Unexpected("\(verdict)") }
      let uri = "\(Bench.issuer)/statuslists/1"
      #expect(claims.status == StatusReference(index: token.label?.index ?? -1, uri: uri))
    }
  }

  @Test func `a token without an entry is refused, and nothing is fetched for it`() throws {
    var bench = Bench(.rotating(access: AccessTokenPolicy(lifetime: .hours(1))))
    let grant = try bench.signIn()
    let events = bench.server.change(
      to: Strategy.statusList.policy, at: .start + .seconds(5), using: &bench.random,
      Bench.cryptography)
    let id = try #require(grant.accessToken.label)
    #expect(events.contains(.accessTokenObsolete(id, because: .noStatus)))
    var api = Self.api(of: bench)
    let answer = Self.call(grant.accessToken, at: 10, &api, &bench)
    #expect(answer.decision.denial?.reason == .statusInvalid)
    #expect(answer.cost.reads == 0 && api.statusList == nil)
  }

  static let entries: [(Int, Bool)] = [
    (-1, false), (0, true), (2, true), (3, false), (4, true), (7, false), (8, true),
    (StatusList.size - 1, true), (StatusList.size, false),
  ]

  @Test(arguments: entries)
  func `an entry is VALID unless it was set, and out of bounds there is none`(
    index: Int, isValid: Bool
  ) {
    let list = StatusList(
      uri: "https://as.example/statuslists/1", issuedAt: .start, ttl: .minutes(5), invalid: [3, 7])
    #expect(list.isValid(at: index) == isValid)
  }
}
