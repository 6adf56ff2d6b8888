import TokenCore

extension CanonicalWriter {
  /// What is due, in its order, and what is held, in its order.
  mutating func writeWire() {
    put(.faults(world.faults))
    for entry in world.queue.entries { write(entry.event, at: entry.at) }
    for held in world.heldMessages {
      put("held")
      put(.span(held.remaining))
      write(held.message)
    }
  }

  private mutating func write(_ event: DueEvent, at instant: Instant) {
    switch event {
    case .command(let command):
      put(.command(command))
      if case .wire(.sendAgain(let number)) = command,
        let message = world.captures[number]
      {
        write(message)
      }
    case .arrival(let message, _): write(message)
    case .timer(let device, let ticket):
      guard world.clients[device.index].waits(on: ticket) else { return }
      put("timer")
      mention(.ticket(device, ticket))
    case .personActs(let device):
      put("person acts")
      put(device.index)
    case .personSignsIn(let device):
      put("person signs in")
      put(device.index)
    case .attackerActs: put("attacker acts")
    case .accessTokenEnds, .refreshTokenEnds: return
    }
    put(end: instant)
  }

  private mutating func write(_ message: Message) {
    put("message")
    mention(.message(message.id))
    if keepsNumbers { put(message.id) }
    put(party: message.from)
    put(party: message.to)
    put(request: message)
    write(message.payload, of: message)
  }

  private mutating func put(party: Party) {
    switch party {
    case .client(let device):
      put("client")
      put(device.index)
    case .browser(let device):
      put("browser")
      put(device.index)
    case .authorizationServer: put("authorization server")
    case .resourceServer: put("resource server")
    case .attacker: put("attacker")
    case .visitor: put("visitor")
    case .network: put("network")
    }
  }

  /// The request that a message is or answers, if anybody still waits for the answer.
  private mutating func put(request message: Message) {
    let party = message.payload.isRequest ? message.from : message.to
    let isAwaited =
      switch party {
      case .client(let device): world.clients[device.index].awaits(message.request)
      case .browser(let device):
        world.clients[device.index].backend?.pages[message.request] != nil
      case .attacker:
        world.attacker.flows[message.request] != nil
          || world.attacker.unanswered[message.request] != nil
      case .visitor: world.visitor.wishes[message.request] != nil
      case .authorizationServer, .resourceServer, .network: false
      }
    if isAwaited { mention(.request(party, message.request)) } else { put("not awaited") }
    if case .visitor = party { write(world.visitor.wishes[message.request] ?? [:]) }
  }

  private mutating func write(_ wishes: [ExplicitRequest.Part: String]) {
    for part in ExplicitRequest.Part.allCases {
      guard let name = wishes[part] else { continue }
      put(part.rawValue)
      put(verbatim: name)
    }
  }

  private mutating func write(_ payload: Payload, of message: Message) {
    switch payload {
    case .authorizationRequest(let request): write(request)
    case .tokenRequest(let request):
      write(request)
      write(proofOf: payload, from: message.from)
    case .resourceRequest(let request):
      write(request)
      write(proofOf: payload, from: message.from)
    case .revocationRequest(let request):
      put("revocation")
      write(request.form, request.basic)
    case .introspectionRequest(let request):
      put("introspection")
      write(request.form, request.basic)
    case .endSessionRequest(let request):
      put("end session")
      put(cookie: request.cookie)
    case .securityEvent(let event):
      put("session revoked")
      put(verbatim: event.host)
      mention(.row(.family(event.family)))
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      write(answer: payload, of: message)
    }
  }

  /// What a visitor keeps nothing of changes nothing, so only that it comes is written.
  private mutating func write(answer: Payload, of message: Message) {
    let isKept = world.visitor.wishes[message.request] != nil || answer.nonce != nil
    guard message.to != .visitor || isKept else { return put("answer") }
    switch answer {
    case .authorizationResponse(let response): write(response)
    case .tokenResponse(let response):
      write(response)
      put(nonce: response.nonce, of: world.authorizationServer.nonces)
    case .resourceResponse(let response):
      put("served")
      put(response.status)
      put(response.error == .invalidDPoPProof)
      put(response.error == .useDPoPNonce)
      put(.number(response.maxAge ?? -1))
      put(token: response.freshToken)
      put(nonce: response.nonce, of: world.nonces(ofServerAt: response.host))
    case .endSessionResponse: put("cookie gone")
    case .revocationResponse, .introspectionResponse, .securityEventReceipt: put("answer")
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      break
    }
  }

  private mutating func write(_ request: AuthorizationRequest) {
    put("sign-in")
    put(verbatim: request.clientID)
    put(verbatim: request.scope.description)
    mention(.text(Array(request.codeChallenge.utf8)))
    put(verbatim: request.codeChallengeMethod)
    put(verbatim: request.userName)
    put(verbatim: request.prompt?.rawValue)
    put(cookie: request.cookie)
    put(.number(request.maxAge ?? -1))
    guard let maxAge = request.maxAge,
      let id = world.authorizationServer.session(behind: request.cookie, world.cryptography)
    else { return }
    let signedIn = NumericDate(world.authorizationServer.session(id).authenticatedAt)
    put(end: signedIn.inWholeSeconds.olderThan(.seconds(maxAge)))
  }

  mutating func write(_ request: TokenRequest) {
    put("token request")
    write(request.form, request.basic)
  }

  /// A request that is kept to be sent again with another proof.
  mutating func write(unsent payload: Payload) {
    switch payload {
    case .tokenRequest(let request): write(request)
    case .resourceRequest(let request): write(request)
    case .authorizationRequest(let request): write(request)
    case .revocationRequest, .introspectionRequest, .authorizationResponse, .tokenResponse,
      .resourceResponse, .revocationResponse, .introspectionResponse, .endSessionRequest,
      .endSessionResponse, .securityEvent, .securityEventReceipt:
      break
    }
  }

  private mutating func write(_ request: ResourceRequest) {
    put("call")
    put(verbatim: request.host)
    put(verbatim: request.path)
    put(verbatim: request.requiredScope)
    put(request.browser?.hasOwnHeader == false)
    put(token: request.token)
  }

  private mutating func write(_ response: AuthorizationResponse) {
    switch response {
    case .code(let code, let cookie):
      put(text: code)
      put(cookie: cookie)
    case .error(let error): put(verbatim: error.rawValue)
    case .rejected: put("rejected")
    }
  }

  private mutating func write(_ response: TokenResponse) {
    switch response {
    case .success(let grant):
      put("grant")
      put(token: grant.accessToken)
      put(token: grant.refreshToken)
      put(.number(grant.expiresIn))
    case .error(let error, let status):
      put(verbatim: error.rawValue)
      put(status)
    case .unavailable: put("unavailable")
    case .wantsNonce: put("wants nonce")
    }
  }

  private mutating func write(_ form: Form, _ basic: ClientCredentials?) {
    put(form.parameters.count)
    for parameter in form.parameters {
      put(verbatim: parameter.name)
      put(text: parameter.value)
    }
    put(verbatim: basic?.clientID)
    put(verbatim: basic?.secret)
  }
}

extension Client {
  /// Whether the timer with that ticket would still do something.
  fileprivate func waits(on ticket: Int) -> Bool {
    switch phase {
    case .authorizing where ticket == signInTicket: true
    case .exchanging(let waiting, _) where ticket == waiting.ticket: true
    case .signedOut, .closed, .authorizing, .exchanging, .signedIn:
      ticket == renewalTicket || refreshes.contains { $0.ticket == ticket }
        || stepUp.map { $0.waiting?.ticket ?? $0.ticket } == ticket
        || calls.values.contains { $0.ticket == ticket }
        || backend?.pages.values.contains(ticket) == true
    }
  }

  /// Whether an answer to the request would still do something.
  fileprivate func awaits(_ request: Int) -> Bool {
    switch phase {
    case .authorizing(request, _): true
    case .exchanging(let waiting, _) where waiting.request == request: true
    case .signedOut, .closed, .authorizing, .exchanging, .signedIn:
      refreshes.contains { $0.request == request } || calls[request] != nil
        || stepUp?.request == request
    }
  }
}
