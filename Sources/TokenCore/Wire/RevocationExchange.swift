/// A POST to the revocation endpoint (RFC 7009 §2.1).
public struct RevocationRequest: Hashable, Sendable {
  /// The parameters; `token` is required.
  public var form: Form
  /// Credentials in the `Authorization` header (RFC 6749 §2.3.1).
  public var basic: ClientCredentials?
  /// The lab's own note of the refresh token inside, as in `TokenRequest`.
  public var label: RefreshTokenID?
  /// The same of an access token.
  public var accessLabel: AccessTokenID?
  /// How the browser sends it, where what is to end is named by its cookie.
  public var browser: BrowserCall?

  /// A request with these parameters.
  public init(
    form: Form, basic: ClientCredentials? = nil, label: RefreshTokenID? = nil,
    accessLabel: AccessTokenID? = nil, browser: BrowserCall? = nil
  ) {
    self.browser = browser
    self.form = form
    self.basic = basic
    self.label = label
    self.accessLabel = accessLabel
  }
}

/// The revocation endpoint's answer: 200 also for a token that it never knew (RFC 7009 §2.2).
public enum RevocationResponse: Hashable, Sendable {
  /// 200, whether or not there was anything to revoke.
  case success
  /// The token was issued to another client, cannot be revoked, or the request is refused.
  case error(ErrorCode, status: Int)
  /// 503: whatever was to be revoked is still good, and may be tried again (RFC 7009 §2.2.1).
  case unavailable

  /// The HTTP status.
  public var status: Int {
    switch self {
    case .success: 200
    case .error(_, let status): status
    case .unavailable: 503
    }
  }

  /// The `WWW-Authenticate` header that a 401 carries (RFC 9110 §15.5.2); nil otherwise.
  public var challenge: String? { clientChallenge(at: status) }
}
