/// A POST to the revocation endpoint (RFC 7009 §2.1).
public struct RevocationRequest: Hashable, Sendable {
  public var form: Form
  public var basic: ClientCredentials?
  /// The lab's own note of the refresh token inside, as in `TokenRequest`.
  public var label: RefreshTokenID?
  public var accessLabel: AccessTokenID?

  public init(
    form: Form, basic: ClientCredentials? = nil, label: RefreshTokenID? = nil,
    accessLabel: AccessTokenID? = nil
  ) {
    self.form = form
    self.basic = basic
    self.label = label
    self.accessLabel = accessLabel
  }
}

/// The revocation endpoint's answer: 200 also for a token that it never knew (RFC 7009 §2.2).
public enum RevocationResponse: Hashable, Sendable {
  case success
  case error(ErrorCode, status: Int)

  public var status: Int {
    switch self {
    case .success: 200
    case .error(_, let status): status
    }
  }
}
