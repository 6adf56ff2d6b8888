import CustomDump
import Testing

@testable import TokenCore

/// The claims that the server writes (RFC 9068 §2.2), read back through the verifier.
struct AccessTokenContentTests {
  var bench = Bench(.rotating())

  private func claims(of token: AccessToken, at now: Instant) throws -> AccessTokenClaims {
    let verdict = Bench.cryptography.verify(
      token.text,
      against: AccessTokenExpectation(
        issuer: Bench.issuer, audience: Bench.api,
        keys: bench.server.publishedKeys),
      at: NumericDate(now))
    guard case .accepted(let claims) = verdict else { throw Unexpected("\(verdict)") }
    return claims
  }

  @Test mutating func `an access token says for whom, by whom and how long`() throws {
    let now = Instant(milliseconds: 5250)
    let token = try bench.signIn(scope: "read write", at: now).accessToken
    let claims = try claims(of: token, at: now)
    expectNoDifference(
      claims,
      AccessTokenClaims(
        issuer: "https://as.example", subject: "alice", audience: ["https://api.example"],
        clientID: "web", issuedAt: NumericDate(seconds: 1_767_225_605),
        expiresAt: NumericDate(seconds: 1_767_226_505), tokenID: claims.tokenID,
        scope: "read write", authenticatedAt: NumericDate(seconds: 1_767_225_605)))
    #expect(claims.tokenID.utf8.count == 22)
  }

  @Test mutating func `refreshes move iat and exp, never auth_time, and repeat no jti`() throws {
    let moments = (1...20 as ClosedRange<Int64>).map { Instant.at(.minutes(7 * $0)) }
    let grants = try bench.refresh(bench.signIn(at: .at(.seconds(3))), at: moments)
    var seen: Set<String> = []
    for (grant, now) in zip(grants, [.at(.seconds(3))] + moments) {
      let claims = try claims(of: grant.accessToken, at: now)
      #expect(claims.issuedAt == NumericDate(now))
      #expect(claims.expiresAt == NumericDate(now + .seconds(grant.expiresIn)))
      #expect(claims.authenticatedAt == NumericDate(seconds: 1_767_225_603))
      #expect(seen.insert(claims.tokenID).inserted)
    }
  }

  @Test mutating func `a narrowed scope is what the token says`() throws {
    let grant = try bench.signIn()
    let narrow = try bench.refresh(grant.refreshToken, scope: "read", at: .start).granted
    #expect(try claims(of: narrow.accessToken, at: .start).scope == "read")
  }

  @Test(arguments: [1, 59, 900, 3600, 15_552_000] as [Int64])
  func `expires_in is exp less iat`(_ seconds: Int64) throws {
    var tests = AccessTokenContentTests()
    tests.bench = Bench(.rotating(access: AccessTokenPolicy(lifetime: .seconds(seconds))))
    let grant = try tests.bench.signIn()
    let claims = try tests.claims(of: grant.accessToken, at: .start)
    #expect(grant.expiresIn == seconds)
    #expect(claims.expiresAt.seconds - claims.issuedAt.seconds == seconds)
  }
}
