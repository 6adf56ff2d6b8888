import CustomDump
import Testing
import TokenCore

@testable import JOSE

extension DPoPVerdict {
  var flaw: DPoPFlaw? {
    if case .refused(let flaw) = self { flaw } else { nil }
  }
}

@Suite struct DPoPProofTests {
  static let target = "https://as.example/token"
  static let proof = DPoPProof(
    proofID: "proof-1", method: "POST", target: target, issuedAt: Fixture.now)
  static let verifier = DPoPVerifier(method: "POST", target: target)

  @Test(arguments: [Fixture.es256, Fixture.edDSA])
  func `a proof that goes in comes out with the thumbprint of its key`(key: SealingKey) throws {
    var proof = Self.proof
    proof.accessTokenHash = DPoPProof.hash(ofAccessToken: "token")
    proof.nonce = "nonce-1"
    var verifier = Self.verifier
    verifier.accessToken = "token"
    verifier.nonce = "nonce-1"
    verifier.thumbprint = key.verificationKey.jwk.thumbprint
    expectNoDifference(
      verifier.verify(try proof.sealed(with: key), at: Fixture.now),
      .accepted(proof, thumbprint: key.verificationKey.jwk.thumbprint))
  }

  @Test(arguments: ["https://AS.example:443/token?a=b", target])
  func `the server's own address may be spelled differently too`(address: String) throws {
    let verifier = DPoPVerifier(method: "POST", target: address)
    let proof = try Self.proof.sealed(with: Fixture.edDSA)
    #expect(verifier.verify(proof, at: Fixture.now).flaw == nil)
  }

  @Test func `an Ed25519 key proves with the same bytes each time`() throws {
    #expect(
      try Self.proof.sealed(with: Fixture.edDSA) == Self.proof.sealed(with: Fixture.edDSA))
  }

  @Test func `a shared secret proves nothing`() {
    #expect(throws: KeyFlaw.otherUse) { try Self.proof.sealed(with: Fixture.hs256) }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let flaw: DPoPFlaw?
    var header: [String: String?] = [:]
    var claims: [String: String?] = [:]
    var key = Fixture.edDSA
    var verifier = DPoPProofTests.verifier
    var testDescription: String { "\(input): \(flaw?.rawValue ?? "accepted")" }
  }

  static func jwk(_ key: SealingKey) -> String {
    String(
      decoding: key.verificationKey.jwk.published?.serialized() ?? [], as: UTF8.self)
  }

  static let withToken = DPoPVerifier(method: "POST", target: target, accessToken: "token")
  static let withNonce = DPoPVerifier(method: "POST", target: target, nonce: "nonce-1")

  static let somebodyElse = certainly {
    try SealingKey(ed25519: [UInt8](repeating: 5, count: 32))
  }

  static let headerRows = [
    Row(input: "as it should be", flaw: nil),
    Row(input: "typ JWT", flaw: .wrongType, header: ["typ": #""JWT""#]),
    Row(input: "typ at+jwt", flaw: .wrongType, header: ["typ": #""at+jwt""#]),
    Row(input: "no typ", flaw: .wrongType, header: ["typ": nil]),
    Row(input: "alg none", flaw: .algorithmNotAllowed, header: ["alg": #""none""#]),
    Row(input: "alg RS256", flaw: .algorithmNotAllowed, header: ["alg": #""RS256""#]),
    Row(
      input: "alg HS256", flaw: .algorithmNotAllowed,
      header: ["alg": #""HS256""#, "jwk": #"{"kty":"oct","k":"AAAA"}"#], key: Fixture.hs256),
    Row(input: "alg Ed25519", flaw: nil, header: ["alg": #""Ed25519""#]),
    Row(input: "no jwk", flaw: .keyMissing, header: ["jwk": nil]),
    Row(input: "jwk no object", flaw: .headerInvalid, header: ["jwk": "5"]),
    Row(
      input: "jwk with its private part", flaw: .keyNotPublic,
      header: ["jwk": jwk(Fixture.edDSA).dropLast() + #","d":"AAAA"}"#]),
    Row(
      input: "jwk a secret", flaw: .keyNotPublic,
      header: ["jwk": #"{"kty":"oct","k":"AAAA"}"#]),
    Row(
      input: "jwk of RSA", flaw: .keyUnusable,
      header: ["jwk": #"{"kty":"RSA","n":"AAAA","e":"AQAB"}"#]),
    Row(
      input: "jwk not on the curve", flaw: .keyUnusable,
      header: [
        "alg": #""ES256""#, "jwk": #"{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}"#,
      ]),
    Row(
      input: "jwk for another algorithm", flaw: .keyAlgorithmMismatch,
      header: ["jwk": jwk(Fixture.es256)]),
    Row(
      input: "jwk of somebody else", flaw: .badSignature,
      header: ["jwk": jwk(somebodyElse)]),
    Row(input: "crit", flaw: .criticalUnknown, header: ["crit": #"["x"]"#, "x": "1"]),
  ]

  static let claimRows =
    ["jti", "htm", "htu", "iat"].map {
      Row(input: "no \($0)", flaw: .missingClaim, claims: [$0: nil])
    }
    + ["jti", "htm", "htu", "iat", "ath", "nonce"].map {
      Row(input: "\($0) an object", flaw: .claimType, claims: [$0: "{}"])
    } + [
      Row(input: "empty jti", flaw: .claimType, claims: ["jti": #""""#]),
      Row(input: "jti of 256 bytes", flaw: nil, claims: ["jti": longID(256)]),
      Row(input: "jti of 257 bytes", flaw: .proofIDTooLong, claims: ["jti": longID(257)]),
      Row(input: "htm GET", flaw: .wrongMethod, claims: ["htm": #""GET""#]),
      Row(input: "htm post", flaw: .wrongMethod, claims: ["htm": #""post""#]),
      Row(
        input: "other path", flaw: .wrongTarget,
        claims: ["htu": #""https://as.example/revoke""#]),
      Row(
        input: "same address, spelled differently", flaw: nil,
        claims: ["htu": #""HTTPS://AS.example:443/a/../%74oken?x=1#y""#]),
      Row(input: "htu no address", flaw: .wrongTarget, claims: ["htu": #""/token""#]),
      Row(input: "60 s old", flaw: nil, claims: ["iat": "1699999940"]),
      Row(input: "60.001 s old", flaw: .tooOld, claims: ["iat": "1699999939.999"]),
      Row(input: "60 s ahead", flaw: nil, claims: ["iat": "1700000060"]),
      Row(input: "60.001 s ahead", flaw: .issuedInFuture, claims: ["iat": "1700000060.001"]),
      Row(input: "iat 1e400", flaw: .claimType, claims: ["iat": "1e400"]),
      Row(input: "no nonce", flaw: .wrongNonce, verifier: withNonce),
      Row(
        input: "old nonce", flaw: .wrongNonce, claims: ["nonce": #""nonce-0""#],
        verifier: withNonce),
      Row(input: "the nonce", flaw: nil, claims: ["nonce": #""nonce-1""#], verifier: withNonce),
      Row(input: "no ath", flaw: .missingClaim, verifier: withToken),
      Row(
        input: "ath of another token", flaw: .wrongAccessToken, claims: ["ath": #""AAAA""#],
        verifier: withToken),
      Row(
        input: "ath", flaw: nil,
        claims: ["ath": "\"" + DPoPProof.hash(ofAccessToken: "token") + "\""],
        verifier: withToken),
      Row(
        input: "key of somebody else", flaw: .wrongKey,
        verifier: DPoPVerifier(
          method: "POST", target: target, thumbprint: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
      ),
      Row(input: "unknown claim", flaw: nil, claims: ["x": "[1]"]),
    ]

  static func longID(_ length: Int) -> String {
    "\"" + String(repeating: "j", count: length) + "\""
  }

  @Test(arguments: headerRows + claimRows)
  func `a proof is refused for its first flaw`(row: Row) {
    let header: Forge.Members = [
      ("typ", #""dpop+jwt""#), ("alg", #""EdDSA""#), ("jwk", Self.jwk(Fixture.edDSA)),
    ]
    let claims: Forge.Members = [
      ("jti", #""proof-1""#), ("htm", #""POST""#), ("htu", "\"\(Self.target)\""),
      ("iat", "1700000000"),
    ]
    let proof = Forge.seal(
      Forge.object(header, changing: row.header), Forge.object(claims, changing: row.claims),
      key: row.key)
    #expect(row.verifier.verify(proof, at: Fixture.now).flaw == row.flaw)
  }

  @Test(
    arguments: [
      ("", .malformed), ("a.b", .malformed), ("bm9wZQ.e30.", .jsonInvalid),
      (String(repeating: "a", count: 9000), .tooLarge),
    ] as [(String, DPoPFlaw)])
  func `what is no JWS is refused as such`(text: String, flaw: DPoPFlaw) {
    #expect(Self.verifier.verify(text, at: Fixture.now).flaw == flaw)
  }

  @Test func `access tokens and proofs are not taken for each other`() throws {
    let proof = try Self.proof.sealed(with: Fixture.edDSA)
    let verifier = Fixture.verifier(Fixture.allKeys)
    #expect(verifier.verify(proof, at: Fixture.now).flaw == .untrustedKeyReference)
    let token = try Fixture.claims.sealed(with: Fixture.edDSA)
    #expect(Self.verifier.verify(token, at: Fixture.now).flaw == .wrongType)
  }

  @Test func `every flaw that parsing finds has a name here`() {
    let parsing: [AccessTokenFlaw] = [
      .malformed, .tooLarge, .jsonInvalid, .duplicateMember, .headerInvalid, .criticalUnknown,
      .criticalInvalid, .unencodedPayloadForbidden, .nestedUnsupported,
    ]
    for flaw in parsing { #expect(DPoPFlaw(flaw).rawValue == flaw.rawValue) }
  }
}
