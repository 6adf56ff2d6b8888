import Crypto
import CustomDump
import Testing
import TokenCore

@testable import JOSE

@Suite struct LabCryptographyTests {
  let lab = LabCryptography()

  static let everything = AccessTokenClaims(
    issuer: Fixture.issuer, subject: "al\"ice\u{0}\u{1F}é\u{202E}",
    audience: [Fixture.audience, "b\\c"],
    clientID: "web", issuedAt: Fixture.now, notBefore: Fixture.now + .milliseconds(-1500),
    expiresAt: Fixture.now + .milliseconds(300_250), tokenID: "token-1", scope: "",
    authenticatedAt: NumericDate(seconds: 0), sessionID: "session", tokenVersion: -7,
    confirmation: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")

  @Test(arguments: [Fixture.claims, everything])
  func `the claims that go in come out`(claims: AccessTokenClaims) {
    let token = lab.seal(claims, with: Fixture.signingKey)
    let expectation = AccessTokenExpectation(
      issuer: Fixture.issuer, audience: Fixture.audience, keys: [Fixture.signingKey.verifyingKey])
    expectNoDifference(
      lab.verify(token, against: expectation, at: Fixture.now), .accepted(claims))
  }

  @Test func `a token for nobody is accepted by nobody`() throws {
    var claims = Fixture.claims
    claims.audience = []
    let token = lab.seal(claims, with: Fixture.signingKey)
    #expect(try AccessTokenVerifier.parse(token).get().claims["aud"] == .array([]))
    #expect(Fixture.verifier().verify(token, at: Fixture.now).flaw == .wrongAudience)
  }

  /// Made independently with Python's `hmac` and `base64`.
  @Test func `the same claims give the same bytes`() {
    #expect(
      lab.seal(Fixture.claims, with: Fixture.signingKey)
        == "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImhzLTEifQ."
        + "eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJzdWIiOiJhbGljZSIsImF1ZCI6Imh0dHBzOi8vYXBpLmV4"
        + "YW1wbGUiLCJjbGllbnRfaWQiOiJ3ZWIiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMDMwMCwianRp"
        + "IjoidG9rZW4tMSIsInNjb3BlIjoicmVhZCB3cml0ZSJ9."
        + "ecLTcBlHtcOmXcKurRzjtK_3kvJNkYNoJVGdDhlP_Ck")
  }

  @Test func `of two keys with one name the one that fits is found`() {
    let other = SigningKey(
      keyID: "hs-1", for: .hs256, secret: [UInt8](repeating: 9, count: 32), lab)
    let expectation = AccessTokenExpectation(
      issuer: Fixture.issuer, audience: Fixture.audience,
      keys: [other.verifyingKey, Fixture.signingKey.verifyingKey])
    let token = lab.seal(Fixture.claims, with: Fixture.signingKey)
    #expect(lab.verify(token, against: expectation, at: Fixture.now) == .accepted(Fixture.claims))
  }

  @Test func `without keys nothing is allowed`() {
    let expectation = AccessTokenExpectation(
      issuer: Fixture.issuer, audience: Fixture.audience, keys: [])
    let token = lab.seal(Fixture.claims, with: Fixture.signingKey)
    #expect(lab.verify(token, against: expectation, at: Fixture.now).flaw == .algorithmNotAllowed)
  }

  @Test func `a digest is SHA-256`() {
    #expect(
      Base64URL.encode(lab.digest(Array("abc".utf8)))
        == "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")
  }

  /// RFC 4231 §4.2, §4.3 and §4.7 (a key longer than a block).
  @Test(
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "sDRMYdjbOFNcqK_OrwvxK4gdwgDJgz2nJuk3bC4yz_c"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131),
        "Test Using Larger Than Block-Size Key - Hash Key First",
        "YOQxWR7gtn8Niiaqy_W3f44LxiE3KMUUBUYEDw7jf1Q"
      ),
    ] as [([UInt8], String, String)])
  func `the message code is that of RFC 4231`(key: [UInt8], message: String, code: String) {
    let made = Array(MessageCode.make(for: Array(message.utf8), with: key))
    #expect(Base64URL.encode(made) == code)
  }

  @Test(arguments: [0, 1, 31, 32, 63, 64, 65, 128, 200], [0, 1, 55, 56, 64, 1000])
  func `the message code is the library's`(keyLength: Int, messageLength: Int) {
    let key = (0..<keyLength).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let message = (0..<messageLength).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let library = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))
    #expect(MessageCode.isValid(Array(library), for: message, with: key))
    #expect(Array(MessageCode.make(for: message, with: key)) == Array(library))
  }
}
