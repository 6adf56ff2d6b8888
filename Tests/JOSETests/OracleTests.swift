import JWTKit
import TestKeys
import Testing
import TokenCore

@testable import JOSE

/// Another implementation opens what we seal, and we open what it seals.
@Suite struct OracleTests {
  private struct Payload: JWTPayload, Equatable {
    var iss = Fixture.issuer
    var sub = "al\"ice é"
    var aud = [Fixture.audience, "other"]
    var client_id = "web"
    var iat = 1_700_000_000
    var exp = 1_700_000_300
    var jti = "token-1"
    var scope = "read write"

    func verify(using algorithm: some JWTAlgorithm) throws {}
  }

  private var claims: AccessTokenClaims {
    var claims = Fixture.claims
    claims.subject = "al\"ice é"
    claims.audience = [Fixture.audience, "other"]
    return claims
  }

  private static let keys: [SealingKey] = [
    Fixture.hs256,
    certainly { try SealingKey(pem: OpenSSLKeys.p256SEC1, keyID: "es-1") },
    certainly { try SealingKey(pem: OpenSSLKeys.ed25519PKCS8, keyID: "ed-1") },
  ]

  private func collection() async throws -> JWTKeyCollection {
    let keys = JWTKeyCollection()
    await keys.add(
      hmac: HMACKey(from: Fixture.signingKey.secret), digestAlgorithm: .sha256, kid: "hs-1")
    await keys.add(ecdsa: try ES256PrivateKey(pem: OpenSSLKeys.p256PKCS8), kid: "es-1")
    await keys.add(eddsa: try EdDSA.PrivateKey(pem: OpenSSLKeys.ed25519PKCS8), kid: "ed-1")
    return keys
  }

  @Test(arguments: Self.keys)
  func `the oracle opens what we seal`(key: SealingKey) async throws {
    let token = try claims.sealed(with: key)
    #expect(try await collection().verify(token, as: Payload.self) == Payload())
  }

  @Test(arguments: Self.keys)
  func `the oracle refuses what we seal with another key`(key: SealingKey) async throws {
    let other = try SealingKey(secret: [UInt8](repeating: 1, count: 32), keyID: key.keyID)
    let token = Forge.token(
      header: ["alg": "\"\(key.algorithm.rawValue)\"", "kid": "\"\(key.keyID ?? "")\""], key: other)
    await #expect(throws: (any Error).self) {
      try await collection().verify(token, as: Payload.self)
    }
  }

  @Test(arguments: Self.keys)
  func `we open what the oracle seals`(key: SealingKey) async throws {
    let token = try await collection().sign(
      Payload(), kid: JWKIdentifier(string: key.keyID ?? ""), header: ["typ": "at+jwt"])
    #expect(Fixture.verifier([key]).verify(token, at: Fixture.now) == .accepted(claims))
    #expect(
      Fixture.verifier(Self.keys).verify(token, at: Fixture.now) == .accepted(claims))
  }

  @Test func `the oracle reads the keys we publish`() async throws {
    let document = JWKSet.document(publishing: Self.keys.map(\.verificationKey))
    let keys = try await JWTKeyCollection().add(jwksJSON: document)
    for key in Self.keys.dropFirst() {
      let token = try claims.sealed(with: key)
      #expect(try await keys.verify(token, as: Payload.self) == Payload())
    }
  }
}
