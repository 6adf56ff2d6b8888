/// What the client's browser brings to the authorization endpoint (RFC 6749 §4.1.1, RFC 7636 §4.3):
/// the person has signed in on the server's own page, so no password passes through the client.
public struct AuthorizationRequest: Hashable, Sendable {
  /// `client_id`
  public var clientID: String
  /// `scope`: what is asked for.
  public var scope: Scope
  /// `code_challenge`: made of the code verifier that the client kept (RFC 7636 §4.2); empty where
  /// it is left out.
  public var codeChallenge: String
  /// `code_challenge_method`: nil where it is left out, which means `plain` (RFC 7636 §4.3).
  public var codeChallengeMethod: String?
  /// The name under which the person signs in at the server. Of a silent request the cookie decides.
  public var userName: String
  /// `prompt`: nil where it is left out (OpenID Connect Core 1.0 §3.1.2.1).
  public var prompt: Prompt?
  /// `max_age`: how many seconds ago the person may have authenticated for the browser's session to
  /// answer (OpenID Connect Core 1.0 §3.1.2.1, RFC 9470 §4); nil where it is left out.
  public var maxAge: Int64?
  /// What the browser sends along: of the session that it has at the server, if it has one.
  public var cookie: SessionCookie?

  /// The one method that does not send the verifier itself, and the only one that is taken
  /// (RFC 9700 §2.1.1).
  public static let hashedMethod = "S256"

  /// A request with `response_type=code`, and with `code_challenge_method=S256` unless said otherwise.
  public init(
    clientID: String, scope: Scope, codeChallenge: String,
    codeChallengeMethod: String? = hashedMethod, userName: String, prompt: Prompt? = nil,
    maxAge: Int64? = nil, cookie: SessionCookie? = nil
  ) {
    self.clientID = clientID
    self.scope = scope
    self.codeChallenge = codeChallenge
    self.codeChallengeMethod = codeChallengeMethod
    self.userName = userName
    self.prompt = prompt
    self.maxAge = maxAge
    self.cookie = cookie
  }

  /// Whether nobody is to be asked anything.
  public var isSilent: Bool { prompt == .nobody }

  /// Whether a session of the browser's may answer for the person: where that is all that may be, or
  /// where the request says how long ago the person may have authenticated. Without either the lab's
  /// server asks.
  var takesSession: Bool {
    switch prompt {
    case .nobody: true
    case .login: false
    case nil: maxAge != nil
    }
  }
}

/// Whom the server is to ask (OpenID Connect Core 1.0 §3.1.2.1).
public enum Prompt: String, Hashable, CaseIterable, Sendable {
  /// Nobody: the browser's session answers, or `login_required` does.
  case nobody = "none"
  /// The person, whatever session there is.
  case login
}

/// S256 of a code verifier (RFC 7636 §4.2): what a client sends first, and the verifier with the code.
public func codeChallenge(of verifier: String, _ cryptography: some TokenCryptography) -> String {
  base64URL(cryptography.digest(Array(verifier.utf8)))
}

/// The authorization endpoint's answer (RFC 6749 §4.1.2).
public enum AuthorizationResponse: Hashable, Sendable {
  /// A redirect back to the client with a code; where the person has just authenticated, the browser
  /// gets the cookie of the session.
  case code(String, cookie: SessionCookie? = nil)
  /// A redirect back to the client with an error.
  case error(ErrorCode)
  /// A page for the person: an unknown client is never redirected to (RFC 6749 §4.1.2.1).
  case rejected

  /// The HTTP status: 302 for a redirect, 400 for a page.
  public var status: Int {
    switch self {
    case .code, .error: 302
    case .rejected: 400
    }
  }
}
