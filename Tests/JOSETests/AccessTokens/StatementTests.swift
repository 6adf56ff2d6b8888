import Testing
import TokenCore

@testable import JOSE

/// What a refusal tells of the claims: only what a key of ours has signed.
struct StatementTests {
  private func statement(
    _ token: String, at now: NumericDate = Fixture.now
  ) -> AccessTokenClaims? {
    guard case .refused(_, let claims) = Fixture.verifier().verify(token, at: now) else {
      return nil
    }
    return claims
  }

  @Test func `an expired token states all its claims`() {
    let token = LabCryptography().seal(Fixture.claims, with: Fixture.signingKey)
    let late = NumericDate(seconds: Fixture.claims.expiresAt.seconds)
    #expect(statement(token, at: late) == Fixture.claims)
  }

  @Test(arguments: [
    (#""https://elsewhere.example""#, ["https://elsewhere.example"]),
    (#"["a", "b"]"#, ["a", "b"]), (#"["a", 5, {}]"#, ["a"]), ("5", []), ("{}", []),
  ])
  func `a token for somebody else says for whom`(json: String, audience: [String]) {
    #expect(statement(Forge.token(claims: ["aud": json]))?.audience == audience)
  }

  @Test func `a long list of audiences is cut`() {
    let list = (0..<17).map { #""a\#($0)""# }.joined(separator: ",")
    #expect(statement(Forge.token(claims: ["aud": "[\(list)]"]))?.audience.count == 16)
  }

  @Test func `another issuer is named`() {
    let token = Forge.token(claims: ["iss": #""https://elsewhere.example""#])
    #expect(statement(token)?.issuer == "https://elsewhere.example")
    #expect(statement(Forge.token(claims: ["iss": "5"]))?.issuer == "")
  }

  @Test(arguments: [["exp": #""soon""#], ["jti": "null"], ["sub": #""""#]])
  func `claims that cannot be read are not told`(claims: [String: String]) {
    #expect(statement(Forge.token(claims: claims)) == nil)
  }

  @Test func `what is not signed states nothing`() {
    let token = LabCryptography().seal(Fixture.claims, with: Fixture.signingKey)
    let late = NumericDate(seconds: Fixture.claims.expiresAt.seconds)
    #expect(statement(String(token.dropLast(4)) + "AAAA", at: late) == nil)
    #expect(statement("nonsense", at: late) == nil)
  }
}
