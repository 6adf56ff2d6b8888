/// A second, shorter expiry in the private claim `useExp`: past it the token is only good for being
/// exchanged. A private claim means nothing to whoever does not know it and has to be ignored
/// (RFC 7519 §4, §4.3), so every standard verifier goes by `exp` alone.
public enum ShortExpiry: Hashable, Codable, Sendable {
  /// The token has no such claim.
  case none
  /// The API looks at it: whole seconds from issue, above zero and fewer than to `exp`.
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
