/// A POST to the introspection endpoint (RFC 7662 §2.1). The caller must be authorized.
public struct IntrospectionRequest: Hashable, Sendable {
  /// The parameters; `token` is required.
  public var form: Form
  /// Credentials in the `Authorization` header (RFC 6749 §2.3.1).
  public var basic: ClientCredentials?

  /// A request with these parameters.
  public init(form: Form, basic: ClientCredentials? = nil) {
    self.form = form
    self.basic = basic
  }
}

/// The introspection endpoint's answer (RFC 7662 §2.2, §2.3).
public enum IntrospectionResponse: Hashable, Sendable {
  /// `{"active":true, …}`
  case active(Introspection)
  /// `{"active":false}` and nothing else, whatever the reason (§2.2).
  case inactive
  /// The caller is not let in, or the form is malformed.
  case error(ErrorCode, status: Int)
  /// 503: nothing is said of the token (RFC 9110 §15.6.4).
  case unavailable

  /// The HTTP status.
  public var status: Int {
    switch self {
    case .active, .inactive: 200
    case .error(_, let status): status
    case .unavailable: 503
    }
  }

  /// The `WWW-Authenticate` header that a 401 carries (RFC 9110 §15.5.2); nil otherwise.
  public var challenge: String? { clientChallenge(at: status) }
}

/// What is said of an active token.
public struct Introspection: Hashable, Codable, Sendable {
  /// `scope`: scope tokens with a space between them.
  public let scope: String
  /// `client_id`: whom the token was issued to.
  public let clientID: String
  /// `sub`: who signed in.
  public let subject: String
  /// `iat`
  public let issuedAt: NumericDate
  /// `exp`; nil for a refresh token that never dies.
  public let expiresAt: NumericDate?
  /// `jti`; nil for a refresh token, which has none.
  public let tokenID: String?
  /// `aud`: the resource servers that an access token is for.
  public let audience: [String]?
  /// `auth_time`: when the person authenticated (RFC 9470 §6.2).
  public let authenticatedAt: NumericDate?
  /// `cnf.jkt`, for a token that is bound to a key.
  public let confirmation: String?
}
