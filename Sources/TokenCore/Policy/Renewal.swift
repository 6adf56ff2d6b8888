/// How a client whose access token has ended gets another.
public enum Renewal: Hashable, Codable, Sendable {
  /// It does not: the person signs in again.
  case none
  /// By presenting the expired access token itself, inside a window. No RFC has such a grant.
  case reissue(ReissuePolicy)
  /// Every answer of the API brings the next access token and ends the one before.
  case everyRequest
  /// There is nothing to renew: the handle names a session that use keeps alive at the server.
  case session(SessionPolicy)
  /// With a refresh token (RFC 6749 §6).
  case refreshToken(RefreshPolicy)
}

/// For how long, and by what look at the records, an expired access token is exchanged for a new one.
public struct ReissuePolicy: Hashable, Codable, Sendable {
  public var window: TimeSpan
  public var anchor: ReissueAnchor
  /// Whether the user's row is read: without that nothing can refuse a re-issue, not even a changed
  /// password.
  public var looksAtUser: Bool

  public init(window: TimeSpan, anchor: ReissueAnchor, looksAtUser: Bool) {
    self.window = window
    self.anchor = anchor
    self.looksAtUser = looksAtUser
  }
}

/// From when a re-issue window counts.
public enum ReissueAnchor: String, Hashable, CaseIterable, Codable, Sendable {
  case signIn = "sign-in"
  /// Each re-issue restarts it, "as if they just logged in": it never closes on whoever keeps asking.
  case lastIssue = "last-issue"
}

/// A sliding session in the server's store.
public struct SessionPolicy: Hashable, Codable, Sendable {
  /// Ended after this much time without a request.
  public var idle: TimeSpan
  /// Ended this long after sign-in whatever happens.
  public var absolute: TimeSpan

  public init(idle: TimeSpan, absolute: TimeSpan) {
    self.idle = idle
    self.absolute = absolute
  }
}
