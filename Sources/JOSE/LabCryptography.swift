import Crypto
import TokenCore

/// The real cryptography behind the lab's rules on swift-crypto: SHA-256, and access tokens that are
/// signed with Ed25519 or HS256, as the key says.
///
/// Everything here answers as a pure function does: no clock, no randomness. What was signed lately is
/// remembered by all copies together, which changes no answer.
public struct LabCryptography: TokenCryptography {
  /// The longest lifetime a token may claim, or nil for any: the lab also shows tokens that live too
  /// long.
  public var maximumLifetime: TimeSpan?
  private let memory = SignatureMemory()

  /// Any lifetime is taken unless a longest one is given.
  public init(maximumLifetime: TimeSpan? = nil) {
    self.maximumLifetime = maximumLifetime
  }

  /// SHA-256 (FIPS 180-4): 32 bytes.
  public func digest(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  /// The public half of the Ed25519 key with that seed (RFC 8032 §5.1.5); a seed of another length than
  /// 32 bytes stops the program.
  public func publicKey(ofSeed seed: [UInt8]) -> [UInt8] {
    Array(Ed25519Key.of(seed: seed).publicKey.rawRepresentation)
  }

  /// A compact JWS (RFC 7515 §7.1) with these claims in a fixed order, signed with the key's one
  /// algorithm: the same bytes for the same claims and key.
  public func seal(
    _ claims: AccessTokenClaims, as type: TokenType, with key: SigningKey
  ) -> String {
    let algorithm = SigningAlgorithm(key.signature)
    let header = AccessTokenClaims.header(algorithm: algorithm, type: type, keyID: key.keyID)
    let token = try? CompactJWS.seal(
      header: header, payload: claims.serialized(), with: SealingKey(key, memory), memory)
    guard let token else { preconditionFailure("\(key.keyID) does not sign") }
    return token
  }

  /// Checks parsing, `alg`, `kid`, `typ`, signature and claims, in that order (RFC 9068 §4); the
  /// first flaw ends it.
  public func verify(
    _ token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict {
    verifier(expectation).verify(token, at: now)
  }

  /// Asks of the claims what `verify` asks of them after the signature, in the same order.
  public func judgeAgain(
    _ claims: AccessTokenClaims, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict {
    rules(expectation).judgeAgain(claims, at: now)
  }

  func verifier(_ expectation: AccessTokenExpectation) -> AccessTokenVerifier {
    var verifier = AccessTokenVerifier(
      keys: expectation.keys.map { VerificationKey($0) }, rules: rules(expectation))
    verifier.memory = memory
    return verifier
  }

  private func rules(_ expectation: AccessTokenExpectation) -> AccessTokenRules {
    AccessTokenRules(
      issuer: expectation.issuer, audience: expectation.audience, leeway: expectation.leeway,
      maximumLifetime: maximumLifetime, type: expectation.type)
  }

  /// A DPoP proof (RFC 9449 §4.2), signed with Ed25519: the same bytes for the same proof and key.
  public func prove(_ proof: PossessionProof, with key: DeviceKey) -> String {
    let proof = DPoPProof(
      proofID: proof.proofID, method: proof.method, target: proof.target,
      issuedAt: proof.issuedAt,
      accessTokenHash: proof.accessToken.map(DPoPProof.hash(ofAccessToken:)), nonce: proof.nonce)
    // A seed of 32 bytes, which a device key always has, makes a key that signs.
    let key = SealingKey(keyID: nil, material: .ed25519(memory.key(ofSeed: key.seed)))
    return (try? proof.sealed(with: key, memory)) ?? ""
  }

  /// Checks a DPoP proof against the request that it came with (RFC 9449 §4.3), except for its
  /// repetition and its nonce: those are for the caller to judge.
  public func verify(
    proof: String, against expectation: ProofExpectation, at now: NumericDate
  ) -> PossessionVerdict {
    var verifier = DPoPVerifier(
      method: expectation.method, target: expectation.target,
      accessToken: expectation.accessToken, window: expectation.window)
    verifier.memory = memory
    return switch verifier.verify(proof, at: now) {
    case .accepted(let claims, let thumbprint):
      .accepted(thumbprint: thumbprint, proofID: claims.proofID, nonce: claims.nonce)
    case .refused(let flaw): .refused(flaw.rawValue)
    }
  }

  /// The thumbprint of the key's public half (RFC 7638).
  public func thumbprint(of key: DeviceKey) -> String {
    SealingKey(keyID: nil, material: .ed25519(memory.key(ofSeed: key.seed)))
      .verificationKey.jwk.thumbprint
  }
}
