/// The cryptography that the pure rooms ask for. The composition root hands in the real thing
/// (`JOSE`), so that the rules need no import and every token in the lab is a real one.
public protocol TokenCryptography: Sendable {
  /// SHA-256 (FIPS 180-4): 32 bytes. Refresh tokens are stored as this and looked up by it.
  func digest(_ bytes: [UInt8]) -> [UInt8]

  /// A compact JWS of type `at+jwt` (RFC 9068 §2.1), signed with HS256 under the key.
  func seal(_ claims: AccessTokenClaims, with key: SigningKey) -> String

  /// Parses, checks the signature and then the claims, in that order; the first flaw ends it.
  func verify(
    _ token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict
}

/// A secret key of the lab's authorization server: HS256, because it gives the same bytes for the
/// same seed. 32 bytes (RFC 7518 §3.2 asks for at least the hash's size).
public struct SigningKey: Hashable, Sendable {
  public let keyID: String
  public let secret: [UInt8]

  public init(keyID: String, secret: [UInt8]) {
    precondition(secret.count >= 32, "an HS256 key has at least 32 bytes, not \(secret.count)")
    self.keyID = keyID
    self.secret = secret
  }
}

/// What a resource server was configured to believe: nothing of it is taken from the token.
public struct AccessTokenExpectation: Sendable {
  public var issuer: String
  public var audience: String
  public var keys: [SigningKey]
  /// Allowance for clock skew: 0 or more; an RFC's "no more than a few minutes" (RFC 7519 §4.1.4).
  public var leeway: TimeSpan

  public init(issuer: String, audience: String, keys: [SigningKey], leeway: TimeSpan = .zero) {
    self.issuer = issuer
    self.audience = audience
    self.keys = keys
    self.leeway = leeway
  }
}

public enum AccessTokenVerdict: Equatable, Sendable {
  case accepted(AccessTokenClaims)
  case refused(AccessTokenFlaw)
}
