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
    case givenFor = "given_for"
    case thisIs = "this_is"
    case usableUntil = "use_exp"
    case now
    case tokenHas = "token_has"
    case needs
    case expiredAt = "expired_at"
    case user
    case repeatedParameter = "repeated_parameter"
    case clientAuthenticates = "client_authenticates"
    case otherClientID = "other_client_id"
    case missingParameter = "missing_parameter"
    case grantType = "grant_type"
    case closesAt = "closes_at"
    case changedAt = "changed_at"
    case signedInAt = "signed_in_at"
    case itIs = "it_is"
    case ofFamily = "of_family"
    case issuedTo = "issued_to"
    case key
    case boundTo = "bound_to"
    case proven
    case family
    case revokedAt = "revoked_at"
    case becauseOf = "because_of"
    case limit
    case endsAt = "ends_at"
    case askedFor = "asked_for"
    case granted
    case clientID = "client_id"
    case verdict
    case expiry = "exp"
    case notBefore = "nbf"
    case issuedAt = "iat"
    case issuer = "iss"
    case audience = "aud"
    case reusable
    case displacedAt = "displaced_at"
    case spentAt = "spent_at"
    case successor
    case graceEndsAt = "grace_ends_at"
    case reuse
    case refused
  }
}

extension Fact.Name {
  public var words: String {
    switch self {
    case .usableUntil: "useExp"
    case .repeatedParameter: "parameter occurs twice:"
    case .otherClientID: "client_id in the body is not the header's:"
    case .missingParameter: "parameter missing:"
    case .grantType: "grant_type"
    case .clientID: "client_id"
    case .verdict: "verdict:"
    case .reuse: "reuse:"
    case .refused: "refused:"
    case .givenFor, .thisIs, .now, .tokenHas, .needs, .expiredAt, .user, .clientAuthenticates,
      .closesAt, .changedAt, .signedInAt, .itIs, .ofFamily, .issuedTo, .key, .boundTo, .proven,
      .family, .revokedAt, .becauseOf, .limit, .endsAt, .askedFor, .granted, .expiry, .notBefore,
      .issuedAt, .issuer, .audience, .reusable, .displacedAt, .spentAt, .successor, .graceEndsAt:
      String(rawValue.map { $0 == "_" ? " " : $0 })
    }
  }
}
