import TokenCore

extension World {
  /// Sends a request that was written out by hand; nothing in it is checked before it is sent.
  mutating func send(_ request: ExplicitRequest, because cause: Int, _ trace: inout Trace) {
    let form = Form(
      request.parameters.map { Form.Parameter($0.name, text(of: $0.value) ?? "") })
    let payload: Payload
    switch request.endpoint {
    case .authorization:
      payload = .authorizationRequest(authorization(form, by: request.person))
    case .token:
      payload = .tokenRequest(
        TokenRequest(form: form, basic: request.basic, label: label(in: request)))
    case .revocation:
      payload = .revocationRequest(
        RevocationRequest(form: form, basic: request.basic, label: label(in: request)))
    case .introspection:
      payload = .introspectionRequest(IntrospectionRequest(form: form, basic: request.basic))
    case .api:
      payload = .resourceRequest(
        ResourceRequest(
          token: bearer(in: request), host: setting.host(of: request.server),
          browser: policy.session?.ownCall))
    }
    visits += 1
    let server: Party = request.endpoint == .api ? .resourceServer : .authorizationServer
    send(payload, from: .visitor, to: server, request: visits, because: cause, &trace)
  }

  /// A browser at the authorization endpoint, in which the person signs in there. It has no session of
  /// before, so that with `prompt=none` nobody is known.
  private func authorization(_ form: Form, by person: UserID) -> AuthorizationRequest {
    AuthorizationRequest(
      clientID: form["client_id"].text ?? "", scope: Scope(form["scope"].text ?? ""),
      codeChallenge: form["code_challenge"].text ?? "",
      codeChallengeMethod: form["code_challenge_method"].text,
      userName: authorizationServer.user(person).name,
      prompt: form["prompt"].text.flatMap(Prompt.init),
      maxAge: form["max_age"].text.flatMap { Int64($0) })
  }

  private func text(of value: ExplicitRequest.Value) -> String? {
    switch value {
    case .text(let text): text
    case .refreshToken(let device): clients[device.index].storage.refreshToken?.text
    case .accessToken(let device): clients[device.index].storage.accessToken?.text
    case .stolenRefreshToken: attacker.refreshTokens.last?.text
    case .stolenAccessToken: attacker.accessTokens.last?.text
    }
  }

  /// The lab's note of the refresh token inside, if it names one that somebody holds.
  private func label(in request: ExplicitRequest) -> RefreshTokenID? {
    for parameter in request.parameters {
      switch parameter.value {
      case .refreshToken(let device): return clients[device.index].storage.refreshToken?.label
      case .stolenRefreshToken: return attacker.refreshTokens.last?.label
      case .text, .accessToken, .stolenAccessToken: continue
      }
    }
    return nil
  }

  private func bearer(in request: ExplicitRequest) -> AccessToken? {
    guard let value = request.parameters.first(where: { $0.name == "token" })?.value else {
      return nil
    }
    switch value {
    case .accessToken(let device): return clients[device.index].storage.accessToken
    case .stolenAccessToken: return attacker.accessTokens.last
    case .text, .refreshToken, .stolenRefreshToken:
      return text(of: value).map { AccessToken(text: $0, label: nil) }
    }
  }
}
