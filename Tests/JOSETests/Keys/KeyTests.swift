import Testing
import TokenCore

@testable import JOSE

@Suite struct KeyTests {
  /// RFC 8037 Appendix A.
  static let ed25519 =
    #"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","#
    + #""x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#

  @Test func `the Ed25519 example of RFC 8037 has its thumbprint and signature`() throws {
    let jwk = try JWK(parsing: Self.ed25519)
    #expect(jwk.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    let token = try CompactJWS.seal(
      header: Array(#"{"alg":"EdDSA"}"#.utf8), payload: Array("Example of Ed25519 signing".utf8),
      with: SealingKey(jwk))
    #expect(
      token
        == "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-"
        + "09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
  }

  @Test(arguments: Fixture.allKeys)
  func `a private key and its public key have one thumbprint`(key: SealingKey) throws {
    let published = key.verificationKey.jwk
    let read = try VerificationKey(published)
    #expect(read.jwk.thumbprint == published.thumbprint)
    #expect(read.algorithm == key.algorithm)
    #expect(read.keyID == key.keyID)
  }

  @Test(
    arguments: [
      ("", .unreadable), ("[]", .unreadable), ("{}", .unreadable), (#"{"kty":5}"#, .unreadable),
      (#"{"kty":"oct"}"#, .unreadable), (#"{"kty":"oct","k":"A"}"#, .unreadable),
      (#"{"kty":"oct","k":"AAAA"}"#, .weak), (#"{"kty":"zzz"}"#, .unsupported),
      (#"{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}"#, .unsupported),
      (#"{"kty":"EC","crv":"P-256","x":"AA"}"#, .unreadable),
      (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, .invalid),
      (#"{"kty":"EC","crv":"P-256","x":"\#(zeros)","y":"\#(zeros)"}"#, .invalid),
      (#"{"kty":"OKP","crv":"X25519","x":"\#(zeros)"}"#, .unsupported),
      (#"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#, .invalid),
      (#"{"kty":"RSA","n":"AAAA","e":"AQAB"}"#, .unsupported),
      (#"{"kty":"oct","k":"\#(zeros)","alg":"HS512"}"#, .otherUse),
      (#"{"kty":"oct","k":"\#(zeros)","use":"enc"}"#, .otherUse),
      (#"{"kty":"oct","k":"\#(zeros)","kid":5}"#, .unreadable),
      (#"{"kty":"oct","k":"\#(zeros)","k":"AAAA"}"#, .unreadable),
    ] as [(String, KeyFlaw)])
  func `a key that cannot be used says why`(json: String, flaw: KeyFlaw) {
    #expect(throws: flaw) { try VerificationKey(JWK(parsing: json)) }
  }

  static let zeros = Base64URL.encode([UInt8](repeating: 0, count: 32))

  @Test func `a private part that is not the public part's is refused`() throws {
    let other = Self.ed25519.replacing("nWGxne", with: "AWGxne")
    #expect(throws: KeyFlaw.invalid) { try SealingKey(JWK(parsing: other)) }
    #expect(throws: KeyFlaw.notPrivate) { try SealingKey(Fixture.es256.verificationKey.jwk) }
  }

  @Test func `coordinates of other lengths do not make up for each other`() {
    guard case .p256(let x, let y, _) = Fixture.es256.verificationKey.jwk.material else { return }
    let shifted = JWK(.p256(x: Array(x.prefix(31)), y: Array(x.suffix(1)) + y, d: nil))
    #expect(throws: KeyFlaw.invalid) { try VerificationKey(shifted) }
  }

  @Test func `the zero and the order are no private numbers of P-256`() {
    #expect(throws: KeyFlaw.invalid) { try SealingKey(p256: [UInt8](repeating: 0, count: 32)) }
    #expect(throws: KeyFlaw.invalid) { try SealingKey(p256: [UInt8](repeating: 255, count: 32)) }
    #expect(throws: KeyFlaw.invalid) { try SealingKey(p256: [1]) }
    #expect(throws: KeyFlaw.invalid) { try SealingKey(ed25519: [1]) }
  }

  @Test func `a set skips what it cannot use`() throws {
    let set = try JWKSet(
      parsing: """
        {"more":1,"keys":[{"kty":"zzz"},5,\(Self.ed25519),{"kty":"oct","k":"AAAA"},
        {"kty":"RSA","n":"AAAA","e":"AQAB"}]}
        """)
    #expect(set.skipped == [.unsupported, .unreadable])
    #expect(set.keys.count == 3)
    #expect(set.verificationKeys.map(\.algorithm) == [.edDSA])
  }

  @Test(arguments: ["", "[]", "{}", #"{"keys":{}}"#, #"{"keys":[],"keys":[]}"#, #"{"keys":[]}x"#])
  func `what is no set is refused`(json: String) {
    #expect(throws: KeyFlaw.unreadable) { try JWKSet(parsing: json) }
  }

  @Test func `a published set holds nothing that must stay secret`() throws {
    let document = JWKSet.document(publishing: Fixture.allKeys.map(\.verificationKey))
    let set = try JWKSet(parsing: document)
    #expect(set.verificationKeys.map(\.keyID) == ["es-1", "ed-1"])
    for name in ["\"d\"", "\"k\"", "oct"] { #expect(!document.contains(name)) }
    #expect(JWKSet.document(publishing: [Fixture.hs256.verificationKey]) == #"{"keys":[]}"#)
  }

  @Test(
    arguments: [
      ("HS256", .hs256), ("ES256", .es256), ("EdDSA", .edDSA), ("Ed25519", .edDSA), ("hs256", nil),
      ("none", nil), ("", nil), ("RS256", nil), ("HS256 ", nil), ("Ed448", nil),
    ] as [(String, SigningAlgorithm?)])
  func `an algorithm has exactly its name`(name: String, algorithm: SigningAlgorithm?) {
    #expect(SigningAlgorithm(headerName: name) == algorithm)
  }
}
