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
    switch command {
    case .signIn(let device): signIn(device, because: cause, &trace)
    case .callAPI(let device):
      carryOut(clients[device.index].callAPI(at: now), of: device, because: cause, &trace)
    case .refresh(let device):
      carryOut(clients[device.index].refresh(), of: device, because: cause, &trace)
    case .logOut(let device):
      carryOut(clients[device.index].logOut(), of: device, because: cause, &trace)
    case .stealAccessToken(let device):
      steal(access: true, refresh: false, from: device, because: cause, &trace)
    case .stealRefreshToken(let device):
      steal(access: false, refresh: true, from: device, because: cause, &trace)
    case .stealStorage(let device):
      steal(access: true, refresh: true, from: device, because: cause, &trace)
    case .attackerCallsAPI: attackerCalls(because: cause, &trace)
    case .attackerRefreshes: attackerRefreshes(because: cause, &trace)
    case .dropNextResponse(let device): responsesToDrop.append(device)
    }
  }

  /// Why a command would do nothing now; nil when it would do something. A key asks this before it
  /// is pressed and a scenario is told it afterwards.
  public func obstacle(to command: Command) -> String? {
    switch command {
    case .signIn(let device):
      let client = clients[device.index]
      if client.isSignedIn { return "\(client.person) is signed in already" }
      return client.isSignedOut ? nil : "\(client.name) is waiting for an answer"
    case .callAPI(let device): return signedOutObstacle(device, to: "call the API")
    case .logOut(let device): return signedOutObstacle(device, to: "log out")
    case .refresh(let device): return refreshObstacle(device)
    case .stealAccessToken(let device):
      return clients[device.index].storage.accessToken == nil
        ? "\(clients[device.index].name) holds no access token" : nil
    case .stealRefreshToken(let device): return refreshTokenObstacle(device)
    case .stealStorage(let device):
      return clients[device.index].storage == Client.Storage()
        ? "\(clients[device.index].name) holds no tokens" : nil
    case .attackerCallsAPI:
      return attacker.accessTokens.isEmpty ? "the attacker holds no access token" : nil
    case .attackerRefreshes:
      return attacker.refreshTokens.isEmpty ? "the attacker holds no refresh token" : nil
    case .dropNextResponse(let device):
      return responsesToDrop.contains(device)
        ? "the next token response to \(clients[device.index].name) is to be dropped already" : nil
    }
  }

  private func signedOutObstacle(_ device: DeviceID, to act: String) -> String? {
    let client = clients[device.index]
    switch client.phase {
    case .signedOut: return "\(client.person) is signed out: sign in to \(act)"
    case .authorizing, .exchanging: return "\(client.name) is still signing in"
    case .signedIn, .refreshing: return nil
    }
  }

  private func refreshObstacle(_ device: DeviceID) -> String? {
    if let obstacle = signedOutObstacle(device, to: "refresh") { return obstacle }
    if let obstacle = refreshTokenObstacle(device) { return obstacle }
    return clients[device.index].isSignedIn ? nil : "a refresh is in flight already"
  }

  private func refreshTokenObstacle(_ device: DeviceID) -> String? {
    guard clients[device.index].storage.refreshToken == nil else { return nil }
    guard setting.policy.refresh != nil else {
      return "\(setting.strategyID) issues no refresh token"
    }
    return "\(clients[device.index].name) holds no refresh token"
  }
}

extension Command {
  /// The device that it is about; nil for what the attacker does elsewhere.
  public var device: DeviceID? {
    switch self {
    case .signIn(let device), .callAPI(let device), .refresh(let device), .logOut(let device),
      .dropNextResponse(let device), .stealAccessToken(let device),
      .stealRefreshToken(let device), .stealStorage(let device):
      device
    case .attackerCallsAPI, .attackerRefreshes: nil
    }
  }

  /// Whose act it is.
  public var party: Party {
    switch self {
    case .signIn(let device), .callAPI(let device), .refresh(let device), .logOut(let device),
      .dropNextResponse(let device):
      .client(device)
    case .stealAccessToken, .stealRefreshToken, .stealStorage, .attackerCallsAPI,
      .attackerRefreshes:
      .attacker
    }
  }
}
