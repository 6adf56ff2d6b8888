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
    switch command.party {
    case .attacker: attack(command, because: cause, &trace)
    case .authorizationServer: administer(command, because: cause, &trace)
    case .client, .resourceServer, .visitor, .network: act(command, because: cause, &trace)
    }
  }

  private mutating func act(_ command: Command, because cause: Int, _ trace: inout Trace) {
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
    case .wire(let order): handle(order, because: cause, &trace)
    case .request(let request): send(request, because: cause, &trace)
    default: break
    }
  }

  private mutating func attack(_ command: Command, because cause: Int, _ trace: inout Trace) {
    switch command {
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
    default: break
    }
  }

  /// The newest refresh token that the client has sent and no longer holds.
  func spentRefreshToken(of device: DeviceID) -> RefreshToken? {
    let client = clients[device.index]
    return client.sentRefreshTokens.last { $0 != client.storage.refreshToken }
  }

  /// Bytes of a token made by hand that are sent: twice what a verifier reads.
  private static let longestToken = 16_384

  /// Why a command would do nothing now; nil when it would do something. A key asks this before it
  /// is pressed and a scenario is told it afterwards.
  public func obstacle(to command: Command) -> String? {
    switch command {
    case .signIn(let device):
      let client = clients[device.index]
      if client.isSignedIn { return "\(client.person) is signed in already" }
      return client.isSignedOut ? nil : "\(client.name) is waiting for an answer"
    case .callAPI(let device), .callAdminAPI(let device):
      return signedOutObstacle(device, to: "call the API")
    case .logOut(let device): return signedOutObstacle(device, to: "log out")
    case .refresh(let device): return refreshObstacle(device)
    case .refreshInAnotherTab(let device): return tabObstacle(device)
    case .wire(let order): return obstacle(to: order)
    case .callServer(let device, let server):
      return setting.obstacle(to: server) ?? signedOutObstacle(device, to: "call the API")
    case .attackerCallsServer(let server):
      return setting.obstacle(to: server) ?? obstacle(to: .attackerCallsAPI)
    case .request(let request):
      return request.endpoint == .api ? setting.obstacle(to: request.server) : nil
    case .restartBeforeStoring, .rotateSigningKey, .withdrawSigningKeys, .changePassword,
      .setRole, .stealSigningKey, .stealDatabase:
      return nil
    case .disableAccount(let user):
      return authorizationServer.user(user).isEnabled ? nil : "the account is disabled already"
    case .dropNextResponse, .dropNextRequest, .duplicateNextRequest, .delayNextRequest,
      .delayNextResponse:
      return command.fault.flatMap(obstacle)
    case .stealAccessToken, .stealRefreshToken, .stealStorage, .stealSpentRefreshToken,
      .clearStorage:
      return theftObstacle(command)
    case .attackerCallsAPI, .attackerReissues:
      return attacker.accessTokens.isEmpty ? "the attacker holds no access token" : nil
    case .attackerRefreshes, .attackerPresentsRefreshToken, .attackerRefreshesOnDevice:
      guard setting.policy.refresh != nil else {
        return "\(setting.strategyID) issues no refresh token"
      }
      return attacker.refreshTokens.isEmpty ? "the attacker holds no refresh token" : nil
    case .attackerRefreshesWith(let token): return obstacle(toPresenting: token)
    case .attackerStartsFlow(let device): return obstacle(toFlowOn: device)
    case .attackerCallsWith(let text): return text.isEmpty ? "there is no token to call with" : nil
    case .attackerForges, .attackerForgesAdmin:
      return attacker.signingKey == nil ? "the attacker holds no signing key" : nil
    }
  }

  private func theftObstacle(_ command: Command) -> String? {
    switch command {
    case .stealAccessToken(let device):
      return clients[device.index].storage.accessToken == nil
        ? "\(clients[device.index].name) holds no access token" : nil
    case .stealRefreshToken(let device): return refreshTokenObstacle(device)
    case .stealStorage(let device), .clearStorage(let device):
      return clients[device.index].storage == Client.Storage()
        ? "\(clients[device.index].name) holds no tokens" : nil
    case .stealSpentRefreshToken(let device):
      return spentRefreshToken(of: device) == nil
        ? "\(clients[device.index].name) has spent no refresh token yet" : nil
    default: return nil
    }
  }

  private func signedOutObstacle(_ device: DeviceID, to act: String) -> String? {
    let client = clients[device.index]
    switch client.phase {
    case .signedOut: return "\(client.person) is signed out: sign in to \(act)"
    case .authorizing, .exchanging: return "\(client.name) is still signing in"
    case .signedIn: return nil
    }
  }

  private func refreshObstacle(_ device: DeviceID) -> String? {
    if let obstacle = renewalObstacle(device) { return obstacle }
    return clients[device.index].isRefreshing ? "a refresh is in flight already" : nil
  }

  func renewalObstacle(_ device: DeviceID) -> String? {
    if let obstacle = signedOutObstacle(device, to: "refresh") { return obstacle }
    if setting.policy.renewal.credential == .refreshToken,
      let obstacle = refreshTokenObstacle(device)
    {
      return obstacle
    }
    guard clients[device.index].canRenew else {
      return setting.policy.renewal.credential == .nothing
        ? "\(setting.strategyID) issues no refresh token"
        : "\(clients[device.index].name) holds nothing to refresh with"
    }
    return nil
  }

  private func refreshTokenObstacle(_ device: DeviceID) -> String? {
    guard clients[device.index].storage.refreshToken == nil else { return nil }
    guard setting.policy.refresh != nil else {
      return "\(setting.strategyID) issues no refresh token"
    }
    return "\(clients[device.index].name) holds no refresh token"
  }
}
