import Simulation
import TokenCore

/// A request as a server got it, without what is secret in it.
extension TraceDocument {
  func request(_ payload: Payload) -> JSONText {
    switch payload {
    case .authorizationRequest(let request): described(request)
    case .tokenRequest(let request):
      described(.token, request.form, request.basic, hasProof: request.proof != nil) {
        credential(in: $0, request.label, request.accessLabel)
      }
    case .revocationRequest(let request):
      described(
        .revocation, request.form, request.basic, browser: request.browser.map(described) ?? .null
      ) {
        presented($0["token"].text, request.label, request.accessLabel)
      }
    case .introspectionRequest(let request):
      described(.introspection, request.form, request.basic) {
        presented($0["token"].text, nil, nil)
      }
    case .resourceRequest(let request): described(request)
    case .endSessionRequest(let request): described(request)
    case .securityEvent(let event): described(event)
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      .null
    }
  }

  private func described(_ request: AuthorizationRequest) -> JSONText {
    RequestDocument(
      endpoint: "authorization", method: "GET", path: "/authorize", clientID: request.clientID,
      codeChallengeMethod: request.codeChallengeMethod, scope: request.scope.description,
      user: request.isSilent ? nil : request.userName,
      prompt: request.prompt?.rawValue, maxAge: request.maxAge,
      cookie: request.cookie.map(cookie) ?? .null
    ).text
  }

  private func described(_ request: EndSessionRequest) -> JSONText {
    RequestDocument(
      endpoint: "end_session", method: "GET", path: "/logout",
      clientID: request.returnsToClient ? Client.clientID : nil,
      cookie: request.cookie.map(cookie) ?? .null
    ).text
  }

  private func described(_ request: ResourceRequest) -> JSONText {
    RequestDocument(
      endpoint: "api", method: request.method.rawValue, path: request.path,
      server: setting.server(ofHost: request.host), requiredScope: request.requiredScope,
      hasProof: request.proof != nil, browser: request.browser.map(described) ?? .null,
      credential: request.token.map { presented($0.text, nil, $0.label, otherwise: "access_token") }
        ?? .null
    ).text
  }

  /// A push of the authorization server's own.
  private func described(_ event: SecurityEvent) -> JSONText {
    RequestDocument(
      endpoint: "events", method: "POST", path: "/events",
      server: setting.server(ofHost: event.host),
      event: [
        "jti": .string(event.tokenID), "iss": .string(event.issuer),
        "aud": .string(event.audience), "iat": .integer(event.issuedAt.seconds),
        "type": .string(SecurityEvent.type), "sid": .string(event.sessionID),
        "family": JSONText(event.family), "reason_admin": .string(event.reason.code),
      ]
    ).text
  }

  /// How a browser came to send it, where the credential is a cookie.
  private func described(_ browser: BrowserCall) -> JSONText {
    ["other_site": .boolean(browser.isFromOtherSite), "own_header": .boolean(browser.hasOwnHeader)]
  }

  private func described(
    _ endpoint: FormEndpoint, _ form: Form, _ basic: ClientCredentials?, hasProof: Bool = false,
    browser: JSONText = .null, _ credential: (Form) -> JSONText
  ) -> JSONText {
    RequestDocument(
      endpoint: endpoint.rawValue, method: "POST", path: endpoint.path,
      clientID: basic?.clientID ?? form["client_id"].text,
      authentication: basic != nil
        ? "client_secret_basic" : form["client_secret"] == .missing ? "none" : "client_secret_post",
      grantType: form["grant_type"].text, scope: form["scope"].text,
      hint: form["token_type_hint"].text, parameters: form.parameters.map(\.name),
      hasProof: hasProof, browser: browser, credential: credential(form)
    ).text
  }

  /// What a token request brings to be exchanged.
  private func credential(
    in form: Form, _ refresh: RefreshTokenID?, _ access: AccessTokenID?
  ) -> JSONText {
    if let code = form["code"].text { return credential("authorization_code", nil, code) }
    if let token = form["refresh_token"].text {
      return presented(token, refresh, access, otherwise: "refresh_token")
    }
    return presented(form["access_token"].text, refresh, access, otherwise: "access_token")
  }

  /// A token by what the lab knows of it; `otherwise` is its kind where it is none of the servers'.
  private func presented(
    _ text: String?, _ refresh: RefreshTokenID?, _ access: AccessTokenID?,
    otherwise kind: String = "unknown_token"
  ) -> JSONText {
    guard let text else { return .null }
    if let id = refresh ?? given.refreshToken(text) {
      return credential("refresh_token", id.description, text)
    }
    if let id = access ?? given.accessToken(text) {
      return credential("access_token", id.description, text)
    }
    return credential(kind, nil, text)
  }

  private func credential(_ kind: String, _ id: String?, _ text: String) -> JSONText {
    ["kind": .string(kind), "id": JSONText(id), "text": secret(text)]
  }
}

private enum FormEndpoint: String {
  case token, revocation, introspection

  var path: String {
    switch self {
    case .token: "/token"
    case .revocation: "/revoke"
    case .introspection: "/introspect"
    }
  }
}

/// The members of a request, whatever its endpoint.
private struct RequestDocument {
  let endpoint: String
  let method: String
  let path: String
  var server: ResourceServerID?
  var clientID: String?
  var authentication: String?
  var grantType: String?
  var codeChallengeMethod: String?
  var scope: String?
  var requiredScope: String?
  var user: String?
  var prompt: String?
  var maxAge: Int64?
  var cookie = JSONText.null
  var hint: String?
  var parameters: [String] = []
  var hasProof = false
  var browser = JSONText.null
  var credential = JSONText.null
  var event = JSONText.null

  var text: JSONText {
    [
      "endpoint": .string(endpoint), "method": .string(method), "path": .string(path),
      "server": JSONText(server), "client_id": JSONText(clientID),
      "client_authentication": JSONText(authentication), "grant_type": JSONText(grantType),
      "code_challenge_method": JSONText(codeChallengeMethod), "scope": JSONText(scope),
      "required_scope": JSONText(requiredScope), "user": JSONText(user),
      "prompt": JSONText(prompt), "max_age": maxAge.map(JSONText.integer) ?? .null,
      "cookie": cookie, "token_type_hint": JSONText(hint),
      "parameters": .array(parameters.map(JSONText.string)), "dpop": .boolean(hasProof),
      "browser": browser, "credential": credential, "security_event": event,
    ]
  }
}

extension Setting {
  /// The server of that host; the first one where none is named.
  func server(ofHost host: String?) -> ResourceServerID {
    let index = resourceServers.firstIndex { server in
      host.map { sameBytes($0, server.name) } ?? false
    }
    return ResourceServerID(index: index ?? 0)
  }
}
