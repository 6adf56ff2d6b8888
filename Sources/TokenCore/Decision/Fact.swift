/// Something a check compared: "spent at 15:00.3", "family f1".
public struct Fact: Hashable, Sendable {
  /// What it is about.
  public let name: Name
  /// What it was.
  public let value: Value

  /// A value as it was compared.
  public enum Value: Hashable, Sendable {
    /// A moment on the server's clock.
    case instant(Instant)
    /// A length of time.
    case span(TimeSpan)
    /// Any text, also what a stranger sent: to be escaped before it is shown.
    case text(String)
    /// A row of the server.
    case refreshToken(RefreshTokenID)
    /// A row of the server.
    case accessToken(AccessTokenID)
    /// A row of the server.
    case family(FamilyID)
  }

  /// A fact of that name.
  public init(_ name: Name, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Fact: CustomStringConvertible {
  /// The name and the value with a space between them.
  public var description: String { "\(name.words) \(value)" }
}

extension Fact.Value: CustomStringConvertible {
  /// As people write it: `15m`, `0:42.0`, `RT1`.
  public var description: String {
    switch self {
    case .instant(let instant): instant.clockText
    case .span(let span): span.shortText
    case .text(let text): text
    case .refreshToken(let id): id.description
    case .accessToken(let id): id.description
    case .family(let id): id.description
    }
  }
}

extension Fact {
  /// What a fact is about. A case's text is its name in files; `words` are what a person reads.
  public enum Name: String, Hashable, CaseIterable, Sendable {
    /// The audiences that the server's record has for the token, with spaces between them.
    case givenFor = "given_for"
    /// The resource server that was asked, by its audience.
    case thisIs = "this_is"
    /// The header that the application's own page sets.
    case missingHeader = "missing_header"
    /// The end of the token's private short expiry.
    case usableUntil = "use_exp"
    /// The server's clock when it compared.
    case now
    /// The scope that the token carries.
    case tokenHas = "token_has"
    /// The scope that the request is for.
    case needs
    /// When the authorization code ended.
    case expiredAt = "expired_at"
    /// The person's name at the server, or the name that nobody there has.
    case user
    /// The SSO session that the browser's cookie names, or that a code came of.
    case ssoSession = "sso_session"
    /// When the SSO session was ended.
    case sessionEndedAt = "session_ended_at"
    /// A form parameter that came more than once (RFC 6749 §3.2).
    case repeatedParameter = "repeated_parameter"
    /// How the client authenticates where one way is allowed (RFC 6749 §2.3).
    case clientAuthenticates = "client_authenticates"
    /// The `client_id` of the body, where the header names another client.
    case otherClientID = "other_client_id"
    /// How the code challenge was made of the verifier (RFC 7636 §4.3).
    case challengeMethod = "code_challenge_method"
    /// A form parameter that has to be there and is not.
    case missingParameter = "missing_parameter"
    /// The grant type that was asked for.
    case grantType = "grant_type"
    /// When the re-issue window closes.
    case closesAt = "closes_at"
    /// When the password was changed.
    case changedAt = "changed_at"
    /// When the person authenticated: `auth_time`, in whole seconds (RFC 9068 §2.2.1).
    case authenticatedAt = "auth_time"
    /// How long ago that may be.
    case maxAge = "max_age"
    /// When the family's sign-in was.
    case signedInAt = "signed_in_at"
    /// The refresh token that was presented, or its state.
    case itIs = "it_is"
    /// The family that the refresh token is of.
    case ofFamily = "of_family"
    /// The client that the token was issued to, by its `client_id`.
    case issuedTo = "issued_to"
    /// The first eight characters of the thumbprint of the key that the grant is bound to.
    case key
    /// The same, where the proof is by another key.
    case boundTo = "bound_to"
    /// The first eight characters of the thumbprint of the proof's key.
    case proven
    /// The family, where it is good.
    case family
    /// When the family or the token was revoked.
    case revokedAt = "revoked_at"
    /// Why the family was revoked.
    case becauseOf = "because_of"
    /// A lifetime that the policy does not limit.
    case limit
    /// When the refresh token's lifetime ends, the absolute or the idle one.
    case endsAt = "ends_at"
    /// The scope that the refresh asks for.
    case askedFor = "asked_for"
    /// The scope that the person granted at the sign-in.
    case granted
    /// A `client_id` that nobody is registered under.
    case clientID = "client_id"
    /// What is wrong with the token, in words.
    case verdict
    /// The claim `exp` (RFC 7519 §4.1.4).
    case expiry = "exp"
    /// The claim `nbf` (RFC 7519 §4.1.5).
    case notBefore = "nbf"
    /// The claim `iat` (RFC 7519 §4.1.6).
    case issuedAt = "iat"
    /// The claim `iss` (RFC 7519 §4.1.1).
    case issuer = "iss"
    /// The claim `aud` (RFC 7519 §4.1.3), with spaces between several.
    case audience = "aud"
    /// That the policy lets a refresh token be used again.
    case reusable
    /// When a retry put another token in this one's place.
    case displacedAt = "displaced_at"
    /// When the refresh token was spent.
    case spentAt = "spent_at"
    /// The token that its use gave; or that the successor was not used yet.
    case successor
    /// When the grace window ends.
    case graceEndsAt = "grace_ends_at"
    /// How many retries of a spent token were answered, and how many it has.
    case retries
    /// Which rule made it a reuse that the policy answers.
    case reuse
    /// Which rule made it a reuse that the policy only refuses.
    case refused
    /// When it will be written that the refresh token is spent.
    case writtenAt = "written_at"
    /// The token's entry in the status list (draft-ietf-oauth-status-list §6.2).
    case statusIndex = "idx"
    /// When the API's copy of the status list was signed.
    case listFrom = "list_from"
    /// The claim `sid`: the session that the token is of.
    case sessionID = "sid"
    /// When the API was told that the session was revoked.
    case heardAt = "heard_at"
    /// What would have been the reason of a refusal, had it been written.
    case insteadOf = "instead_of"
  }
}

extension Fact.Name {
  /// What a person reads before the value: the name in files with spaces, or a phrase of its own.
  public var words: String {
    switch self {
    case .usableUntil: "useExp"
    case .repeatedParameter: "parameter occurs twice:"
    case .otherClientID: "client_id in the body is not the header's:"
    case .missingParameter: "parameter missing:"
    case .grantType: "grant_type"
    case .authenticatedAt: "auth_time"
    case .maxAge: "max_age"
    case .clientID: "client_id"
    case .challengeMethod: "code_challenge_method"
    case .ssoSession: "SSO session"
    case .verdict: "verdict:"
    case .reuse: "reuse:"
    case .refused: "refused:"
    case .insteadOf: "instead of:"
    case .givenFor, .thisIs, .missingHeader, .now, .tokenHas, .needs, .expiredAt, .user,
      .sessionEndedAt,
      .clientAuthenticates,
      .closesAt, .changedAt, .signedInAt, .itIs, .ofFamily, .issuedTo, .key, .boundTo, .proven,
      .family, .revokedAt, .becauseOf, .limit, .endsAt, .askedFor, .granted, .expiry, .notBefore,
      .issuedAt, .issuer, .audience, .reusable, .displacedAt, .spentAt, .successor, .graceEndsAt,
      .retries, .writtenAt, .statusIndex, .listFrom, .sessionID,
      .heardAt:
      String(rawValue.map { $0 == "_" ? " " : $0 })
    }
  }
}
