/// What the authorization server remembers of a browser in which somebody signed in.
///
///     open ──the person authenticates again──▶ open, under another cookie
///       └──logout at the server, revocation of the user──▶ ended
///
/// Its time may be over without an end: that is asked when it is used. Nothing leads out of ended.
public struct SSOSession: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: SSOSessionID
  /// Who signed in.
  public let user: UserID
  /// Of the cookie; the cookie itself is not kept.
  public var digest: TokenDigest
  /// When the person last authenticated: `auth_time` of whatever comes of the session
  /// (RFC 9068 §2.2.1).
  public var authenticatedAt: Instant
  /// The last sign-in with it, asked or silent.
  public var lastUsedAt: Instant
  /// That it was ended, if it was.
  public var end: End?

  /// When a session was ended, and for what.
  public struct End: Hashable, Codable, Sendable {
    /// From here on it answers for nobody.
    public let at: Instant
    /// What ended it.
    public let reason: RevocationReason
  }
}
