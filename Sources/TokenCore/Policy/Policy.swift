/// The server's rules, all of them data: what an access token is, and how a client gets the next one.
public struct Policy: Hashable, Codable, Sendable {
  /// What an access token is and what a resource server checks.
  public var accessToken: AccessTokenPolicy
  /// How a client whose access token has ended gets another.
  public var renewal: Renewal

  /// Both halves; `faults` says whether they go together.
  public init(accessToken: AccessTokenPolicy, renewal: Renewal) {
    self.accessToken = accessToken
    self.renewal = renewal
  }

  /// The refresh rules, where there are any.
  public var refresh: RefreshPolicy? {
    if case .refreshToken(let refresh) = renewal { refresh } else { nil }
  }

  /// The rules of a server session, where that is what renews.
  public var session: SessionPolicy? {
    if case .session(let session) = renewal { session } else { nil }
  }

  /// The rules of a re-issue, where that is what renews.
  public var reissue: ReissuePolicy? {
    if case .reissue(let reissue) = renewal { reissue } else { nil }
  }
}
