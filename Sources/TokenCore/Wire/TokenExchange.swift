/// A POST to the token endpoint (RFC 6749 §3.2).
public struct TokenRequest: Hashable, Sendable {
  /// The parameters; `grant_type` is required.
  public var form: Form
  /// Credentials in the `Authorization` header, for a confidential client (RFC 6749 §2.3.1).
  public var basic: ClientCredentials?
  /// The lab's own note of the refresh token inside, for the omniscient views; no rule reads it.
  public var label: RefreshTokenID?
  /// The same of an access token that is presented for re-issue.
  public var accessLabel: AccessTokenID?
  /// The `DPoP` header (RFC 9449 §4.1).
  public var proof: String?

  /// A request with these parameters.
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
  /// 200 with the tokens.
  case success(TokenGrant)
  /// A refusal; the code says as little as the RFC allows.
  case error(ErrorCode, status: Int)
  /// 503 without a body: the server itself failed, and nothing is said of the token. RFC 6749 §5.2 has
  /// no error code for it.
  case unavailable
  /// The proof needs this nonce, which comes in the `DPoP-Nonce` header: the client makes another proof
  /// and asks again (RFC 9449 §8).
  case wantsNonce(String)

  /// The HTTP status.
  public var status: Int {
    switch self {
    case .success: 200
    case .error(_, let status): status
    case .unavailable: 503
    case .wantsNonce: 400
    }
  }

  /// The error in the body; nil on success.
  public var error: ErrorCode? {
    switch self {
    case .success, .unavailable: nil
    case .error(let error, _): error
    case .wantsNonce: .useDPoPNonce
    }
  }

  /// The `DPoP-Nonce` header: what the client's next proof for this server has to contain
  /// (RFC 9449 §8.2); nil where the server wants none.
  public var nonce: String? {
    switch self {
    case .success(let grant): grant.nonce
    case .error, .unavailable: nil
    case .wantsNonce(let nonce): nonce
    }
  }

  /// The tokens; nil in a refusal.
  public var grant: TokenGrant? {
    switch self {
    case .success(let grant): grant
    case .error, .unavailable, .wantsNonce: nil
    }
  }

  /// The `WWW-Authenticate` header that a 401 carries (RFC 6749 §5.2); nil otherwise.
  public var challenge: String? { clientChallenge(at: status) }
}

/// The challenge that goes with the 401 of an endpoint where clients authenticate (RFC 9110 §15.5.2);
/// nil with any other status.
func clientChallenge(at status: Int) -> String? {
  status == 401 ? "Basic realm=\"lab\"" : nil
}

/// The body of a successful token response (RFC 6749 §5.1).
public struct TokenGrant: Hashable, Sendable {
  /// `access_token`
  public let accessToken: AccessToken
  /// `token_type`: how it is to be presented (RFC 6749 §7.1).
  public let type: AccessTokenType
  /// Whole seconds from the response to the access token's end.
  public let expiresIn: Int64
  /// Nil where the server issues none, or where the old one stays good.
  public let refreshToken: RefreshToken?
  /// `scope`: what the access token allows.
  public let scope: Scope
  /// The cookie that the handle is set in, where it names a session; the body then has no token.
  public var cookie: ApplicationCookie?
  /// The `DPoP-Nonce` header, where the server wants one of its nonces in the next proof
  /// (RFC 9449 §8.2).
  public internal(set) var nonce: String?
}

/// How an access token is presented (RFC 6749 §7.1): `token_type`, and the scheme in the
/// `Authorization` header.
public enum AccessTokenType: String, Hashable, CaseIterable, Sendable {
  /// Whoever has it may use it (RFC 6750).
  case bearer = "Bearer"
  /// With a proof of the key that it is bound to (RFC 9449 §7.1).
  case dpop = "DPoP"
}

/// A client identifier and its secret.
public struct ClientCredentials: Hashable, Sendable {
  /// `client_id`
  public let clientID: String
  /// `client_secret`
  public let secret: String

  /// The credentials of a confidential client.
  public init(clientID: String, secret: String) {
    self.clientID = clientID
    self.secret = secret
  }
}
