import CustomDump
import Testing

@testable import TokenCore

/// The revocation endpoint for refresh tokens (RFC 7009).
struct RevocationTests {
  var bench = Bench(.rotating())
  let ended = ServerEvent.familyRevoked(FamilyID(index: 0), .logout)

  @Test mutating func `revoking a refresh token ends its family`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.revoke(try #require(grants[1].refreshToken).text)
    expectNoDifference(answer.outcome, Outcome(status: 200, events: [ended]))
    #expect(!bench.isUsable(grants[1].refreshToken, at: .start))
  }

  @Test mutating func `revoking a spent token ends its family too`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start, .start])
    let answer = bench.revoke(try #require(grants[0].refreshToken).text)
    expectNoDifference(answer.outcome, Outcome(status: 200, events: [ended]))
    #expect(!bench.isUsable(grants[2].refreshToken, at: .start))
  }

  @Test(arguments: [nil, "refresh_token", "access_token", "zzz", ""])
  mutating func `a hint changes nothing`(_ hint: String?) throws {
    let grant = try bench.signIn()
    let answer = bench.revoke(try #require(grant.refreshToken).text, hint: hint)
    expectNoDifference(answer.outcome, Outcome(status: 200, events: [ended]))
  }

  @Test(arguments: ["made-up", "é", "a.b.c"])
  mutating func `a token that the server never knew is as good as revoked`(
    _ text: String
  ) throws {
    _ = try bench.signIn()
    let before = bench.server
    expectNoDifference(bench.revoke(text).outcome, Outcome(status: 200))
    #expect(bench.server == before)
  }

  @Test mutating func `an expired token is as good as revoked`() throws {
    let grant = try bench.signIn()
    let answer = bench.revoke(try #require(grant.refreshToken).text, at: .at(.days(60)))
    #expect(answer.response == .success)
  }

  @Test mutating func `revoking twice changes nothing the second time`() throws {
    let token = try #require(bench.signIn().refreshToken)
    _ = bench.revoke(token.text)
    let before = bench.server
    expectNoDifference(bench.revoke(token.text, at: .at(.hours(1))).outcome, Outcome(status: 200))
    #expect(bench.server == before)
  }

  @Test(arguments: [Presenter.television, .backend])
  mutating func `another client is refused and the token stays good`(
    _ presenter: Presenter
  ) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.revoke(try #require(grant.refreshToken).text, by: presenter)
    expectNoDifference(answer.outcome, .refused(.revokerMismatch, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test(arguments: ClientAuthenticationTests.impostors)
  mutating func `whoever fails to authenticate revokes nothing`(_ presenter: Presenter) throws {
    let grant = try bench.signIn(on: .backend)
    let before = bench.server
    let answer = bench.revoke(try #require(grant.refreshToken).text, by: presenter)
    expectNoDifference(
      answer.outcome, .refused(.clientAuthenticationFailed, .invalidClient, status: 401))
    #expect(bench.server == before)
  }

  @Test(arguments: [Presenter.backend, .backendByHeader])
  mutating func `a confidential client revokes with its secret`(_ presenter: Presenter) throws {
    let grant = try bench.signIn(on: .backend)
    let answer = bench.revoke(try #require(grant.refreshToken).text, by: presenter)
    expectNoDifference(answer.outcome, Outcome(status: 200, events: [ended]))
  }

  @Test(arguments: [["token": ""], [:], ["token": "a", "token": "a"]] as [Form])
  mutating func `a request without exactly one token is malformed`(_ form: Form) {
    let answer = bench.server.answer(
      RevocationRequest(form: Presenter.web.signed(form)), at: .start, Bench.cryptography)
    expectNoDifference(answer.outcome, .refused(.requestMalformed, .invalidRequest))
  }

  @Test mutating func `a log-out during a refresh leaves no successor behind`() throws {
    let token = try #require(bench.signIn().refreshToken)
    let successor = try bench.refresh(token, at: .start).granted.refreshToken
    _ = bench.revoke(token.text)
    #expect(!bench.isUsable(successor, at: .start))
  }
}
