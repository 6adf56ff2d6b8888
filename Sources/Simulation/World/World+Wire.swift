import TokenCore

extension World {
  /// Puts a message on the wire; it arrives one latency later unless it is lost.
  mutating func send(
    _ payload: Payload, from sender: Party, to receiver: Party, request: Int,
    because cause: Int?, _ trace: inout Trace
  ) {
    let message = Message(
      id: nextMessage, from: sender, to: receiver, payload: payload, request: request,
      sentAt: now, arrivesAt: now + setting.latency)
    nextMessage += 1
    let sent = trace.append(.sent(message), by: sender, at: now, because: cause)
    if isToBeDropped(message) {
      _ = trace.append(.lost(message), by: sender, at: now, because: sent)
    } else {
      queue.insert(.arrival(message, cause: sent), at: message.arrivesAt)
      inFlight += 1
    }
  }

  private mutating func isToBeDropped(_ message: Message) -> Bool {
    guard case .tokenResponse = message.payload, case .client(let device) = message.to,
      let index = responsesToDrop.firstIndex(of: device)
    else { return false }
    responsesToDrop.remove(at: index)
    return true
  }

  /// Hands an arrived message to its receiver.
  mutating func deliver(_ message: Message, because cause: Int, _ trace: inout Trace) {
    inFlight -= 1
    switch message.to {
    case .client(let device): receive(message, at: device, because: cause, &trace)
    case .attacker: attackerReceives(message, because: cause, &trace)
    case .authorizationServer, .resourceServer: serve(message, because: cause, &trace)
    }
  }

  private mutating func receive(
    _ message: Message, at device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    let received = trace.append(
      .received(message), by: .client(device), at: now, because: cause)
    clients[device.index].lastAnswer = message.payload
    let directives: [Directive]
    switch message.payload {
    case .authorizationResponse(let response):
      directives = clients[device.index].receive(response, for: message.request)
    case .tokenResponse(let response):
      directives = clients[device.index].receive(response, for: message.request, at: now)
    case .resourceResponse(let response):
      directives = clients[device.index].receive(response, for: message.request)
    case .revocationResponse, .authorizationRequest, .tokenRequest, .resourceRequest,
      .revocationRequest:
      directives = []
    }
    carryOut(directives, of: device, because: received, &trace)
  }

  /// Does what a client asked for.
  mutating func carryOut(
    _ directives: [Directive], of device: DeviceID, because cause: Int?, _ trace: inout Trace
  ) {
    for directive in directives {
      switch directive {
      case .send(let payload, let receiver, let request):
        send(
          payload, from: .client(device), to: receiver, request: request, because: cause, &trace)
      case .setTimer(let ticket, let span):
        queue.insert(.timer(device, ticket: ticket), at: now + span)
      case .note(let event):
        _ = trace.append(.client(event), by: .client(device), at: now, because: cause)
        if case .signedOut = event { considerSigningIn(device) }
      }
    }
  }
}
