import TokenCore

extension World {
  /// Lets a server answer a request: the answer goes on the wire, what changed goes into the trace.
  mutating func serve(_ message: Message, because cause: Int, _ trace: inout Trace) {
    switch message.payload {
    case .authorizationRequest(let request):
      let answer = authorizationServer.answer(
        request, at: now, using: &random.server, cryptography)
      settle(answer, .authorizationResponse(answer.response), message, because: cause, &trace)
    case .tokenRequest(let request):
      let answer = authorizationServer.answer(
        request, at: now, using: &random.server, cryptography)
      settle(answer, .tokenResponse(answer.response), message, because: cause, &trace)
    case .revocationRequest(let request):
      let answer = authorizationServer.answer(request, at: now, cryptography)
      settle(answer, .revocationResponse(answer.response), message, because: cause, &trace)
    case .endSessionRequest(let request):
      let answer = authorizationServer.answer(request, at: now, cryptography)
      settle(answer, .endSessionResponse(answer.response), message, because: cause, &trace)
    case .resourceRequest(let request):
      let answer = answer(request)
      settle(answer, .resourceResponse(answer.response), message, because: cause, &trace)
    case .introspectionRequest(let request):
      let answer = authorizationServer.answer(request, at: now, cryptography)
      settle(answer, .introspectionResponse(answer.response), message, because: cause, &trace)
    case .securityEvent(let event):
      let index = setting.server(at: event.host).index
      let answer = resourceServers[index].receive(event, at: now)
      settle(answer, .securityEventReceipt(answer.response), message, because: cause, &trace)
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      break
    }
  }

  /// A resource server's answer; what it asks on the way, the authorization server is asked at once.
  private mutating func answer(_ request: ResourceRequest) -> Answer<ResourceResponse> {
    let index = setting.server(at: request.host).index
    var step = resourceServers[index].receive(request, at: now, cryptography)
    while true {
      switch consume step {
      case .answered(let answer): return answer
      case .asks(let visit):
        let reply = authorizationServer.reply(
          to: visit.question, at: now, using: &random.server, cryptography)
        step = resourceServers[index].resume(visit, with: reply, cryptography)
      }
    }
  }

  private mutating func settle<Response>(
    _ answer: Answer<Response>, _ response: Payload, _ message: Message, because cause: Int,
    _ trace: inout Trace
  ) {
    let exchange = Exchange(
      from: message.from, sentAt: message.sentAt, request: message.payload, response: response,
      decision: answer.decision, cost: answer.cost, events: answer.events)
    let answered = trace.append(.answered(exchange), by: message.to, at: now, because: cause)
    for event in answer.events {
      let changed = trace.append(.server(event), by: message.to, at: now, because: answered)
      watchExpiry(event)
      signal(event, because: changed, &trace)
    }
    send(
      response, from: message.to, to: message.from, request: message.request,
      because: answered, &trace)
  }

  /// Makes the end of every issued token an event of its own.
  private mutating func watchExpiry(_ event: ServerEvent) {
    switch event {
    case .accessTokenIssued(let id, _, let expiresAt):
      queue.insert(.accessTokenEnds(id), at: expiresAt)
    case .refreshTokenIssued(let id, _, _, let expiresAt):
      if let expiresAt { queue.insert(.refreshTokenEnds(id), at: expiresAt) }
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
      .refreshTokenSpent, .refreshTokenUsed, .refreshTokenRetried, .refreshTokenConfirmed,
      .refreshTokenDisplaced, .refreshTokenReused, .familyRevoked, .familyClosed,
      .accessTokenRevoked, .accessTokenLivesOn, .refreshTokenLivesOn, .userChanged,
      .scopeWithdrawn, .policyChanged, .accessTokenObsolete, .refreshTokenObsolete,
      .signingKeyRotated, .signingKeyWithdrawn, .revocationArrives, .statusChanged,
      .statusListFetched, .partBroke, .partMended:
      break
    }
  }
}
