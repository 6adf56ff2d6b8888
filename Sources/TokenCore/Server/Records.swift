/// A person with an account at the authorization server.
public struct User: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: UserID
  /// What the person signs in with, and `sub` of the tokens.
  public let name: String
  /// A disabled account gets nothing and keeps nothing.
  public var isEnabled: Bool
  /// An administrator may also use what needs the scope `admin`.
  public var isAdmin: Bool
  /// When the password was last changed, if ever.
  public var credentialsChangedAt: Instant?
  /// What ended all access tokens of before, in order, where the policy compares versions.
  public var versionRaises: [VersionRaise] = []

  /// What a token must carry where the policy compares versions: 1, and one more for each raise.
  public var tokenVersion: Int { 1 + versionRaises.count }
}

/// The end of all access tokens that a user was given up to then.
public struct VersionRaise: Hashable, Codable, Sendable {
  /// Tokens issued up to here are of an older version.
  public let at: Instant
  /// What the user's families were revoked for.
  public let reason: RevocationReason
}

/// A client application registered at the authorization server (RFC 6749 §2).
public struct ClientRegistration: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: RegistrationID
  /// `client_id` on the wire.
  public let clientID: String
  /// Whether it can keep a secret.
  public let kind: Kind
  /// The identifier of the resource server that authenticates as this client, if one does.
  public var audience: String?
  /// Scope tokens that the client may have no more, in the order in which it lost them.
  public var withheldScopes: [String] = []

  /// Public or confidential (RFC 6749 §2.1).
  public enum Kind: Hashable, Codable, Sendable {
    /// Cannot keep a secret (RFC 6749 §2.1): identified by `client_id` alone.
    case `public`
    /// Authenticates with a secret, of which the server keeps the SHA-256.
    case confidential(secretDigest: TokenDigest)
  }
}

/// An authorization code on its way to being exchanged, once (RFC 6749 §4.1.2).
public struct AuthorizationCode: Hashable, Codable, Sendable {
  /// Of the code; the code itself is not kept.
  public let digest: TokenDigest
  /// Who signed in.
  public let user: UserID
  /// Whom it was given to.
  public let client: RegistrationID
  /// What an exchange will grant at most.
  public let scope: Scope
  /// The session that the person has in the browser.
  public let session: SSOSessionID
  /// When the person authenticated: now, or earlier where the session answered (RFC 9068 §2.2.1).
  public let authenticatedAt: Instant
  /// S256 of the verifier (RFC 7636 §4.2).
  public let codeChallenge: String
  /// From here on it is refused.
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
public struct TokenFamily: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: FamilyID
  /// Who signed in.
  public let user: UserID
  /// Whose tokens they are.
  public let client: RegistrationID
  /// What the sign-in granted; a refresh never gives more (RFC 6749 §6).
  public let scope: Scope
  /// The session that it came of.
  public let session: SSOSessionID
  /// When the person authenticated: `auth_time` of its tokens, which no refresh changes.
  public let authenticatedAt: Instant
  /// When the code was exchanged; the absolute lifetime counts from here.
  public let startedAt: Instant
  /// The last accepted request, where a session's record is kept.
  public var lastUsedAt: Instant
  /// The key that the sign-in proved possession of, where refresh tokens are bound to it.
  public var keyThumbprint: String?
  /// How it stands.
  public var state: State
  /// In the order in which they were given.
  public var refreshTokens = Ledger<RefreshTokenID>()
  /// In the order in which they were given.
  public var accessTokens = Ledger<AccessTokenID>()

  /// How a family stands.
  public enum State: Hashable, Codable, Sendable {
    /// Its tokens are good as long as they are.
    case active
    /// Its time was found to be over.
    case closed(at: Instant)
    /// It was ended early.
    case revoked(at: Instant, RevocationReason)
  }

  /// Whether it was ended early.
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
public struct RefreshTokenRecord: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: RefreshTokenID
  /// The sign-in that it descends from.
  public let family: FamilyID
  /// 1 for the token that the sign-in gave, one more for each rotation.
  public let generation: Int
  /// The token that was spent for it; nil for the sign-in's.
  public let parent: RefreshTokenID?
  /// What a presented text has to hash to.
  public let digest: TokenDigest
  /// When it was given.
  public let issuedAt: Instant
  /// When it dies unless used before; moved on by use only where the token is reusable.
  public var idleDeadline: Instant?
  /// How it stands.
  public var state: State
  /// How often it was taken for a retry since it was spent.
  public var retries = 0
  /// When an API first looked up the access token that came with it, where that confirms it.
  public var confirmedAt: Instant?

  /// How a refresh token stands.
  public enum State: Hashable, Codable, Sendable {
    /// Good for the next refresh.
    case current
    /// `lastPresentedAt` moves with each retry; only a window anchored at last use looks at it.
    case spent(at: Instant, successor: RefreshTokenID, lastPresentedAt: Instant)
    /// Another successor of the same token won; it will never be good again.
    case displaced(at: Instant)
  }

  /// Whether it is good for the next refresh.
  public var isCurrent: Bool { state == .current }
}

/// The server's note of an access token that it issued. Rules read `revokedAt` only where the policy
/// makes a resource server look at the record.
public struct AccessTokenRecord: Hashable, Codable, Sendable {
  /// The row's name.
  public let id: AccessTokenID
  /// The sign-in that it descends from.
  public let family: FamilyID
  /// `jti` of a self-contained token; of a handle, the same kind of random value.
  public let tokenID: String
  /// Of a handle, what a presented text has to hash to; nil for a self-contained token.
  public let handle: TokenDigest?
  /// What it allows.
  public let scope: Scope
  /// When it was given.
  public let issuedAt: Instant
  /// `exp`: nobody is to take it from here on.
  public let expiresAt: Instant
  /// The private short expiry, where the policy puts one into the token.
  public let usableUntil: Instant?
  /// When it was revoked by itself or with its family, if it was.
  public var revokedAt: Instant?
  /// The refresh token that came with it, or that it was refreshed with where that stays: the one that
  /// gives the next. Nil where there is none.
  public var renewedBy: RefreshTokenID?
  /// The user's version that is in the token, where versions were compared when it was given.
  public var tokenVersion: Int?
  /// `cnf.jkt`: the thumbprint of the key that it is bound to (RFC 9449 §6); nil for a bearer token.
  public var confirmation: String?
  /// Its entry in the status list; nil where there was none when it was given.
  public var statusIndex: Int?
  /// `sid`: the session that it is of; nil where tokens named none when it was given.
  public var sessionID: String?
}
