import CustomDump
import Testing

@testable import TokenCore

/// The revocation endpoint for access tokens: only where somebody asks for the record (RFC 7009 §2.2.1).
struct AccessTokenRevocationTests {
  static func bench(_ check: AccessTokenCheck) -> Bench {
    Bench(.rotating(access: AccessTokenPolicy(lifetime: .minutes(15), check: check)))
  }

  @Test func `a self-contained access token cannot be revoked, and the server says so`() throws {
    var bench = Self.bench(.signatureOnly)
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.revoke(grant.accessToken.text, hint: "access_token")
    expectNoDifference(answer.outcome, .refused(.tokenTypeNotRevocable, .unsupportedTokenType))
    #expect(bench.server == before)
  }

  @Test(arguments: [AccessTokenCheck.denyList(), .allowList])
  func `an access token on record dies at once and alone`(_ check: AccessTokenCheck) throws {
    var bench = Self.bench(check)
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.revoke(grants[0].accessToken.text)
    expectNoDifference(
      answer.outcome,
      Outcome(status: 200, events: [.accessTokenRevoked(AccessTokenID(index: 0))]))
    #expect(bench.call(grants[0].accessToken, at: .start).response.status == 401)
    #expect(bench.call(grants[1].accessToken, at: .start).response.status == 200)
    #expect(bench.isUsable(grants[1].refreshToken, at: .start))
  }

  @Test(arguments: [AccessTokenCheck.denyList(), .allowList])
  func `revoking it twice changes nothing the second time`(_ check: AccessTokenCheck) throws {
    var bench = Self.bench(check)
    let grant = try bench.signIn()
    _ = bench.revoke(grant.accessToken.text)
    let before = bench.server
    let again = bench.revoke(grant.accessToken.text, at: .at(.minutes(1)))
    expectNoDifference(again.outcome, Outcome(status: 200))
    #expect(bench.server == before)
  }

  @Test func `another client cannot revoke it`() throws {
    var bench = Self.bench(.denyList())
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.revoke(grant.accessToken.text, by: .television)
    expectNoDifference(answer.outcome, .refused(.revokerMismatch, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `an expired access token is as good as revoked`(
    _ offset: Int64, _ isAlive: Bool
  ) throws {
    var bench = Self.bench(.denyList())
    let grant = try bench.signIn()
    let before = bench.server
    let now = Instant.at(.minutes(15) + .milliseconds(offset))
    #expect(bench.revoke(grant.accessToken.text, at: now).response == .success)
    #expect((bench.server != before) == isAlive)
  }
}
