import Testing
import TokenCore

@testable import JOSE

/// Tokens under each of the two ways in which the lab's server signs.
struct SignatureTests {
  private let lab = LabCryptography()

  private func key(_ signature: TokenSignature) -> SigningKey {
    SigningKey(keyID: "k", for: signature, secret: (1...32).map { UInt8($0) }, lab)
  }

  private func expectation(_ keys: [VerifyingKey]) -> AccessTokenExpectation {
    AccessTokenExpectation(issuer: Fixture.issuer, audience: Fixture.audience, keys: keys)
  }

  @Test(arguments: zip(TokenSignature.allCases, ["EdDSA", "HS256"]))
  func `a token says how it was signed, and its verifying key opens it`(
    _ signature: TokenSignature, _ algorithm: String
  ) throws {
    let key = key(signature)
    let token = lab.seal(Fixture.claims, with: key)
    #expect(token == lab.seal(Fixture.claims, with: key))
    #expect(try AccessTokenVerifier.parse(token).get().jws.header.algorithm == algorithm)
    let expectation = expectation([key.verifyingKey])
    #expect(lab.verify(token, against: expectation, at: Fixture.now) == .accepted(Fixture.claims))
  }

  @Test func `a public key taken for a shared secret opens nothing`() {
    let pair = key(.ed25519)
    guard case .ed25519(let publicKey) = pair.verifyingKey.material else { return }
    let forger = SigningKey(keyID: "k", for: .hs256, secret: publicKey, lab)
    let forged = lab.seal(Fixture.claims, with: forger)
    let verdict = lab.verify(forged, against: expectation([pair.verifyingKey]), at: Fixture.now)
    #expect(verdict.flaw == .algorithmNotAllowed)
  }

  /// RFC 8032 §7.1, the first test.
  @Test func `the public half is that of the RFC's example`() throws {
    let seed = try #require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
    #expect(
      Base64URL.encode(lab.publicKey(ofSeed: seed)) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    )
  }

  @Test func `bytes that are no key verify nothing`() {
    let token = lab.seal(Fixture.claims, with: key(.ed25519))
    for byte in [UInt8(0), 2, 255] {
      let other = VerifyingKey(
        keyID: "k", .ed25519(publicKey: [UInt8](repeating: byte, count: 32)))
      let verdict = lab.verify(token, against: expectation([other]), at: Fixture.now)
      #expect(verdict.flaw == .badSignature)
    }
  }

  /// Of a token that was accepted once, whatever is believed and whenever it comes again.
  @Test(arguments: [Int64(-100_000), -1, 0, 1, 299, 300, 301, 330, 100_000])
  func `what is judged again is judged as at first`(_ seconds: Int64) {
    let key = key(.ed25519)
    let token = lab.seal(Fixture.claims, with: key)
    let now = Fixture.now + .seconds(seconds)
    for leeway in [TimeSpan.zero, .seconds(30)] {
      for (issuer, audience) in [
        (Fixture.issuer, Fixture.audience), ("https://other", Fixture.audience),
        (Fixture.issuer, "https://other"),
      ] {
        let expectation = AccessTokenExpectation(
          issuer: issuer, audience: audience, keys: [key.verifyingKey], leeway: leeway)
        #expect(
          lab.judgeAgain(Fixture.claims, against: expectation, at: now).flaw
            == lab.verify(token, against: expectation, at: now).flaw)
      }
    }
  }
}
