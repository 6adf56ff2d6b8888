/// A POST to the token endpoint (RFC 6749 §3.2).
public struct TokenRequest: Hashable, Sendable {
  public var form: Form
  /// Credentials in the `Authorization` header, for a confidential client (RFC 6749 §2.3.1).
  public var basic: ClientCredentials?
  /// The lab's own note of the refresh token inside, for the omniscient views; no rule reads it.
  public var label: RefreshTokenID?
  /// The same of an access token that is presented for re-issue.
  public var accessLabel: AccessTokenID?
  /// The `DPoP` header (RFC 9449 §4.1).
  public var proof: String?

  public init(
    form: Form, basic: ClientCredentials? = nil, label: RefreshTokenID? = nil,
    accessLabel: AccessTokenID? = nil, proof: String? = nil
  ) {
    self.form = form
    self.basic = basic
    self.label = label
    self.accessLabel = accessLabel
    self.proof = proof
  }

  /// The lab's own extension grant (RFC 6749 §4.5) for re-issuing an expired access token: no RFC
  /// has one, which is the point.
  public static let reissueGrantType = "urn:tokenlab:grant-type:reissue"
}

/// The token endpoint's answer.
public enum TokenResponse: Hashable, Sendable {
  case success(TokenGrant)
  case error(ErrorCode, status: Int)

  public var status: Int {
    switch self {
    case .success: 200
    case .error(_, let status): status
    }
  }

  /// The `WWW-Authenticate` header that a 401 carries (RFC 6749 §5.2); nil otherwise.
  public var challenge: String? {
    status == 401 ? "Basic realm=\"lab\"" : nil
  }
}

/// The body of a successful token response (RFC 6749 §5.1).
public struct TokenGrant: Hashable, Sendable {
  public let accessToken: AccessToken
  /// Whole seconds from the response to the access token's end.
  public let expiresIn: Int64
  /// Nil where the server issues none, or where the old one stays good.
  public let refreshToken: RefreshToken?
  public let scope: Scope
}

/// A client identifier and its secret.
public struct ClientCredentials: Hashable, Sendable {
  public let clientID: String
  public let secret: String

  public init(clientID: String, secret: String) {
    self.clientID = clientID
    self.secret = secret
  }
}
