import Crypto
import TokenCore

/// The real cryptography behind the lab's rules: SHA-256 and HS256 access tokens on swift-crypto.
///
/// Everything here is a pure function: no clock, no randomness, no state.
public struct LabCryptography: TokenCryptography {
  /// The longest lifetime a token may claim, or nil for any: the lab also shows tokens that live too
  /// long.
  public var maximumLifetime: TimeSpan?

  public init(maximumLifetime: TimeSpan? = nil) {
    self.maximumLifetime = maximumLifetime
  }

  public func digest(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  public func seal(_ claims: AccessTokenClaims, with key: SigningKey) -> String {
    let header = AccessTokenClaims.header(algorithm: .hs256, keyID: key.keyID)
    var token = CompactJWS.signingInput(header: header, payload: claims.serialized())
    let code = MessageCode.make(for: token, with: key.secret)
    CompactJWS.append(signature: Array(code), to: &token)
    return String(decoding: token, as: UTF8.self)
  }

  public func verify(
    _ token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict {
    let rules = AccessTokenRules(
      issuer: expectation.issuer, audience: expectation.audience, leeway: expectation.leeway,
      maximumLifetime: maximumLifetime)
    let keys = expectation.keys.map { VerificationKey($0) }
    return AccessTokenVerifier(keys: keys, rules: rules).verify(token, at: now)
  }
}
