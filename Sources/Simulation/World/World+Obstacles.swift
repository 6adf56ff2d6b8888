import TokenCore

extension World {
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
