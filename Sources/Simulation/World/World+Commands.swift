import TokenCore

extension World {
  /// Carries a command out, or writes down why it could do nothing.
  mutating func perform(_ command: Command, _ trace: inout Trace) {
    if let reason = obstacle(to: command) {
      _ = trace.append(
        .commandRefused(command, because: reason), by: command.party, at: now, because: nil)
      return
    }
    let cause = trace.append(.commanded(command), by: command.party, at: now, because: nil)
    if let fault = command.fault { return faults.append(fault) }
    carryOut(command, because: cause, &trace)
  }

  /// Every command in one switch, so that a new one cannot be forgotten.
  private mutating func carryOut(
    _ command: Command, because cause: Int, _ trace: inout Trace
  ) {
    switch command {
    case .signIn(let device): signIn(device, because: cause, &trace)
    case .callAPI(let device):
      carryOut(clients[device.index].callAPI(at: now), of: device, because: cause, &trace)
    case .callAdminAPI(let device):
      let directives = clients[device.index].callAPI(.administration, at: now)
      carryOut(directives, of: device, because: cause, &trace)
    case .callServer(let device, let server):
      let directives = clients[device.index].callAPI(host: setting.host(of: server), at: now)
      carryOut(directives, of: device, because: cause, &trace)
    case .refresh(let device):
      carryOut(clients[device.index].refresh(), of: device, because: cause, &trace)
    case .refreshInAnotherTab(let device):
      let tab = clients[device.index].freeTab ?? 0
      carryOut(clients[device.index].refresh(tab: tab), of: device, because: cause, &trace)
    case .logOut(let device):
      carryOut(clients[device.index].logOut(), of: device, because: cause, &trace)
    case .restartBeforeStoring(let device): clients[device.index].restartsBeforeStoring = true
    case .dropNextResponse, .dropNextRequest, .duplicateNextRequest, .delayNextRequest,
      .delayNextResponse:
      break  // a fault, which waits for its message
    case .wire(let order): handle(order, because: cause, &trace)
    case .request(let request): send(request, because: cause, &trace)
    case .changePassword(let user, let revoking):
      let events = authorizationServer.changePassword(of: user, revoking: revoking, at: now)
      note(events, because: cause, &trace)
    case .disableAccount(let user):
      note(authorizationServer.disable(user, at: now), because: cause, &trace)
    case .setRole(let user, let isAdmin):
      note(authorizationServer.setRole(of: user, isAdmin: isAdmin), because: cause, &trace)
    case .rotateSigningKey:
      let events = authorizationServer.rotateSigningKey(using: &random.server)
      note(events, because: cause, &trace)
    case .withdrawSigningKeys:
      let events = authorizationServer.withdrawSigningKeys(using: &random.server)
      note(events, because: cause, &trace)
    case .stealAccessToken(let device):
      steal(access: true, refresh: false, from: device, because: cause, &trace)
    case .stealRefreshToken(let device):
      steal(access: false, refresh: true, from: device, because: cause, &trace)
    case .stealStorage(let device):
      steal(access: true, refresh: true, from: device, because: cause, &trace)
    case .stealSpentRefreshToken(let device):
      take(nil, spentRefreshToken(of: device), from: device, because: cause, &trace)
    case .stealDatabase: stealDatabase(because: cause, &trace)
    case .stealSigningKey: stealSigningKey(because: cause, &trace)
    case .clearStorage(let device): clearStorage(of: device, because: cause, &trace)
    case .attackerCallsAPI:
      attackerCalls(with: attacker.accessTokens.last, because: cause, &trace)
    case .attackerCallsServer(let server):
      attackerCalls(at: server, with: attacker.accessTokens.last, because: cause, &trace)
    case .attackerCallsWith(let text):
      let sent = String(decoding: text.utf8.prefix(Self.longestToken), as: UTF8.self)
      attackerCalls(with: AccessToken(text: sent, label: nil), because: cause, &trace)
    case .attackerRefreshes: attackerSends(attacker.refreshRequest(), because: cause, &trace)
    case .attackerReissues: attackerSends(attacker.reissueRequest(), because: cause, &trace)
    case .attackerPresentsRefreshToken:
      let token = attacker.refreshTokens.last.map { AccessToken(text: $0.text, label: nil) }
      attackerCalls(with: token, because: cause, &trace)
    case .attackerRefreshesOnDevice(let device):
      attackerSends(
        attacker.refreshRequest(), provingWith: clients[device.index].key, because: cause, &trace)
    case .attackerRefreshesWith(let token):
      attackerSends(held(token).map(attacker.refreshRequest), because: cause, &trace)
    case .attackerStartsFlow(let device): attackerStartsFlow(on: device, because: cause, &trace)
    case .attackerForges(let user): attackerForges(for: user, because: cause, &trace)
    case .attackerForgesAdmin(let user):
      attackerForges(for: user, calling: .administration, because: cause, &trace)
    }
  }

  /// Writes down what an act at the server has changed.
  private mutating func note(
    _ events: [ServerEvent], because cause: Int, _ trace: inout Trace
  ) {
    for event in events {
      _ = trace.append(.server(event), by: .authorizationServer, at: now, because: cause)
    }
  }

  /// The newest refresh token that the client has sent and no longer holds.
  func spentRefreshToken(of device: DeviceID) -> RefreshToken? {
    let client = clients[device.index]
    return client.sentRefreshTokens.last { $0 != client.storage.refreshToken }
  }

  /// Bytes of a token made by hand that are sent: twice what a verifier reads.
  private static let longestToken = 16_384
}
