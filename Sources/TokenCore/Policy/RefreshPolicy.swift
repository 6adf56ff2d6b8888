/// The rules of a refresh token.
public struct RefreshPolicy: Hashable, Codable, Sendable {
  public var form: RefreshForm
  /// Dead after this much time without use (RFC 9700 §4.14.2); nil for no limit.
  public var idleLifetime: TimeSpan?
  /// Dead this long after sign-in whatever happens (ASVS 10.4.8); nil for no limit.
  public var absoluteLifetime: TimeSpan?
  public var rotation: Rotation
  public var binding: SenderConstraint
  public var client: ClientKind
  /// How long a spent token is recognised; nil for the family's whole life.
  public var memory: TimeSpan?

  public init(
    form: RefreshForm = .opaque, idleLifetime: TimeSpan?, absoluteLifetime: TimeSpan?,
    rotation: Rotation, binding: SenderConstraint = .bearer, client: ClientKind = .public,
    memory: TimeSpan? = nil
  ) {
    self.form = form
    self.idleLifetime = idleLifetime
    self.absoluteLifetime = absoluteLifetime
    self.rotation = rotation
    self.binding = binding
    self.client = client
    self.memory = memory
  }
}

/// What a refresh token is.
public enum RefreshForm: Hashable, Codable, Sendable {
  /// 256 random bits that the server keeps the hash of.
  case opaque
  /// A signed JWT that the server keeps nothing of. `isTyped` says whether its `typ` sets it apart
  /// from an access token; without that a resource server takes one for the other (RFC 8725 §2.8).
  case signed(isTyped: Bool)
}

/// Whether holding the token is enough.
public enum SenderConstraint: String, Hashable, CaseIterable, Codable, Sendable {
  /// Whoever has it may use it.
  case bearer
  /// Only with a proof made by the key that was there at the sign-in (RFC 9449 §5).
  case key
}

/// Whether the client can keep a secret (RFC 6749 §2.1).
public enum ClientKind: String, Hashable, CaseIterable, Codable, Sendable {
  case `public`
  case confidential
}

/// Whether using a refresh token gives a new one (RFC 6749 §10.4, RFC 9700 §4.14.2).
public enum Rotation: Hashable, Codable, Sendable {
  /// The same token serves until it expires.
  case reusable
  /// Every use spends the token and gives its successor.
  case rotating(onReuse: ReuseResponse, grace: Grace)
}

extension Rotation {
  /// The grace rule, where there is rotation.
  public var grace: Grace {
    switch self {
    case .reusable: .none
    case .rotating(_, let grace): grace
    }
  }
}

/// What the server does when a spent refresh token comes back.
public enum ReuseResponse: String, Hashable, CaseIterable, Codable, Sendable {
  /// Refuses it and leaves everything else as it was: rotation without detection.
  case refuseOnly = "refuse-only"
  /// Ends the whole family (RFC 9700 §4.14.2, OAuth 2.1 §4.3.1).
  case revokeFamily = "revoke-family"
  /// Ends every family of that user on that client.
  case revokeUserOnClient = "revoke-user-on-client"
  /// Ends every family of that user, on every client.
  case revokeUser = "revoke-user"
}
