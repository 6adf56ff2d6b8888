/// What an access token is and what a resource server checks at each request.
public struct AccessTokenPolicy: Hashable, Codable, Sendable {
  /// From issue to `exp`, in whole seconds; at most an hour is recommended for a bearer token
  /// (RFC 6750 §5.3).
  public var lifetime: TimeSpan
  /// A second expiry before `exp`, in a private claim.
  public var shortExpiry: ShortExpiry
  public var form: TokenForm
  public var check: AccessTokenCheck
  /// Allowance for clock skew at the resource server (RFC 7519 §4.1.4).
  public var leeway: TimeSpan
  /// Whether access tokens end with their family. It bites only where the resource server asks the
  /// server's record; a signature alone cannot tell (RFC 7009 §3).
  public var endsWithFamily: Bool
  /// Whether an ordinary refresh ends the previous access token, again only by the record.
  public var endsAtRefresh: Bool
  /// How long a resource server believes the key set that it fetched.
  public var keySetCache: TimeSpan

  public init(
    lifetime: TimeSpan, form: TokenForm = .selfContained, check: AccessTokenCheck = .signatureOnly,
    leeway: TimeSpan = .zero, endsWithFamily: Bool = false, endsAtRefresh: Bool = false,
    keySetCache: TimeSpan = .minutes(5), shortExpiry: ShortExpiry = .none
  ) {
    precondition(
      lifetime >= .seconds(1), "an access token lives a second or more, not \(lifetime.shortText)")
    self.lifetime = lifetime
    self.shortExpiry = shortExpiry
    self.form = form
    self.check = check
    self.leeway = leeway
    self.endsWithFamily = endsWithFamily
    self.endsAtRefresh = endsAtRefresh
    self.keySetCache = keySetCache
  }
}

/// A second, shorter expiry in the private claim `useExp`: past it the token is only good for being
/// exchanged. A private claim means nothing to whoever does not know it and has to be ignored
/// (RFC 7519 §4, §4.3), so every standard verifier goes by `exp` alone.
public enum ShortExpiry: Hashable, Codable, Sendable {
  case none
  /// The API looks at it: whole seconds from issue, fewer than to `exp`.
  case checked(TimeSpan)
  /// It stands in the token, and the API, a standard verifier, serves the token up to `exp`.
  case ignored(TimeSpan)

  /// From issue to `useExp`, where there is one.
  public var span: TimeSpan? {
    switch self {
    case .none: nil
    case .checked(let span), .ignored(let span): span
    }
  }

  /// The span that the API goes by.
  public var checkedSpan: TimeSpan? {
    switch self {
    case .none, .ignored: nil
    case .checked(let span): span
    }
  }
}

/// Whether the token says what it is worth, or names a row that does (RFC 6819 §3.1).
public enum TokenForm: String, Hashable, CaseIterable, Codable, Sendable {
  /// A JWT that a resource server can judge by itself.
  case selfContained = "self-contained"
  /// An opaque handle.
  case reference
}

/// Where a resource server looks, beyond the token itself, before it serves a request.
public enum AccessTokenCheck: Hashable, Codable, Sendable {
  /// Nowhere: signature and claims only.
  case signatureOnly
  /// A list of revoked `jti`: refused when on it.
  case denyList
  /// A list of live `jti`: refused when not on it.
  case allowList
  /// The authorization server says whether it is active (RFC 7662); an answer is believed for the
  /// cache time, never beyond `exp` (§4).
  case introspection(cache: TimeSpan)
  /// The session that the sign-in opened, and its user.
  case sessionRecord
  /// A number in the token against the number in the user's row.
  case tokenVersion
}
