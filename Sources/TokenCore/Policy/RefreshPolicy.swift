/// The rules of a refresh token.
public struct RefreshPolicy: Hashable, Sendable {
  /// Dead after this much time without use (RFC 9700 §4.14.2); nil for no limit.
  public var idleLifetime: TimeSpan?
  /// Dead this long after sign-in whatever happens (ASVS 10.4.8); nil for no limit.
  public var absoluteLifetime: TimeSpan?
  public var rotation: Rotation
  /// How long a spent token is recognised; nil for the family's whole life.
  public var memory: TimeSpan?

  public init(
    idleLifetime: TimeSpan?, absoluteLifetime: TimeSpan?, rotation: Rotation,
    memory: TimeSpan? = nil
  ) {
    self.idleLifetime = idleLifetime
    self.absoluteLifetime = absoluteLifetime
    self.rotation = rotation
    self.memory = memory
  }
}

/// Whether using a refresh token gives a new one (RFC 6749 §10.4, RFC 9700 §4.14.2).
public enum Rotation: Hashable, Sendable {
  /// The same token serves until it expires.
  case reusable
  /// Every use spends the token and gives its successor.
  case rotating(onReuse: ReuseResponse, grace: Grace)
}

/// What the server does when a spent refresh token comes back.
public enum ReuseResponse: String, Hashable, CaseIterable, Sendable {
  /// Refuses it and leaves everything else as it was: rotation without detection.
  case refuseOnly = "refuse-only"
  /// Ends the whole family (RFC 9700 §4.14.2, OAuth 2.1 §4.3.1).
  case revokeFamily = "revoke-family"
  /// Ends every family of that user on that client.
  case revokeUserOnClient = "revoke-user-on-client"
  /// Ends every family of that user, on every client.
  case revokeUser = "revoke-user"
}
