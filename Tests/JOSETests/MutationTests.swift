import Foundation
import TestKeys
import Testing
import TokenCore

@testable import JOSE

/// Random damage, from seeds: nothing may trap, and nothing changed may be accepted.
@Suite struct MutationTests {
  @Test(arguments: Fixture.allKeys, 0..<4 as Range<UInt64>)
  func `no damaged token is accepted`(key: SealingKey, seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    let token = Array(try Fixture.claims.sealed(with: key).utf8)
    let verifier = Fixture.verifier([key])
    for _ in 0..<1500 {
      let damaged = random.mutate(token)
      guard damaged != token else { continue }
      let text = String(decoding: damaged, as: UTF8.self)
      #expect(verifier.verify(text, at: Fixture.now).flaw != nil, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `random bytes are no token`(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "damage")
    let alphabet = Array("eyJhbGciOiJIUzI1NiJ9._-AZaz09={}\"".utf8)
    for _ in 0..<1500 {
      let length = Int.random(in: 0...200, using: &random)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? alphabet.randomElement(using: &random) ?? 0 : .random(in: .min ... .max, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Fixture.verifier().verify(text, at: Fixture.now).flaw != nil, "seed \(seed)")
      #expect(DPoPVerifier(method: "", target: text).verify(text, at: Fixture.now).flaw != nil)
    }
  }

  /// The signature is genuine, so that the damage reaches the JSON and the claims.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `what is accepted from a damaged but signed payload is JSON for others too`(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "damage")
    let rich =
      #"{"iss":"https://as.example","sub":"al\u00e9\ud83d\ude00","aud":["https://api.example"],"#
      + #""client_id":"web","iat":1.7e9,"exp":1700000300.25,"jti":"t","x":[null,true,{"a":-0.5}]}"#
    let payload = Array(rich.utf8)
    var accepted = 0
    for _ in 0..<1500 {
      let damaged = random.mutate(payload)
      let token = Forge.seal(Array(Forge.headerText.utf8), damaged)
      guard Fixture.verifier().verify(token, at: Fixture.now).flaw == nil else { continue }
      accepted += 1
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(damaged))) is [String: Any],
        "seed \(seed): \(String(decoding: damaged, as: UTF8.self))")
    }
    #expect(accepted > 0)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `damaged headers and proofs do not end the program`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    let proof = Forge.parts(try DPoPProofTests.proof.sealed(with: Fixture.es256))
    let header = Base64URL.decode(proof[0]) ?? []
    let claims = Base64URL.decode(proof[1]) ?? []
    for _ in 0..<1000 {
      let damaged = Forge.seal(
        random.mutate(header), random.mutate(claims), key: Fixture.es256)
      if case .accepted(let proof, let thumbprint) = DPoPProofTests.verifier.verify(
        damaged, at: Fixture.now)
      {
        #expect(proof.method == "POST", "seed \(seed)")
        #expect(thumbprint == Fixture.es256.verificationKey.jwk.thumbprint, "seed \(seed)")
      }
      _ = AccessTokenVerifier.parse(damaged)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `damaged keys and addresses do not end the program`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    let texts =
      [OpenSSLKeys.p256Public, OpenSSLKeys.p256SEC1, OpenSSLKeys.ed25519PKCS8, KeyTests.ed25519]
      .map { Array($0.utf8) }
    for _ in 0..<1000 {
      let text = String(
        decoding: random.mutate(texts.randomElement(using: &random) ?? []), as: UTF8.self)
      _ = try? VerificationKey(pem: text)
      _ = try? SealingKey(pem: text)
      _ = try? SealingKey(JWK(parsing: text))
      let address = random.mutate(Array("https://[::1]:443/a/../%41?b#c".utf8))
      if let target = HTTPTarget(String(decoding: address, as: UTF8.self)) {
        #expect(HTTPTarget(target.description) == target, "seed \(seed): \(target)")
      }
    }
  }
}
