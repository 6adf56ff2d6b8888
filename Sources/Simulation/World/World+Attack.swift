import TokenCore

extension World {
  /// Copies tokens out of a device's storage; the device notices nothing and keeps its own.
  mutating func steal(
    access: Bool, refresh: Bool, from device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    let storage = clients[device.index].storage
    let accessToken = access ? storage.accessToken : nil
    let refreshToken = refresh ? storage.refreshToken : nil
    if let accessToken { _ = attacker.keep(accessToken) }
    if let refreshToken { _ = attacker.keep(refreshToken) }
    attacker.firstTheftAt = attacker.firstTheftAt ?? now
    _ = trace.append(
      .attacker(.stole(accessToken?.label, refreshToken?.label, from: device)), by: .attacker,
      at: now, because: cause)
  }

  mutating func attackerCalls(because cause: Int, _ trace: inout Trace) {
    let request = ResourceRequest(token: attacker.accessTokens.last)
    send(
      .resourceRequest(request), from: .attacker, to: .resourceServer,
      request: attacker.takeRequestNumber(), because: cause, &trace)
  }

  mutating func attackerRefreshes(because cause: Int, _ trace: inout Trace) {
    guard let request = attacker.refreshRequest() else { return }
    send(
      .tokenRequest(request), from: .attacker, to: .authorizationServer,
      request: attacker.takeRequestNumber(), because: cause, &trace)
  }

  /// The attacker keeps whatever a server gives.
  mutating func attackerReceives(_ message: Message, because cause: Int, _ trace: inout Trace) {
    let received = trace.append(.received(message), by: .attacker, at: now, because: cause)
    attacker.lastAnswer = message.payload
    guard case .tokenResponse(.success(let grant)) = message.payload else { return }
    _ = attacker.keep(grant.accessToken)
    let isNew = grant.refreshToken.map { attacker.keep($0) } ?? false
    let refreshLabel = isNew ? grant.refreshToken?.label : nil
    _ = trace.append(
      .attacker(.obtained(grant.accessToken.label, refreshLabel)), by: .attacker, at: now,
      because: received)
  }
}
