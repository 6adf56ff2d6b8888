/// What a resource server has to know of its authorization server before it can go on.
public enum ResourceQuestion: Equatable, Sendable {
  /// The keys that are published now: over HTTP, a GET of the key set (RFC 7517 §5, RFC 8414 §2).
  case keySet
  /// Whether the token is active: over HTTP, a POST of its text to the introspection endpoint
  /// (RFC 7662 §2.1), by the resource server of that identifier.
  case introspection(of: PresentedAccessToken, by: String)
  /// What the row of the token says. No RFC has this; it takes a store that both servers share.
  case record(of: PresentedAccessToken, by: AccessTokenCheck)
  /// The list of all tokens' status: over HTTP, a GET of that address, with `Accept:
  /// application/statuslist+jwt` (draft-ietf-oauth-status-list §8.1). It says nothing of the token.
  case statusList(uri: String)
  /// The session behind this access token is used; it is to live on for that.
  case sessionUse(AccessTokenID)
  /// The token after this one, which ends with it (`Renewal.everyRequest`).
  case nextToken(after: PresentedAccessToken)
}

/// An access token as a resource server has it before it.
public struct PresentedAccessToken: Equatable, Sendable {
  /// What the request carried.
  public let text: String
  /// What a self-contained token says, once its signature and its claims were found good; nil for a
  /// handle.
  public let claims: AccessTokenClaims?

  /// A token of that text.
  public init(text: String, claims: AccessTokenClaims?) {
    self.text = text
    self.claims = claims
  }
}

/// What an authorization server says to a `ResourceQuestion`: each case to the question of its name.
public enum ResourceReply: Equatable, Sendable {
  /// What verifies: public keys, or the secret that the server shares.
  case keySet([VerifyingKey])
  /// Nil for `{"active":false}`. The standing is what the row says beyond that, so that a story can
  /// be told in full; whoever asks over HTTP has none.
  case introspection(Introspection?, standing: AccessTokenStanding? = nil)
  /// Nobody answers the introspection: a 5xx, or no answer at all.
  case unavailable
  /// What the row of the token says.
  case record(AccessTokenStanding)
  /// The list as the server has it; whoever asks over HTTP has verified its signature.
  case statusList(StatusList)
  /// Whether the server keeps sessions, and so wrote the use down.
  case sessionUse(isNoted: Bool)
  /// The next token and what changed; nil where the token was replaced before, or where nothing
  /// stands behind it any more.
  case nextToken(AccessToken?, events: [ServerEvent])
}

/// What an authorization server's store says of an access token.
public struct AccessTokenStanding: Hashable, Codable, Sendable {
  /// Whether a resource server is to serve it, as far as the store goes.
  public let isLive: Bool
  /// The row; nil where there is none of that token.
  public let id: AccessTokenID?
  /// Whom the token was given for (`aud`); nil without a row.
  public let audiences: [String]?
  /// What the token allows; nil without a row.
  public let scope: Scope?
  /// When it was revoked by itself or with its family, if it was.
  public let revokedAt: Instant?
  /// The refresh token whose predecessor has no grace any more because of this look.
  public internal(set) var confirms: RefreshTokenID?
  /// The thumbprint of the key that the token is bound to; nil for a bearer token, and without a row.
  public let confirmation: String?
  /// When the person authenticated, in whole seconds; nil without a row.
  public let authenticatedAt: NumericDate?

  /// Without a row only whether it is live can be said.
  public init(
    isLive: Bool, id: AccessTokenID? = nil, audiences: [String]? = nil, scope: Scope? = nil,
    revokedAt: Instant? = nil, confirmation: String? = nil, authenticatedAt: NumericDate? = nil
  ) {
    self.authenticatedAt = authenticatedAt
    self.isLive = isLive
    self.id = id
    self.audiences = audiences
    self.scope = scope
    self.revokedAt = revokedAt
    self.confirmation = confirmation
  }
}
