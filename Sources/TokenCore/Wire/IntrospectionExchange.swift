/// A POST to the introspection endpoint (RFC 7662 §2.1). The caller must be authorized.
public struct IntrospectionRequest: Hashable, Sendable {
  public var form: Form
  public var basic: ClientCredentials?

  public init(form: Form, basic: ClientCredentials? = nil) {
    self.form = form
    self.basic = basic
  }
}

/// The introspection endpoint's answer (RFC 7662 §2.2, §2.3).
public enum IntrospectionResponse: Hashable, Sendable {
  case active(Introspection)
  /// `{"active":false}` and nothing else, whatever the reason (§2.2).
  case inactive
  case error(ErrorCode, status: Int)

  public var status: Int {
    switch self {
    case .active, .inactive: 200
    case .error(_, let status): status
    }
  }
}

/// What is said of an active token.
public struct Introspection: Hashable, Sendable {
  public let scope: String
  public let clientID: String
  public let subject: String
  public let issuedAt: NumericDate
  public let expiresAt: NumericDate?
  public let tokenID: String?
  /// `aud`: the resource servers that an access token is for.
  public let audience: [String]?
  /// `cnf.jkt`, for a token that is bound to a key.
  public let confirmation: String?
}
