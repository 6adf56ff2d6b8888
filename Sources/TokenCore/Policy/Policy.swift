/// The server's rules, all of them data: what an access token is, and how a client gets the next one,
/// and how long a sign-in answers for the person.
public struct Policy: Hashable, Codable, Sendable {
  /// What an access token is and what a resource server checks.
  public var accessToken: AccessTokenPolicy
  /// How a client whose access token has ended gets another.
  public var renewal: Renewal
  /// How long a person is known at the server without being asked again.
  public var sso: SSOSessionPolicy
  /// How often each server has another nonce for proofs, above zero (RFC 9449 §8, §9); nil where proofs
  /// need none.
  public var proofNonce: TimeSpan?

  /// All parts; `faults` says whether they go together.
  public init(
    accessToken: AccessTokenPolicy, renewal: Renewal, sso: SSOSessionPolicy = SSOSessionPolicy(),
    proofNonce: TimeSpan? = nil
  ) {
    self.accessToken = accessToken
    self.renewal = renewal
    self.sso = sso
    self.proofNonce = proofNonce
  }

  /// Whether any token is bound to a key, so that clients have one and prove it at the token endpoint.
  public var bindsToKey: Bool { accessToken.binding.needsProof || refresh?.isBoundToKey == true }

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
