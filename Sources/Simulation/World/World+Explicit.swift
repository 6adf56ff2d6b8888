import TokenCore

extension World {
  /// Sends a request that was written out by hand; nothing in it is checked before it is sent.
  mutating func send(_ request: ExplicitRequest, because cause: Int, _ trace: inout Trace) {
    visits += 1
    visitor.wish(for: request.keeps, in: visits)
    let proofs = [made(request)].compactMap(\.self) + request.readyProofs
    var payload = payload(of: request)
    // Fields of one name are one list to whoever reads them (RFC 9110 §5.3), and a list is no proof.
    if !proofs.isEmpty { payload.proof = proofs.joined(separator: ", ") }
    let server: Party = request.endpoint == .api ? .resourceServer : .authorizationServer
    send(payload, from: .visitor, to: server, request: visits, because: cause, &trace)
  }

  /// Why the request cannot be made now.
  func obstacle(to request: ExplicitRequest) -> String? {
    if request.endpoint == .api, let obstacle = setting.obstacle(to: request.server) {
      return obstacle
    }
    if let name = request.keptNames.first(where: { visitor.possessions[$0] == nil }) {
      return "no answer has brought \(name)"
    }
    guard case .device(let device)? = request.proof?.key, clients[device.index].key == nil else {
      return nil
    }
    return "\(clients[device.index].name) has no key to make a proof with"
  }

  private func payload(of request: ExplicitRequest) -> Payload {
    let form = Form(
      request.parameters.map { Form.Parameter($0.name, text(of: $0.value) ?? "") })
    switch request.endpoint {
    case .authorization: return .authorizationRequest(authorization(form, request))
    case .token:
      return .tokenRequest(
        TokenRequest(form: form, basic: request.basic, label: label(in: request)))
    case .revocation:
      return .revocationRequest(
        RevocationRequest(form: form, basic: request.basic, label: label(in: request)))
    case .introspection:
      return .introspectionRequest(IntrospectionRequest(form: form, basic: request.basic))
    case .api: return .resourceRequest(call(request))
    }
  }

  /// A browser at the authorization endpoint, in which the person signs in there. Without a cookie it has
  /// no session of before, so that with `prompt=none` nobody is known.
  private func authorization(_ form: Form, _ request: ExplicitRequest) -> AuthorizationRequest {
    AuthorizationRequest(
      clientID: form["client_id"].text ?? "", scope: Scope(form["scope"].text ?? ""),
      codeChallenge: form["code_challenge"].text ?? "",
      codeChallengeMethod: form["code_challenge_method"].text,
      userName: authorizationServer.user(request.person).name,
      prompt: form["prompt"].text.flatMap(Prompt.init),
      maxAge: form["max_age"].text.flatMap { Int64($0) },
      cookie: request.cookie.flatMap(sessionCookie))
  }

  /// A cookie is a credential only where the policy has sessions: no other API reads one.
  private func call(_ request: ExplicitRequest) -> ResourceRequest {
    let host = setting.host(of: request.server)
    guard let session = policy.session else {
      return ResourceRequest(token: request.cookie == nil ? bearer(in: request) : nil, host: host)
    }
    let hasHeader = request.headers.contains { $0.isNamed(BrowserCall.ownHeader) }
    guard let cookie = request.cookie else {
      let isOwn = hasHeader || session.ownCall.hasOwnHeader
      return ResourceRequest(
        token: bearer(in: request), host: host, browser: BrowserCall(hasOwnHeader: isOwn))
    }
    return ResourceRequest(
      token: applicationCookie(cookie), host: host, browser: BrowserCall(hasOwnHeader: hasHeader))
  }

  private func sessionCookie(_ cookie: ExplicitRequest.Cookie) -> SessionCookie? {
    switch cookie {
    case .text(let text): SessionCookie(text: text, label: nil)
    case .kept(let name): visitor.possessions[name]?.sessionCookie
    case .browser(let device): clients[device.index].cookie
    }
  }

  private func applicationCookie(_ cookie: ExplicitRequest.Cookie) -> AccessToken? {
    switch cookie {
    case .text(let text): AccessToken(text: text, label: nil)
    case .kept(let name): visitor.possessions[name]?.accessToken
    case .browser(let device): clients[device.index].storage.accessToken
    }
  }

  private func text(of value: ExplicitRequest.Value) -> String? {
    switch value {
    case .text(let text): text
    case .refreshToken(let device): clients[device.index].storage.refreshToken?.text
    case .accessToken(let device): clients[device.index].storage.accessToken?.text
    case .stolenRefreshToken: attacker.refreshTokens.last?.text
    case .stolenAccessToken: attacker.accessTokens.last?.text
    case .kept(let name): visitor.possessions[name]?.text
    }
  }

  /// The lab's note of the refresh token inside, if it names one that somebody holds.
  private func label(in request: ExplicitRequest) -> RefreshTokenID? {
    for parameter in request.parameters {
      switch parameter.value {
      case .refreshToken(let device): return clients[device.index].storage.refreshToken?.label
      case .stolenRefreshToken: return attacker.refreshTokens.last?.label
      case .kept(let name):
        if let label = visitor.possessions[name]?.refreshLabel { return label }
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
    case .kept(let name): return visitor.possessions[name]?.accessToken
    case .text, .refreshToken, .stolenRefreshToken:
      return text(of: value).map { AccessToken(text: $0, label: nil) }
    }
  }
}

/// The proofs of requests by hand.
extension World {
  /// The key of the visitor's that goes by the name: the same in every run.
  func visitorsKey(named name: String) -> DeviceKey {
    DeviceKey(seed: cryptography.digest(Array("visitor's key \(name)".utf8)))
  }

  /// The proof that the request asks for; nil where it asks for none or goes where none is read.
  private mutating func made(_ request: ExplicitRequest) -> String? {
    guard let proof = request.proof, let target = expectation(of: request) else { return nil }
    let key: DeviceKey?
    switch proof.key {
    case .named(let name):
      visitor.use(key: name)
      key = visitorsKey(named: name)
    case .device(let device): key = clients[device.index].key
    }
    let nonce = proof.nonce ?? visitor.nonces.nonce(for: payload(of: request))
    let token = proof.accessToken ?? target.accessToken
    let statement = PossessionProof(
      proofID: proof.proofID ?? freshProofID, method: proof.method ?? target.method,
      target: proof.target ?? target.target, issuedAt: NumericDate(now + proof.clockOffset),
      accessToken: token?.isEmpty == true ? nil : token,
      nonce: nonce?.isEmpty == true ? nil : nonce)
    return key.map { cryptography.prove(statement, with: $0) }
  }

  /// No other request has it.
  private var freshProofID: String {
    base64URL(Array(cryptography.digest(Array("visit \(visits)".utf8)).prefix(12)))
  }

  private func expectation(of request: ExplicitRequest) -> ProofExpectation? {
    switch payload(of: request) {
    case .tokenRequest: authorizationServer.proofExpectation
    case .resourceRequest(let call):
      resourceServers[setting.server(at: call.host).index].proofExpectation(for: call)
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .securityEvent, .securityEventReceipt,
      .introspectionRequest, .introspectionResponse:
      nil
    }
  }
}

extension ExplicitRequest {
  /// Proofs that were made beforehand, in the headers of that name.
  fileprivate var readyProofs: [String] {
    headers.filter { $0.isNamed(Self.proofHeader) }.map(\.value)
  }
}
