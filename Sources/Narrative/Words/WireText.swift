import Simulation
import TokenCore

/// What went over the wire, as HTTP: request lines, then the answer's. Tokens are cut short: a log
/// that a class looks at holds no usable token.
package enum WireText {
  package static func lines(for exchange: Exchange) -> (request: [String], response: [String]) {
    (request(exchange.request), response(exchange.response))
  }

  /// One message, request or answer.
  package static func lines(of payload: Payload) -> [String] {
    payload.isRequest ? request(payload) : response(payload)
  }

  /// The same on one line, for narrow screens: path, what is secret, and the answer.
  package static func line(for exchange: Exchange) -> String {
    let sent =
      switch exchange.request {
      case .tokenRequest(let request): "POST /token " + secrets(of: request.form)
      case .revocationRequest(let request): "POST /revoke " + secrets(of: request.form)
      case .resourceRequest(let request):
        "\(request.method.rawValue) \(request.host ?? "")\(request.path) "
          + (request.browser == nil ? "\(request.scheme.rawValue) " : "Cookie ")
          + (request.token.map { shortened($0.text) } ?? "none")
      case .introspectionRequest(let request): "POST /introspect " + secrets(of: request.form)
      case .authorizationRequest, .endSessionRequest, .authorizationResponse, .tokenResponse,
        .resourceResponse,
        .revocationResponse, .endSessionResponse, .introspectionResponse, .securityEvent,
        .securityEventReceipt:
        exchange.request.title
      }
    let error = exchange.error.map { " error=\($0.rawValue)" } ?? ""
    return "\(sent) → \(exchange.status)\(error)"
  }

  /// The browser's cookie, which goes to its own server only, and which no script reads (RFC 6265 §4.1.2,
  /// ASVS 5.0 3.3.3). Without SameSite=None a hidden frame of the application would not send it.
  private static let cookieName = "__Host-sso"
  private static let attributes = "; Path=/; Secure; HttpOnly; SameSite=None"

  private static func cookie(_ cookie: SessionCookie?) -> [String] {
    cookie.map { ["Cookie: \(cookieName)=\(shortened($0.text))"] } ?? []
  }

  private static func secrets(of form: Form) -> String {
    form.parameters.filter { secretNames.contains($0.name) }
      .map { "\($0.name)=\(shortened($0.value))" }.joined(separator: " ")
  }

  private static func request(_ payload: Payload) -> [String] {
    switch payload {
    case .authorizationRequest(let request):
      [
        "GET /authorize?response_type=code\(demands(of: request)) HTTP/1.1",
        "client_id=\(request.clientID)&scope=\(request.scope.tokens.joined(separator: "+"))",
        "code_challenge=\(shortened(request.codeChallenge))"
          + (request.codeChallengeMethod.map { "&code_challenge_method=\($0)" } ?? ""),
      ] + cookie(request.cookie)
    case .endSessionRequest(let request):
      ["GET /logout\(request.returnsToClient ? "?client_id=\(Client.clientID)" : "") HTTP/1.1"]
        + cookie(request.cookie)
    case .tokenRequest(let request):
      ["POST /token HTTP/1.1"] + basic(request.basic)
        + dpop(request.proof) + form(request.form)
    case .revocationRequest(let request):
      ["POST /revoke HTTP/1.1"] + basic(request.basic)
        + (request.browser.map { cookie($0, request.form["token"].text) } ?? form(request.form))
    case .resourceRequest(let request): call(request)
    case .introspectionRequest(let request):
      ["POST /introspect HTTP/1.1"] + basic(request.basic) + form(request.form)
    case .securityEvent(let event): pushed(event)
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      []
    }
  }

  /// What the JWT in the body says.
  private static func pushed(_ event: SecurityEvent) -> [String] {
    ["POST /events HTTP/1.1"] + (event.host.map { ["Host: \($0)"] } ?? []) + [
      "Content-Type: application/secevent+jwt",
      "jti=\(event.tokenID), sub_id={format: opaque, id: \(event.sessionID)}",
      "events={session-revoked: {reason_admin: \(event.reason.rawValue)}}",
    ]
  }

  /// Whom the server is to ask, and after how long again.
  private static func demands(of request: AuthorizationRequest) -> String {
    (request.prompt.map { "&prompt=\($0.rawValue)" } ?? "")
      + (request.maxAge.map { "&max_age=\($0)" } ?? "")
  }

  private static func call(_ request: ResourceRequest) -> [String] {
    let line = "\(request.method.rawValue) \(request.path) HTTP/1.1"
    let head = [line] + (request.host.map { ["Host: \($0)"] } ?? [])
    if let browser = request.browser { return head + cookie(browser, request.token?.text) }
    let scheme = request.scheme.rawValue
    return head + (request.token.map { ["Authorization: \(scheme) \(shortened($0.text))"] } ?? [])
      + dpop(request.proof)
  }

  /// The headers of a call that a browser adds its cookie to, if it does.
  private static func cookie(_ browser: BrowserCall, _ value: String?) -> [String] {
    (value.map { ["Cookie: \(ApplicationCookie.name)=\(shortened($0))"] } ?? [])
      + (browser.hasOwnHeader ? ["\(BrowserCall.ownHeader): 1"] : [])
      + (browser.isFromOtherSite ? ["Sec-Fetch-Site: cross-site"] : [])
  }

  private static func response(_ payload: Payload) -> [String] {
    switch payload {
    case .authorizationResponse(.code(let code, let cookie)):
      ["HTTP/1.1 302 Found", "Location: /callback?code=\(shortened(code))"]
        + (cookie.map { ["Set-Cookie: \(cookieName)=\(shortened($0.text))\(attributes)"] } ?? [])
    case .endSessionResponse(let response):
      (response.returnsToClient
        ? ["HTTP/1.1 302 Found", "Location: /signed-out"] : [statusLine(response.status)])
        + ["Set-Cookie: \(cookieName)=; Max-Age=0\(attributes)"]
    case .authorizationResponse(.error(let error)):
      ["HTTP/1.1 302 Found", "Location: /callback?error=\(error.rawValue)"]
    case .tokenResponse(.success(let grant)):
      head(of: payload) + setCookie(of: grant) + [body(of: grant)]
    case .tokenResponse(.error(let error, _)), .revocationResponse(.error(let error, _)),
      .introspectionResponse(.error(let error, _)):
      head(of: payload) + [body(of: error)]
    case .tokenResponse(.wantsNonce): head(of: payload) + [body(of: .useDPoPNonce)]
    case .introspectionResponse(.active(let active)): head(of: payload) + [body(of: active)]
    case .introspectionResponse(.inactive): head(of: payload) + ["{\"active\":false}"]
    case .authorizationResponse(.rejected), .revocationResponse(.success), .resourceResponse,
      .tokenResponse(.unavailable), .revocationResponse(.unavailable),
      .introspectionResponse(.unavailable), .securityEventReceipt:
      head(of: payload)
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      []
    }
  }

  /// The status line and the headers of a response.
  private static func head(of response: Payload) -> [String] {
    [statusLine(response.status ?? 0)]
      + (response.mayBeStored ? [] : ["Cache-Control: no-store"])
      + (response.challenge.map { ["WWW-Authenticate: \($0)"] } ?? [])
      + (response.nonce.map { ["DPoP-Nonce: \(shortened($0))"] } ?? [])
  }

  private static func body(of error: ErrorCode) -> String {
    "{\"error\":\"\(error.rawValue)\"}"
  }

  private static func body(of active: Introspection) -> String {
    "{\"active\":true,\"scope\":\"\(active.scope)\",\"sub\":\"\(active.subject)\""
      + (active.authenticatedAt.map { ",\"auth_time\":\($0.seconds)" } ?? "")
      + (active.confirmation.map { ",\"cnf\":{\"jkt\":\"\(shortened($0))\"}" } ?? "") + "}"
  }

  private static func setCookie(of grant: TokenGrant) -> [String] {
    guard let cookie = grant.cookie else { return [] }
    let value = shortened(grant.accessToken.text)
    return ["Set-Cookie: \(ApplicationCookie.name)=\(value); \(cookie.attributes)"]
  }

  /// What a cookie holds is not in the body, where a script could read it.
  private static func body(of grant: TokenGrant) -> String {
    var members = ["\"expires_in\":\(grant.expiresIn)"]
    if grant.cookie == nil {
      let token = shortened(grant.accessToken.text)
      members.insert(
        "\"access_token\":\"\(token)\",\"token_type\":\"\(grant.type.rawValue)\"", at: 0)
    }
    if let token = grant.refreshToken {
      members.append("\"refresh_token\":\"\(shortened(token.text))\"")
    }
    members.append("\"scope\":\"\(grant.scope)\"")
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func form(_ form: Form) -> [String] {
    [
      form.parameters.map { parameter in
        let isSecret = Self.secretNames.contains(parameter.name)
        return "\(parameter.name)=\(isSecret ? shortened(parameter.value) : parameter.value)"
      }.joined(separator: "&")
    ]
  }

  private static let secretNames = [
    "refresh_token", "code", "code_verifier", "token", "client_secret", "access_token",
  ]

  private static func dpop(_ proof: String?) -> [String] {
    proof.map { ["DPoP: \(shortened($0))"] } ?? []
  }

  private static func basic(_ credentials: ClientCredentials?) -> [String] {
    credentials == nil ? [] : ["Authorization: Basic …"]
  }

  private static func statusLine(_ status: Int) -> String {
    switch status {
    case 200: "HTTP/1.1 200 OK"
    case 202: "HTTP/1.1 202 Accepted"
    case 400: "HTTP/1.1 400 Bad Request"
    case 401: "HTTP/1.1 401 Unauthorized"
    case 403: "HTTP/1.1 403 Forbidden"
    case 503: "HTTP/1.1 503 Service Unavailable"
    default: "HTTP/1.1 \(status)"
    }
  }

  /// The first and last characters of a secret: enough to see that two are the same.
  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 10 ? text : "\(text.prefix(4))…\(text.suffix(3))"
  }
}
