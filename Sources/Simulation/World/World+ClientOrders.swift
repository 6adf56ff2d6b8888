import TokenCore

/// What a person or their client is told to do.
extension World {
  /// Carries out an order that has no obstacle.
  mutating func carryOut(
    _ order: ClientOrder, on device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    switch order {
    case .signIn: signIn(device, because: cause, &trace)
    case .callAPI:
      carryOut(clients[device.index].callAPI(at: now), of: device, because: cause, &trace)
    case .callAdminAPI:
      let directives = clients[device.index].callAPI(.administration, at: now)
      carryOut(directives, of: device, because: cause, &trace)
    case .callServer(let server):
      let directives = clients[device.index].callAPI(host: setting.host(of: server), at: now)
      carryOut(directives, of: device, because: cause, &trace)
    case .refresh:
      carryOut(clients[device.index].refresh(), of: device, because: cause, &trace)
    case .refreshInAnotherTab:
      let tab = clients[device.index].freeTab ?? 0
      carryOut(clients[device.index].refresh(tab: tab), of: device, because: cause, &trace)
    case .logOut:
      carryOut(clients[device.index].logOut(), of: device, because: cause, &trace)
    case .logOutAtServer:
      carryOut(clients[device.index].logOutAtServer(), of: device, because: cause, &trace)
    case .logOutEverywhere:
      carryOut(clients[device.index].logOutEverywhere(), of: device, because: cause, &trace)
    case .restartBeforeStoring: clients[device.index].restartsBeforeStoring = true
    case .closeBrowser:
      carryOut(clients[device.index].closeBrowser(), of: device, because: cause, &trace)
    case .openBrowser:
      carryOut(clients[device.index].openBrowser(), of: device, because: cause, &trace)
    }
  }

  /// Why the order would do nothing now.
  func obstacle(to order: ClientOrder, on device: DeviceID) -> String? {
    switch order {
    case .signIn: signInObstacle(device)
    case .callAPI, .callAdminAPI: signedOutObstacle(device, to: "call the API")
    case .callServer(let server):
      setting.obstacle(to: server) ?? signedOutObstacle(device, to: "call the API")
    case .refresh: refreshObstacle(device)
    case .refreshInAnotherTab: tabObstacle(device)
    case .logOut, .logOutEverywhere: signedOutObstacle(device, to: "log out")
    case .logOutAtServer: cookieObstacle(device)
    case .restartBeforeStoring: nil
    case .closeBrowser: closedObstacle(device)
    case .openBrowser:
      clients[device.index].isClosed
        ? nil : "the browser of \(clients[device.index].name) is open already"
    }
  }

  private func signInObstacle(_ device: DeviceID) -> String? {
    let client = clients[device.index]
    if let obstacle = closedObstacle(device) { return obstacle }
    if client.isSignedIn { return "\(client.person) is signed in already" }
    return client.isSignedOut ? nil : "\(client.name) is waiting for an answer"
  }

  /// Why there is no cookie in the browser, to log out with or to steal.
  func cookieObstacle(_ device: DeviceID) -> String? {
    closedObstacle(device)
      ?? (clients[device.index].cookie == nil
        ? "the browser of \(clients[device.index].name) has no session at the server" : nil)
  }

  private func signedOutObstacle(_ device: DeviceID, to act: String) -> String? {
    let client = clients[device.index]
    switch client.phase {
    case .closed: return closedObstacle(device)
    case .signedOut: return "\(client.person) is signed out: sign in to \(act)"
    case .authorizing, .exchanging: return "\(client.name) is still signing in"
    case .signedIn: return nil
    }
  }

  /// Why nothing is done in a browser: nobody has it open.
  func closedObstacle(_ device: DeviceID) -> String? {
    let client = clients[device.index]
    return client.isClosed ? "the browser of \(client.name) is closed" : nil
  }

  private func refreshObstacle(_ device: DeviceID) -> String? {
    if let obstacle = renewalObstacle(device) { return obstacle }
    return clients[device.index].isRefreshing ? "a refresh is in flight already" : nil
  }

  /// The tabs share what they store; whether they share a refresh is the guard's to say.
  private func tabObstacle(_ device: DeviceID) -> String? {
    if let obstacle = renewalObstacle(device) { return obstacle }
    let client = clients[device.index]
    guard client.freeTab == nil else { return nil }
    return client.habit.guarding.spansTabs
      ? "the tabs of \(client.name) wait for the refresh that is in flight"
      : "\(Client.mostTabs) tabs of \(client.name) are refreshing already"
  }

  private func renewalObstacle(_ device: DeviceID) -> String? {
    if let obstacle = signedOutObstacle(device, to: "refresh") { return obstacle }
    if policy.renewal.credential == .refreshToken,
      let obstacle = refreshTokenObstacle(device)
    {
      return obstacle
    }
    guard clients[device.index].canRenew else {
      return policy.renewal.credential == .nothing
        ? "\(strategyID) issues no refresh token"
        : "\(clients[device.index].name) holds nothing to refresh with"
    }
    return nil
  }

  /// Why there is no refresh token on the device, to present or to steal.
  func refreshTokenObstacle(_ device: DeviceID) -> String? {
    guard clients[device.index].storage.refreshToken == nil else { return nil }
    guard policy.refresh != nil else {
      return "\(strategyID) issues no refresh token"
    }
    return "\(clients[device.index].name) holds no refresh token"
  }
}
