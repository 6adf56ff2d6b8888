/// The server's rules, all of them data: what an access token is, and how a client gets the next one.
public struct Policy: Hashable, Sendable {
  public var accessToken: AccessTokenPolicy
  public var renewal: Renewal

  public init(accessToken: AccessTokenPolicy, renewal: Renewal) {
    self.accessToken = accessToken
    self.renewal = renewal
  }

  /// The refresh rules, where there are any.
  public var refresh: RefreshPolicy? {
    switch renewal {
    case .none: nil
    case .refreshToken(let refresh): refresh
    }
  }
}

/// How a client whose access token has ended gets another.
public enum Renewal: Hashable, Sendable {
  /// It does not: the person signs in again.
  case none
  /// With a refresh token (RFC 6749 §6).
  case refreshToken(RefreshPolicy)
}
