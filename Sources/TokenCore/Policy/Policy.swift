/// The server's rules, all of them data: what an access token is, and how a client gets the next one.
public struct Policy: Hashable, Codable, Sendable {
  public var accessToken: AccessTokenPolicy
  public var renewal: Renewal

  public init(accessToken: AccessTokenPolicy, renewal: Renewal) {
    self.accessToken = accessToken
    self.renewal = renewal
  }

  /// The refresh rules, where there are any.
  public var refresh: RefreshPolicy? {
    switch renewal {
    case .refreshToken(let refresh): refresh
    case .none, .reissue, .everyRequest, .session: nil
    }
  }

  /// The rules of a server session, where that is what renews.
  public var session: SessionPolicy? {
    switch renewal {
    case .session(let session): session
    case .none, .reissue, .everyRequest, .refreshToken: nil
    }
  }
}
