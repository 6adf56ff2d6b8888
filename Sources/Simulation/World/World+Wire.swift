import TokenCore

extension World {
  /// Puts a message on the wire; it arrives one latency later, unless a fault is pending for it.
  mutating func send(
    _ payload: Payload, from sender: Party, to receiver: Party, request: Int,
    because cause: Int?, _ trace: inout Trace
  ) {
    let fault = takeFault(for: payload, from: sender, to: receiver)
    let message = put(
      payload, from: sender, to: receiver, request: request, delay: fault?.delay ?? .zero)
    let sent = trace.append(.sent(message), by: sender, at: now, because: cause)
    switch fault {
    case .loseRequest, .loseResponse:
      _ = trace.append(.lost(message), by: sender, at: now, because: sent)
    case .duplicateRequest:
      arrive(message, because: sent)
      let copy = put(payload, from: sender, to: receiver, request: request, delay: .zero)
      let again = trace.append(.sent(copy), by: sender, at: now, because: sent)
      arrive(copy, because: again)
    case .delayRequest, .delayResponse, nil:
      arrive(message, because: sent)
    case .holdRequest, .holdResponse:
      keep(message, sentBy: sent, left: setting.latency)
      _ = trace.append(.wire(.held(message)), by: .network, at: now, because: sent)
    }
  }

  mutating func put(
    _ payload: Payload, from sender: Party, to receiver: Party, request: Int, delay: TimeSpan
  ) -> Message {
    let message = Message(
      id: nextMessage, from: sender, to: receiver, payload: payload, request: request,
      sentAt: now, arrivesAt: now + setting.latency + delay)
    nextMessage += 1
    captures.note(message)
    return message
  }

  mutating func arrive(_ message: Message, because cause: Int) {
    queue.insert(.arrival(message, cause: cause), at: message.arrivesAt)
    inFlight += 1
  }

  /// The first fault that waits for such a message, out of the list.
  private mutating func takeFault(
    for payload: Payload, from sender: Party, to receiver: Party
  ) -> NetworkFault.Kind? {
    let party: Party
    let isRequest: Bool
    switch payload {
    case .tokenRequest: (party, isRequest) = (sender, true)
    case .tokenResponse: (party, isRequest) = (receiver, false)
    case .authorizationRequest, .authorizationResponse, .resourceRequest, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      return nil
    }
    let index = faults.firstIndex { $0.party == party && $0.kind.isOfRequest == isRequest }
    return index.map { faults.remove(at: $0).kind }
  }

  /// Hands an arrived message to its receiver.
  mutating func deliver(_ message: Message, because cause: Int, _ trace: inout Trace) {
    inFlight -= 1
    switch message.to {
    case .client(let device) where message.payload.isCall:
      backendReceives(message, of: device, because: cause, &trace)
    case .client(let device): receive(message, at: device, because: cause, &trace)
    case .browser(let device): browserReceives(message, on: device, because: cause, &trace)
    case .attacker: attackerReceives(message, because: cause, &trace)
    case .authorizationServer where !message.payload.isRequest, .network:
      _ = trace.append(.received(message), by: message.to, at: now, because: cause)
    case .authorizationServer, .resourceServer: serve(message, because: cause, &trace)
    case .visitor:
      _ = trace.append(.received(message), by: .visitor, at: now, because: cause)
      visitor.receive(message.payload, for: message.request)
    }
  }

  private mutating func receive(
    _ message: Message, at device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    let received = trace.append(
      .received(message), by: .client(device), at: now, because: cause)
    clients[device.index].lastAnswer = message.payload
    clients[device.index].nonces.note(message.payload)
    let directives: [Directive]
    switch message.payload {
    case .authorizationResponse(let response):
      directives = clients[device.index].receive(response, for: message.request)
    case .tokenResponse(let response):
      directives = tokensCame(response, for: message.request, to: device)
    case .resourceResponse(let response):
      directives = clients[device.index].receive(
        response, for: message.request, using: &random.clients, cryptography)
    case .endSessionResponse:
      clients[device.index].cookie = nil
      directives = []
    case .revocationResponse, .authorizationRequest, .tokenRequest, .resourceRequest,
      .revocationRequest, .endSessionRequest, .introspectionRequest, .introspectionResponse,
      .securityEvent, .securityEventReceipt:
      directives = []
    }
    carryOut(directives, of: device, because: received, &trace)
  }

  /// Tokens that the application's own server keeps give the browser a cookie.
  private mutating func tokensCame(
    _ response: TokenResponse, for request: Int, to device: DeviceID
  ) -> [Directive] {
    let directives = clients[device.index].receive(response, for: request, at: now, cryptography)
    guard clients[device.index].owesCookie else { return directives }
    let name = base64URL(random.clients.bytes(16))
    return directives + clients[device.index].openSession(named: name)
  }

  /// Does what a client asked for.
  mutating func carryOut(
    _ directives: [Directive], of device: DeviceID, because cause: Int?, _ trace: inout Trace
  ) {
    for directive in directives {
      switch directive {
      case .send(let payload, let receiver, let request):
        send(
          proving(payload, by: signer(on: device)), from: .client(device),
          to: receiver, request: request, because: cause, &trace)
      case .setTimer(let ticket, let span):
        queue.insert(.timer(device, ticket: ticket), at: now + span)
      case .openPage(let page, let request):
        send(
          .resourceRequest(page), from: .browser(device), to: .client(device), request: request,
          because: cause, &trace)
      case .answerPage(let status, let asker):
        answerPage(status, of: device, to: asker, because: cause, &trace)
      case .note(let event):
        _ = trace.append(.client(event), by: .client(device), at: now, because: cause)
        if case .signedOut = event { considerSigningIn(device) }
      }
    }
  }
}

extension NetworkFault.Kind {
  fileprivate var delay: TimeSpan {
    switch self {
    case .delayRequest(let span), .delayResponse(let span): span
    case .loseRequest, .loseResponse, .duplicateRequest, .holdRequest, .holdResponse: .zero
    }
  }
}
