import TokenCore

/// What the attacker is told to do.
extension World {
  /// Carries out an order that has no obstacle.
  mutating func carryOut(_ order: AttackerOrder, because cause: Int, _ trace: inout Trace) {
    switch order {
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
    case .callAPI: attackerCalls(with: attacker.accessTokens.last, because: cause, &trace)
    case .callServer(let server):
      attackerCalls(at: server, with: attacker.accessTokens.last, because: cause, &trace)
    case .refresh: attackerSends(attacker.refreshRequest(), because: cause, &trace)
    case .reissue: attackerSends(attacker.reissueRequest(), because: cause, &trace)
    case .presentRefreshToken:
      let token = attacker.refreshTokens.last.map { AccessToken(text: $0.text, label: nil) }
      attackerCalls(with: token, because: cause, &trace)
    case .refreshOnDevice(let device):
      attackerSends(
        attacker.refreshRequest(), provingWith: clients[device.index].key, because: cause, &trace)
    case .refreshWith(let token):
      attackerSends(held(token).map(attacker.refreshRequest), because: cause, &trace)
    case .startFlow(let device): attackerStartsFlow(on: device, because: cause, &trace)
    case .forge(let user): attackerForges(for: user, because: cause, &trace)
    case .forgeAdmin(let user):
      attackerForges(for: user, calling: .administration, because: cause, &trace)
    case .callWith(let text):
      let sent = String(decoding: text.utf8.prefix(Self.longestToken), as: UTF8.self)
      attackerCalls(with: AccessToken(text: sent, label: nil), because: cause, &trace)
    }
  }

  /// Why the order would do nothing now.
  func obstacle(to order: AttackerOrder) -> String? {
    switch order {
    case .stealAccessToken(let device):
      clients[device.index].storage.accessToken == nil
        ? "\(clients[device.index].name) holds no access token" : nil
    case .stealRefreshToken(let device): refreshTokenObstacle(device)
    case .stealStorage(let device), .clearStorage(let device):
      clients[device.index].storage == Client.Storage()
        ? "\(clients[device.index].name) holds no tokens" : nil
    case .stealSpentRefreshToken(let device):
      spentRefreshToken(of: device) == nil
        ? "\(clients[device.index].name) has spent no refresh token yet" : nil
    case .stealDatabase, .stealSigningKey: nil
    case .callAPI, .reissue: stolenAccessTokenObstacle
    case .callServer(let server): setting.obstacle(to: server) ?? stolenAccessTokenObstacle
    case .refresh, .presentRefreshToken, .refreshOnDevice: stolenRefreshTokenObstacle
    case .refreshWith(let token): obstacle(toPresenting: token)
    case .startFlow(let device): obstacle(toFlowOn: device)
    case .forge, .forgeAdmin:
      attacker.signingKey == nil ? "the attacker holds no signing key" : nil
    case .callWith(let text): text.isEmpty ? "there is no token to call with" : nil
    }
  }

  private var stolenAccessTokenObstacle: String? {
    attacker.accessTokens.isEmpty ? "the attacker holds no access token" : nil
  }

  private var stolenRefreshTokenObstacle: String? {
    guard setting.policy.refresh != nil else {
      return "\(setting.strategyID) issues no refresh token"
    }
    return attacker.refreshTokens.isEmpty ? "the attacker holds no refresh token" : nil
  }

  /// The newest refresh token that the client has sent and no longer holds.
  func spentRefreshToken(of device: DeviceID) -> RefreshToken? {
    let client = clients[device.index]
    return client.sentRefreshTokens.last { $0 != client.storage.refreshToken }
  }

  /// Bytes of a token made by hand that are sent: twice what a verifier reads.
  private static let longestToken = 16_384
}
