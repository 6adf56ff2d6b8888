import Testing

@testable import TokenCore

/// An API whose question is not answered, and one whose list is late.
struct OutageTests {
  private static func bench(
    _ check: AccessTokenCheck, _ response: OutageResponse = .failClosed
  ) -> Bench {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = check
    policy.accessToken.endsWithFamily = true
    policy.accessToken.onOutage = response
    return Bench(policy)
  }

  static let responses: [(OutageResponse, Bool, Int, DenialReason?)] = [
    (.failClosed, false, 503, .introspectionDown), (.failOpen, false, 200, nil),
    (.failClosed, true, 503, .introspectionDown), (.failOpen, true, 200, nil),
  ]

  @Test(arguments: responses)
  func `without an answer an API does as its policy says, whatever became of the token`(
    response: OutageResponse, isRevoked: Bool, status: Int, reason: DenialReason?
  ) throws {
    var bench = Self.bench(.introspection(cache: .zero), response)
    let grant = try bench.signIn()
    if isRevoked { _ = bench.revoke(grant.refreshToken?.text ?? "") }
    _ = bench.server.breakDown(.introspection)
    let answer = bench.call(grant.accessToken, at: .start + .minutes(1))
    #expect(answer.response.status == status)
    #expect(answer.response.challenge == nil)
    #expect(answer.decision.denial?.reason == reason)
    _ = bench.server.mend(.introspection)
    let later = bench.call(grant.accessToken, at: .start + .minutes(1))
    #expect(later.response.status == (isRevoked ? 401 : 200))
  }

  @Test func `an API that fails open still looks at what the token says`() throws {
    var bench = Self.bench(.introspection(cache: .zero), .failOpen)
    let grant = try bench.signIn(scope: "read")
    _ = bench.server.breakDown(.introspection)
    let now = Instant.start + .minutes(1)
    #expect(bench.call(grant.accessToken, needing: "write", at: now).response.status == 403)
    #expect(bench.call(grant.accessToken, at: .start + .minutes(15)).response.status == 401)
  }

  @Test func `what was said before the outage is believed as long as ever`() throws {
    var bench = Self.bench(.introspection(cache: .minutes(1)))
    let grant = try bench.signIn()
    var api = ResourceServer(
      policy: bench.server.policy.accessToken, issuer: Bench.issuer, audience: Bench.api)
    let statuses = [30, 40, 89, 90].map { second -> Int in
      if second == 40 { _ = bench.server.breakDown(.introspection) }
      let request = ResourceRequest(token: grant.accessToken)
      return api.answer(
        request, at: .start + .seconds(Int64(second)), asking: &bench.server, using: &bench.random
      ).response.status
    }
    #expect(statuses == [200, 200, 200, 503])
  }

  @Test func `the endpoint itself answers nobody while it is down`() throws {
    var bench = Self.bench(.introspection(cache: .zero))
    _ = bench.server.breakDown(.introspection)
    let answer = bench.server.answer(
      IntrospectionRequest(form: [:]), at: .start, Bench.cryptography)
    #expect(answer.response == .unavailable)
  }

  static let arrivals: [(Int64, Int)] = [(0, 200), (29_999, 200), (30_000, 401), (30_001, 401)]

  @Test(arguments: arrivals)
  func `a revoked token is served until the list has arrived`(later: Int64, status: Int) throws {
    var bench = Self.bench(.denyList(delay: .seconds(30)))
    let grant = try bench.signIn()
    let end = Instant.start + .minutes(1)
    let events = bench.revoke(grant.refreshToken?.text ?? "", at: end).events
    let access = try #require(grant.accessToken.label)
    #expect(events.contains(.revocationArrives(access, at: end + .seconds(30))))
    let answer = bench.call(grant.accessToken, at: end + .milliseconds(later))
    #expect(answer.response.status == status)
  }

  @Test func `a list that arrives after the token's end is not announced`() throws {
    var bench = Self.bench(.denyList(delay: .minutes(14)))
    let grant = try bench.signIn()
    let events = bench.revoke(grant.refreshToken?.text ?? "", at: .start + .minutes(1)).events
    #expect(!events.contains { if case .revocationArrives = $0 { true } else { false } })
  }
}
