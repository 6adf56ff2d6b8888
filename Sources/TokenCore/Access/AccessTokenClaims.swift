/// The claims of a JWT access token (RFC 9068 §2.2). Text claims are compared by their UTF-8 bytes,
/// never by Swift's `==` on strings, which finds differently composed letters equal.
public struct AccessTokenClaims: Equatable, Sendable {
  /// `iss`: the authorization server's identifier.
  public var issuer: String
  /// `sub`: whose data the token opens.
  public var subject: String
  /// `aud`: the identifiers of the resource servers that it is for; at least one.
  public var audience: [String]
  /// `client_id`: the client that it was issued to.
  public var clientID: String
  /// `iat`
  public var issuedAt: NumericDate
  /// `nbf`: the token is nothing before; nil where it does not say.
  public var notBefore: NumericDate?
  /// `exp`: the token is nothing from here on.
  public var expiresAt: NumericDate
  /// `jti`: unique for each token; what deny-lists and allow-lists are keyed by (with the issuer).
  public var tokenID: String
  /// `scope`: scope tokens with a space between them.
  public var scope: String?
  /// `auth_time`: when the person signed in; unchanged by refreshes (RFC 9068 §2.2.1).
  public var authenticatedAt: NumericDate?
  /// `sid`: the server's session behind the token, for servers that keep one.
  public var sessionID: String?
  /// A private claim: the user's token version when the token was issued.
  public var tokenVersion: Int?
  /// `useExp`, a private claim: until when the token opens an API that knows the claim. A standard
  /// verifier ignores it (RFC 7519 §4).
  public var usableUntil: NumericDate?
  /// `cnf.jkt`: the thumbprint of the key this token is bound to (RFC 9449 §6.1).
  public var confirmation: String?
  /// `status`: the token's entry in a status list (draft-ietf-oauth-status-list §6.2).
  public var status: StatusReference?

  /// Claims as they are to be written; nothing is checked here.
  public init(
    issuer: String, subject: String, audience: [String], clientID: String,
    issuedAt: NumericDate, notBefore: NumericDate? = nil, expiresAt: NumericDate,
    tokenID: String, scope: String? = nil, authenticatedAt: NumericDate? = nil,
    sessionID: String? = nil, tokenVersion: Int? = nil, usableUntil: NumericDate? = nil,
    confirmation: String? = nil, status: StatusReference? = nil
  ) {
    self.issuer = issuer
    self.subject = subject
    self.audience = audience
    self.clientID = clientID
    self.issuedAt = issuedAt
    self.notBefore = notBefore
    self.expiresAt = expiresAt
    self.tokenID = tokenID
    self.scope = scope
    self.authenticatedAt = authenticatedAt
    self.sessionID = sessionID
    self.tokenVersion = tokenVersion
    self.usableUntil = usableUntil
    self.confirmation = confirmation
    self.status = status
  }
}
