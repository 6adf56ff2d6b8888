/// The cryptography that the pure rooms ask for. The composition root hands in the real thing
/// (`JOSE`), so that the rules need no import and every token in the lab is a real one.
public protocol TokenCryptography: Sendable {
  /// SHA-256 (FIPS 180-4): 32 bytes. Refresh tokens are stored as this and looked up by it.
  func digest(_ bytes: [UInt8]) -> [UInt8]

  /// The public half of the Ed25519 key with that seed, 32 bytes each (RFC 8032 §5.1.5).
  func publicKey(ofSeed seed: [UInt8]) -> [UInt8]

  /// A compact JWS of the given type, signed as the key says (RFC 9068 §2.1): the same bytes for the
  /// same claims and key.
  func seal(_ claims: AccessTokenClaims, as type: TokenType, with key: SigningKey) -> String

  /// Parses, checks the signature and then the claims, in that order; the first flaw ends it.
  func verify(
    _ token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict

  /// What `exp` says in a signed token that nobody has verified; nil where it says nothing that can be
  /// read. It is for whoever looks into a token that is none of their business (RFC 9068 §6).
  func expiry(statedIn token: String) -> NumericDate?

  /// What `verify` says of a token that it accepted before, under the same keys, and that says this:
  /// all that may have changed since, and not the signature.
  func judgeAgain(
    _ claims: AccessTokenClaims, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> AccessTokenVerdict

  /// A DPoP proof (RFC 9449 §4.2), signed with Ed25519, which gives the same bytes each time.
  func prove(_ proof: PossessionProof, with key: DeviceKey) -> String

  /// Checks a proof against the request it came with (RFC 9449 §4.3).
  func verify(
    proof: String, against expectation: ProofExpectation, at now: NumericDate
  ) -> PossessionVerdict

  /// The thumbprint of a key's public half (RFC 7638): what `cnf.jkt` says of a token that is bound to
  /// it.
  func thumbprint(of key: DeviceKey) -> String
}

extension TokenCryptography {
  /// An access token.
  public func seal(_ claims: AccessTokenClaims, with key: SigningKey) -> String {
    seal(claims, as: .accessToken, with: key)
  }
}

/// The explicit type of a JWT (RFC 8725 §3.11): what keeps one kind from being taken for another.
public enum TokenType: String, Hashable, Sendable {
  /// An access token (RFC 9068 §2.1).
  case accessToken = "at+jwt"
  /// A refresh token that says itself what it is good for; no RFC has this type.
  case refreshToken = "rt+jwt"
}

/// What a resource server was configured to believe: nothing of it is taken from the token.
public struct AccessTokenExpectation: Sendable {
  /// What `iss` has to be.
  public var issuer: String
  /// What `aud` has to contain.
  public var audience: String
  /// The keys of that issuer; what one of them verifies is signed.
  public var keys: [VerifyingKey]
  /// Allowance for clock skew: 0 or more; an RFC's "no more than a few minutes" (RFC 7519 §4.1.4).
  public var leeway: TimeSpan
  /// What `typ` has to be.
  public var type: TokenType

  /// An access token of that issuer for that audience, unless the type says otherwise.
  public init(
    issuer: String, audience: String, keys: [VerifyingKey], leeway: TimeSpan = .zero,
    type: TokenType = .accessToken
  ) {
    self.issuer = issuer
    self.audience = audience
    self.keys = keys
    self.leeway = leeway
    self.type = type
  }
}

/// What a verifier says of a token.
public enum AccessTokenVerdict: Equatable, Sendable {
  /// Good at that moment, with what it says.
  case accepted(AccessTokenClaims)
  /// With what the token says, if its signature is good and its claims can be read: to be told, never
  /// to be believed.
  case refused(AccessTokenFlaw, signed: AccessTokenClaims? = nil)
}
