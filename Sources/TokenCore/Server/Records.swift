/// A person with an account at the authorization server.
public struct User: Hashable, Sendable {
  public let id: UserID
  public let name: String
  public var isEnabled: Bool
  /// An administrator may also use what needs the scope `admin`.
  public var isAdmin: Bool
  /// When the password was last changed, if ever.
  public var credentialsChangedAt: Instant?
  /// What a token must carry where the policy compares versions.
  public var tokenVersion = 1
}

/// A client application registered at the authorization server (RFC 6749 §2).
public struct ClientRegistration: Hashable, Sendable {
  public let id: RegistrationID
  /// `client_id` on the wire.
  public let clientID: String
  public let kind: Kind

  public enum Kind: Hashable, Sendable {
    /// Cannot keep a secret (RFC 6749 §2.1): identified by `client_id` alone.
    case `public`
    /// Authenticates with a secret, of which the server keeps the SHA-256.
    case confidential(secretDigest: TokenDigest)
  }
}

/// An authorization code on its way to being exchanged, once (RFC 6749 §4.1.2).
public struct AuthorizationCode: Hashable, Sendable {
  public let digest: TokenDigest
  public let user: UserID
  public let client: RegistrationID
  public let scope: Scope
  public let codeChallenge: String
  public let expiresAt: Instant
  /// The family that its exchange opened, once it has been used.
  public var usedFor: FamilyID?
}

/// A sign-in's grant and every token that descends from it.
///
///     active ──reuse, logout, replayed code──▶ revoked
///        │                                        ▲
///        └──lifetime over, noticed──▶ closed ─────┘
///
/// Nothing leads out of revoked, and nothing back to active.
public struct TokenFamily: Hashable, Sendable {
  public let id: FamilyID
  public let user: UserID
  public let client: RegistrationID
  public let scope: Scope
  /// When the person signed in; the absolute lifetime counts from here.
  public let startedAt: Instant
  /// The last accepted request, where a session's record is kept.
  public var lastUsedAt: Instant
  /// The key that the sign-in proved possession of, where tokens are bound to one.
  public var keyThumbprint: String?
  public var state: State
  public var refreshTokens: [RefreshTokenID] = []
  public var accessTokens: [AccessTokenID] = []

  public enum State: Hashable, Sendable {
    case active
    case closed(at: Instant)
    case revoked(at: Instant, RevocationReason)
  }

  public var isRevoked: Bool {
    if case .revoked = state { true } else { false }
  }
}

/// The server's row for a refresh token: its hash, never the token (RFC 6819 §5.1.4.1.3).
///
///     current ──rotation──▶ spent ──retry in grace──▶ spent (answered again)
///        └──a sibling won──▶ displaced
///
/// Not legal: spent or displaced back to current; a generation that does not rise by one.
public struct RefreshTokenRecord: Hashable, Sendable {
  public let id: RefreshTokenID
  public let family: FamilyID
  /// 1 for the token that the sign-in gave, one more for each rotation.
  public let generation: Int
  public let parent: RefreshTokenID?
  public let digest: TokenDigest
  public let issuedAt: Instant
  /// When it dies unless used before; moved on by use only where the token is reusable.
  public var idleDeadline: Instant?
  public var state: State

  public enum State: Hashable, Sendable {
    case current
    /// `lastPresentedAt` moves with each retry; only a window anchored at last use looks at it.
    case spent(at: Instant, successor: RefreshTokenID, lastPresentedAt: Instant)
    case displaced(at: Instant)
  }

  public var isCurrent: Bool { state == .current }
}

/// The server's note of an access token that it issued. Rules read `revokedAt` only where the policy
/// makes a resource server look at the record.
public struct AccessTokenRecord: Hashable, Sendable {
  public let id: AccessTokenID
  public let family: FamilyID
  /// `jti` of a self-contained token; of a handle, the same kind of random value.
  public let tokenID: String
  public let scope: Scope
  public let issuedAt: Instant
  public let expiresAt: Instant
  /// The private short expiry, where the policy puts one into the token.
  public let usableUntil: Instant?
  public var revokedAt: Instant?
}
