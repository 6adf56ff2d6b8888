/// A request to the protected API: with a token in the `Authorization` header (RFC 6750 §2.1,
/// RFC 9449 §7.1), or from a browser that adds a cookie.
public struct ResourceRequest: Hashable, Sendable {
  /// Which server it is sent to, where there are several (RFC 9110 §7.2).
  public var host: String?
  /// The path of the resource.
  public var path: String
  /// What it does there.
  public var method: HTTPMethod
  /// How the browser came to send it, where the credential is a cookie; nil for a token in a header.
  public var browser: BrowserCall?
  /// The access token, or nil for a request without credentials.
  public var token: AccessToken?
  /// The scope that the path asks for.
  public var requiredScope: String
  /// The `DPoP` header (RFC 9449 §4.1). A request that has one presents its token as `DPoP`, any other
  /// as `Bearer`.
  public var proof: String?

  /// A request to that path, which asks for that scope.
  public init(
    path: String = "/me", token: AccessToken?, requiredScope: String = "read", host: String? = nil,
    method: HTTPMethod = .get, browser: BrowserCall? = nil, proof: String? = nil
  ) {
    self.method = method
    self.browser = browser
    self.host = host
    self.path = path
    self.token = token
    self.requiredScope = requiredScope
    self.proof = proof
  }

  /// The scheme in the `Authorization` header.
  public var scheme: AccessTokenType { proof == nil ? .bearer : .dpop }
}

/// The API's answer. A request without credentials gets a challenge that names no error
/// (RFC 6750 §3.1).
public struct ResourceResponse: Hashable, Sendable {
  /// The HTTP status: 200, 401, 403, or 503 where nobody says what the token is worth.
  public let status: Int
  /// The error in the challenge; nil on success, and for a request without credentials.
  public let error: ErrorCode?
  /// The next access token, where the policy gives one with every answer.
  public let freshToken: AccessToken?
  /// The lab's note of the server that it comes from, as in the request.
  public let host: String?
  /// Whether it answers a call whose credential is a cookie.
  public let isToBrowser: Bool
  /// The scheme that it takes tokens in, which its challenges name.
  public let scheme: AccessTokenType
  /// The `DPoP-Nonce` header: what the next proof for this server has to contain (RFC 9449 §9).
  public let nonce: String?

  /// How many seconds ago the person may have authenticated; only where that is what it refuses for
  /// (RFC 9470 §3).
  public let maxAge: Int64?

  /// An answer as the API gives it.
  public init(
    status: Int, error: ErrorCode? = nil, freshToken: AccessToken? = nil, host: String? = nil,
    isToBrowser: Bool = false, scheme: AccessTokenType = .bearer, nonce: String? = nil,
    maxAge: Int64? = nil
  ) {
    self.maxAge = maxAge
    self.isToBrowser = isToBrowser
    self.scheme = scheme
    self.nonce = nonce
    self.host = host
    self.status = status
    self.error = error
    self.freshToken = freshToken
  }

  /// The `WWW-Authenticate` header that goes with a refusal of the token (RFC 6750 §3, RFC 9449 §7.1,
  /// RFC 9470 §3), or nil otherwise. For a cookie no scheme is registered, but a 401 has to name one
  /// (RFC 9110 §15.5.2).
  public var challenge: String? {
    guard status == 401 || status == 403 else { return nil }
    guard !isToBrowser else { return status == 401 ? "Cookie realm=\"lab\"" : nil }
    let error = error.map { ", error=\"\($0.rawValue)\"" } ?? ""
    let age = maxAge.map { ", error_description=\"\(Self.ageWanted)\", max_age=\"\($0)\"" } ?? ""
    let algorithms = scheme == .dpop ? ", algs=\"EdDSA ES256\"" : ""
    return "\(scheme.rawValue) realm=\"lab\"\(error)\(age)\(algorithms)"
  }

  /// What goes with `max_age`, for people.
  private static let ageWanted = "the sign-in is too long ago"
}
