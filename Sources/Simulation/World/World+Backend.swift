import TokenCore

/// The way between a browser, or whoever has its cookie, and the application's own server.
extension World {
  mutating func backendReceives(
    _ message: Message, of device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    let received = trace.append(.received(message), by: .client(device), at: now, because: cause)
    guard case .resourceRequest(let page) = message.payload else { return }
    let asker = Backend.Asker(party: message.from, request: message.request)
    let directives = clients[device.index].receive(page: page, for: asker, at: now)
    carryOut(directives, of: device, because: received, &trace)
  }

  mutating func browserReceives(
    _ message: Message, on device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    let received = trace.append(.received(message), by: .browser(device), at: now, because: cause)
    guard case .resourceResponse(let response) = message.payload else { return }
    let directives = clients[device.index].browserReceives(response, for: message.request)
    carryOut(directives, of: device, because: received, &trace)
  }

  mutating func answerPage(
    _ status: Int, of device: DeviceID, to asker: Backend.Asker, because cause: Int?,
    _ trace: inout Trace
  ) {
    let answered = trace.append(
      .client(.answeredPage(to: asker.party, status: status)), by: .client(device), at: now,
      because: cause)
    send(
      .resourceResponse(ResourceResponse(status: status, isToBrowser: true)),
      from: .client(device), to: asker.party, request: asker.request, because: answered, &trace)
  }
}
