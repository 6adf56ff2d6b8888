import CustomDump
import JOSE
import Testing

@testable import TokenCore

/// What a resource server remembers of tokens that it has verified, and what it asks all the same.
struct VerifiedTokenTests {
  private var bench = Bench(.rotating())
  private var api = ResourceServer(
    policy: .quarterHour, issuer: Bench.issuer, audience: Bench.api)

  /// The status of a call, and whether the signature was computed for it.
  private mutating func call(
    _ text: String, at now: Instant, needing scope: String = "read"
  ) -> (status: Int, isComputed: Bool) {
    let cryptography = CountingCryptography()
    let request = ResourceRequest(
      token: AccessToken(text: text, label: nil), requiredScope: scope)
    var step = api.receive(request, at: now, cryptography)
    while case .asks(let visit) = step {
      let reply = bench.server.reply(
        to: visit.question, at: now, using: &bench.random, Bench.cryptography)
      step = api.resume(visit, with: reply, cryptography)
    }
    guard case .answered(let answer) = step else { return (0, false) }
    return (answer.response.status, cryptography.verified > 0)
  }

  @Test mutating func `a signature is computed once while the key set stands`() throws {
    let token = try bench.signIn().accessToken.text
    #expect(call(token, at: .start) == (200, true))
    #expect(call(token, at: .start) == (200, false))
    // The set is fetched again, and is the same.
    #expect(call(token, at: .at(.minutes(6))) == (200, false))
    _ = bench.server.rotateSigningKey(using: &bench.random, Bench.cryptography)
    #expect(call(token, at: .at(.minutes(12))) == (200, true))
    #expect(call(token, at: .at(.minutes(12))) == (200, false))
  }

  @Test mutating func `a remembered token is refused when its key is withdrawn`() throws {
    let token = try bench.signIn().accessToken.text
    #expect(call(token, at: .start).status == 200)
    _ = bench.server.withdrawSigningKeys(using: &bench.random, Bench.cryptography)
    #expect(call(token, at: .at(.minutes(5) - .aMoment)).status == 200)
    #expect(call(token, at: .at(.minutes(5))).status == 401)
  }

  @Test mutating func `a remembered token ends at exp, and opens no more than its scope`() throws {
    let token = try bench.signIn().accessToken.text
    #expect(call(token, at: .start).status == 200)
    #expect(call(token, at: .at(.minutes(15) - .aMoment)) == (200, false))
    #expect(call(token, at: .start, needing: "admin") == (403, false))
    #expect(call(token, at: .at(.minutes(15))) == (401, false))
  }

  /// `K` and the Kelvin sign are one character to Swift, and two to a verifier.
  @Test mutating func `a text of other bytes is another token`() throws {
    let token = try #require(
      try (0..<20).lazy.map { _ in try bench.signIn().accessToken.text }.first { $0.contains("K") })
    let other = token.replacing("K", with: "\u{212A}")
    #expect(token == other)
    #expect(call(token, at: .start) == (200, true))
    #expect(call(other, at: .start) == (401, true))
  }

  @Test func `as many tokens are remembered as there is room for, those that end last`() {
    var tokens = VerifiedTokens()
    var claims = AccessTokenClaims(
      issuer: "i", subject: "s", audience: ["a"], clientID: "c", issuedAt: .epoch,
      expiresAt: .epoch, tokenID: "t")
    for second in 1...300 {
      claims.expiresAt = NumericDate(.at(.seconds(Int64(second))))
      tokens.remember("token \(second)", saying: claims, at: .start, leeway: .zero)
    }
    #expect(tokens.count(at: .start, leeway: .zero) == VerifiedTokens.limit)
    #expect(tokens["token 44"] == nil)
    #expect(tokens["token 45"] != nil)
    tokens.remember("late", saying: claims, at: .at(.seconds(299)), leeway: .zero)
    #expect(tokens["token 299"] == nil)
    #expect(tokens.count(at: .start, leeway: .zero) == 2)
  }
}

/// The lab's cryptography, which counts how often a signature is computed.
private final class CountingCryptography: TokenCryptography, @unchecked Sendable {
  private let lab = LabCryptography()
  private(set) var verified = 0

  func digest(_ bytes: [UInt8]) -> [UInt8] { lab.digest(bytes) }
  func publicKey(ofSeed seed: [UInt8]) -> [UInt8] { lab.publicKey(ofSeed: seed) }
  func seal(_ claims: AccessTokenClaims, as type: TokenType, with key: SigningKey) -> String {
    lab.seal(claims, as: type, with: key)
  }
  func verify(
    _ token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict {
    verified += 1
    return lab.verify(token, against: expectation, at: now)
  }
  func expiry(statedIn token: String) -> NumericDate? { lab.expiry(statedIn: token) }
  func judgeAgain(
    _ claims: AccessTokenClaims, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict {
    lab.judgeAgain(claims, against: expectation, at: now)
  }
  func prove(_ proof: PossessionProof, with key: DeviceKey) -> String {
    lab.prove(proof, with: key)
  }
  func verify(
    proof: String, against expectation: ProofExpectation, at now: NumericDate
  ) -> PossessionVerdict {
    lab.verify(proof: proof, against: expectation, at: now)
  }
  func thumbprint(of key: DeviceKey) -> String { lab.thumbprint(of: key) }
}
