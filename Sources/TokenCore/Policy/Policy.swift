/// The server's rules, all of them data: what an access token is, and how a client gets the next one,
/// and how long a sign-in answers for the person.
public struct Policy: Hashable, Codable, Sendable {
  /// What an access token is and what a resource server checks.
  public var accessToken: AccessTokenPolicy
  /// How a client whose access token has ended gets another.
  public var renewal: Renewal
  /// How long a person is known at the server without being asked again.
  public var sso: SSOSessionPolicy

  /// All parts; `faults` says whether they go together.
  public init(
    accessToken: AccessTokenPolicy, renewal: Renewal, sso: SSOSessionPolicy = SSOSessionPolicy()
  ) {
    self.accessToken = accessToken
    self.renewal = renewal
    self.sso = sso
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
