import Simulation
import TokenCore

/// An answer as it goes over the wire: status, headers and body, with the RFCs' names.
extension TraceDocument {
  func answer(_ payload: Payload) -> JSONText {
    [
      "status": JSONText(payload.status ?? 0), "server": JSONText(origin(of: payload)),
      "headers": headers(of: payload), "body": body(of: payload),
    ]
  }

  /// The API that it comes from; nil for the authorization server.
  private func origin(of payload: Payload) -> ResourceServerID? {
    if case .resourceResponse(let response) = payload {
      return setting.server(ofHost: response.host)
    }
    if case .securityEventReceipt(let receipt) = payload {
      return setting.server(ofHost: receipt.host)
    }
    return nil
  }

  private func headers(of payload: Payload) -> JSONText {
    [
      "Cache-Control": payload.mayBeStored ? .null : "no-store",
      "Set-Cookie": payload.cookie.map(cookie) ?? JSONText(applicationCookie(in: payload)),
      "WWW-Authenticate": JSONText(payload.challenge), "DPoP-Nonce": JSONText(payload.nonce),
    ]
  }

  /// The value is the handle, and stands in the body of this document.
  private func applicationCookie(in payload: Payload) -> String? {
    guard case .tokenResponse(.success(let grant)) = payload, let cookie = grant.cookie else {
      return nil
    }
    return "\(ApplicationCookie.name)=…; \(cookie.attributes)"
  }

  private func body(of payload: Payload) -> JSONText {
    switch payload {
    case .tokenResponse(.success(let grant)): body(of: grant)
    case .tokenResponse(.error(let error, _)), .revocationResponse(.error(let error, _)),
      .introspectionResponse(.error(let error, _)):
      body(of: error)
    case .tokenResponse(.wantsNonce): body(of: .useDPoPNonce)
    case .resourceResponse(let response): body(of: response)
    case .authorizationResponse(.code(let code, _)): redirect(code: code, error: nil)
    case .endSessionResponse(let response):
      response.returnsToClient ? redirect(code: nil, error: nil) : ["type": "page"]
    case .authorizationResponse(.error(let error)): redirect(code: nil, error: error)
    case .authorizationResponse(.rejected): ["type": "page"]
    case .revocationResponse(.success), .tokenResponse(.unavailable),
      .revocationResponse(.unavailable), .introspectionResponse(.unavailable),
      .securityEventReceipt:
      ["type": "empty"]
    case .introspectionResponse(.active(let introspection)): body(of: introspection)
    case .introspectionResponse(.inactive): ["type": "introspection", "active": false]
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      .null
    }
  }

  private func body(of grant: TokenGrant) -> JSONText {
    guard grant.cookie == nil else {
      return [
        "type": "session", "cookie": token(grant.accessToken),
        "expires_in": .integer(grant.expiresIn), "scope": .string(grant.scope.description),
      ]
    }
    return [
      "type": "tokens", "access_token": token(grant.accessToken),
      "token_type": .string(grant.type.rawValue),
      "expires_in": .integer(grant.expiresIn),
      "refresh_token": grant.refreshToken.map(token) ?? .null,
      "scope": .string(grant.scope.description),
    ]
  }

  /// The lab's servers send no `error_description`.
  private func body(of error: ErrorCode?) -> JSONText {
    ["type": "error", "error": JSONText(error?.rawValue), "error_description": .null]
  }

  /// An API says what is wrong in `WWW-Authenticate` (RFC 6750 §3); it is repeated here.
  private func body(of response: ResourceResponse) -> JSONText {
    guard response.status == 200 else { return body(of: response.error) }
    return ["type": "resource", "access_token": response.freshToken.map(token) ?? .null]
  }

  private func redirect(code: String?, error: ErrorCode?) -> JSONText {
    [
      "type": "redirect", "has_code": .boolean(code != nil),
      "code": code.map(secret) ?? .null, "error": JSONText(error?.rawValue),
    ]
  }

  private func body(of introspection: Introspection) -> JSONText {
    [
      "type": "introspection", "active": true, "scope": .string(introspection.scope),
      "client_id": .string(introspection.clientID), "sub": .string(introspection.subject),
      "iat": .integer(introspection.issuedAt.seconds),
      "exp": introspection.expiresAt.map { .integer($0.seconds) } ?? .null,
      "jti": JSONText(introspection.tokenID),
      "auth_time": introspection.authenticatedAt.map { .integer($0.seconds) } ?? .null,
      "cnf": introspection.confirmation.map { ["jkt": .string($0)] } ?? .null,
    ]
  }

  /// A cookie by the session that it names.
  func cookie(_ cookie: SessionCookie) -> JSONText {
    ["session": JSONText(cookie.label), "text": secret(cookie.text)]
  }

  func token(_ token: AccessToken) -> JSONText { self.token(JSONText(token.label), token.text) }
  func token(_ token: RefreshToken) -> JSONText { self.token(JSONText(token.label), token.text) }

  private func token(_ id: JSONText, _ text: String) -> JSONText {
    let claims = words.claims(text)
    return [
      "id": id, "form": claims == nil ? "opaque" : "jwt", "claims": claims ?? .null,
      "text": secret(text),
    ]
  }
}
