import TestKeys
import Testing

@testable import JOSE

@Suite struct PEMTests {
  @Test(
    arguments: [
      (OpenSSLKeys.p256Public, OpenSSLKeys.p256SEC1, .es256),
      (OpenSSLKeys.p256Public, OpenSSLKeys.p256PKCS8, .es256),
      (OpenSSLKeys.ed25519Public, OpenSSLKeys.ed25519PKCS8, .edDSA),
    ] as [(String, String, SigningAlgorithm)])
  func `a pair of PEM keys belongs together`(
    publicPEM: String, privatePEM: String, algorithm: SigningAlgorithm
  ) throws {
    let verificationKey = try VerificationKey(pem: publicPEM, keyID: "pem")
    let sealingKey = try SealingKey(pem: privatePEM, keyID: "pem")
    #expect(verificationKey.algorithm == algorithm)
    #expect(sealingKey.verificationKey.jwk.thumbprint == verificationKey.jwk.thumbprint)
    let verifier = AccessTokenVerifier(keys: [verificationKey], rules: Fixture.rules)
    let token = try Fixture.claims.sealed(with: sealingKey)
    #expect(verifier.verify(token, at: Fixture.now) == .accepted(Fixture.claims))
  }

  @Test func `line ends and a final line do not matter`() throws {
    let text = OpenSSLKeys.p256Public.split(separator: "\n").joined(separator: "\r\n") + "\r\n\n"
    #expect(try VerificationKey(pem: text).algorithm == .es256)
  }

  @Test(
    arguments: [
      (OpenSSLKeys.rsaPublic, .unsupported), (OpenSSLKeys.p384Public, .unsupported),
      (OpenSSLKeys.p256PKCS8, .unsupported), ("", .unreadable), ("not a key", .unreadable),
      ("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", .unreadable),
      ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", .unreadable),
      ("-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----", .unreadable),
      (OpenSSLKeys.p256Public.replacing("END PUBLIC", with: "END PRIVATE"), .unreadable),
      (
        OpenSSLKeys.ed25519Public.replacing("PaZGTM=", with: "PaZGTMA"), .unsupported
      ), (OpenSSLKeys.p256Public + "\n" + OpenSSLKeys.p256Public, .unreadable),
      (OpenSSLKeys.ed25519Public.replacing("GTM=", with: "GTN="), .unreadable),
      (String(repeating: "-----BEGIN X-----\n", count: 1000), .unreadable),
    ] as [(String, KeyFlaw)])
  func `what is no public key here is refused`(text: String, flaw: KeyFlaw) {
    #expect(throws: flaw) { try VerificationKey(pem: text) }
  }

  @Test(arguments: [OpenSSLKeys.p256Public, OpenSSLKeys.ed25519Public, OpenSSLKeys.rsaPublic])
  func `a public key does not sign`(text: String) {
    #expect(throws: KeyFlaw.notPrivate) { try SealingKey(pem: text) }
  }
}
