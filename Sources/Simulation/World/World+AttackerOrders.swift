import TokenCore

/// What the attacker is told to do.
extension World {
  /// Carries out an order that has no obstacle.
  mutating func carryOut(_ order: AttackerOrder, because cause: Int, _ trace: inout Trace) {
    carryOut(obey(order), because: cause, &trace)
  }

  /// Hands the attacker what the order says that it takes, or tells it what to do.
  private mutating func obey(_ order: AttackerOrder) -> [AttackerDirective] {
    switch order {
    case .stealAccessToken(let device):
      attacker.take(clients[device.index].storage.accessToken, nil, from: device, at: now)
    case .stealRefreshToken(let device):
      attacker.take(nil, clients[device.index].storage.refreshToken, from: device, at: now)
    case .stealStorage(let device):
      attacker.take(clients[device.index].loot, from: device, at: now)
    case .stealSpentRefreshToken(let device):
      attacker.take(nil, spentRefreshToken(of: device), from: device, at: now)
    case .stealDatabase:
      attacker.takeDatabase(
        digests: authorizationServer.refreshTokens.count,
        clear: authorizationServer.clearRefreshTokens, at: now)
    case .stealSigningKey: attacker.take(authorizationServer.signingKey, at: now)
    case .copyKeySet(let server):
      attacker.take(keySet: resourceServers[server.index].keySet, of: server, at: now)
    case .clearStorage(let device): attacker.clearStorage(of: device, at: now)
    case .callAPI: attackerCalls(.first)
    case .callServer(let server): attackerCalls(server)
    case .refresh: attacker.ask(attacker.refreshRequest())
    case .reissue: attacker.ask(attacker.reissueRequest())
    case .presentRefreshToken: attackerCalls(with: attacker.refreshTokens.last?.text ?? "")
    case .refreshWithAccessToken: attacker.ask(attacker.confusedRequest())
    case .refreshOnDevice(let device): attacker.ask(attacker.refreshRequest(), from: device)
    case .callOnDevice(let device): attackerCalls(on: device)
    case .prepareProofs(let device, let span):
      attacker.take(preparedProofs(on: device, for: span), from: device, at: now)
    case .refreshWith(let token): attacker.ask(held(token).map(attacker.refreshRequest))
    case .startFlow(let device):
      attacker.startFlow(
        .startedFlow(on: device), with: clients[device.index].cookie,
        of: clients[device.index].person, at: now, using: &random.attacker, cryptography)
    case .stealCookie(let device):
      attacker.take(clients[device.index].cookie, from: device, at: now)
    case .startFlowElsewhere: attackerSignsInElsewhere()
    case .forge(let user): attackerForges(for: user, calling: .profile)
    case .forgeAdmin(let user): attackerForges(for: user, calling: .administration)
    case .callWith(let text): attackerCalls(with: text)
    case .postFromOtherSite(let device): ride(on: device, to: .address)
    case .linkFromOtherSite(let device): ride(on: device, to: .profile)
    }
  }

  /// A page of another site, open in the person's browser, has it make a call. The browser adds the
  /// cookie where `SameSite` lets it, and shows the answer to nobody but the person.
  private func ride(on device: DeviceID, to path: ResourcePath) -> [AttackerDirective] {
    guard clients[device.index].backend == nil else { return rideOnBackend(of: device, to: path) }
    let goesAlong = policy.session?.sameSite.sends(with: path.method) ?? false
    let call = ResourceRequest(
      path: path.rawValue, token: goesAlong ? clients[device.index].storage.accessToken : nil,
      requiredScope: path.requiredScope, host: setting.host(of: .first), method: path.method,
      browser: BrowserCall(isFromOtherSite: true, hasOwnHeader: false))
    return [.note(.rode(on: device, path)), .ride(call, on: device)]
  }

  /// The cookie of an application's own server is `SameSite=Strict`: the browser keeps it back.
  private func rideOnBackend(of device: DeviceID, to path: ResourcePath) -> [AttackerDirective] {
    let page = ResourceRequest(
      page: path, host: setting.host(of: .first), with: nil,
      browser: BrowserCall(isFromOtherSite: true, hasOwnHeader: false))
    return [.note(.rode(on: device, path)), .ride(page, on: device)]
  }

  /// Why there is no cookie that a browser could add.
  private func rideObstacle(_ device: DeviceID) -> String? {
    if let obstacle = closedObstacle(device) { return obstacle }
    guard policy.session != nil || clients[device.index].backend != nil else {
      return "\(strategyID) sets no cookie to ride on"
    }
    return clients[device.index].loot.isEmpty
      ? "the browser of \(clients[device.index].name) has no cookie" : nil
  }

  private mutating func attackerSignsInElsewhere() -> [AttackerDirective] {
    guard let cookie = attacker.cookies.last else { return [] }
    return attacker.startFlow(
      .startedFlowElsewhere(cookie.label), with: cookie, of: person(behind: cookie), at: now,
      using: &random.attacker, cryptography)
  }

  /// Whose session the cookie names, by the lab's note.
  package func person(behind cookie: SessionCookie) -> String {
    let user = cookie.label.map { authorizationServer.session($0).user }
    return user.map { authorizationServer.user($0).name } ?? ""
  }

  private mutating func attackerCalls(_ server: ResourceServerID) -> [AttackerDirective] {
    attacker.callWithNewest(host: setting.host(of: server))
  }

  /// Inside a device: with the cookie that the browser there adds by itself, or with a stolen token and
  /// the device's key.
  private mutating func attackerCalls(on device: DeviceID) -> [AttackerDirective] {
    let host = setting.host(of: .first)
    if let cookie = clients[device.index].backend?.cookie {
      return attacker.openPage(host: host, with: cookie)
    }
    return attacker.call(host: host, with: attacker.accessTokens.last, from: device)
  }

  private mutating func attackerCalls(with text: String) -> [AttackerDirective] {
    attacker.call(host: setting.host(of: .first), withText: text)
  }

  /// A token that nobody issued, signed with the stolen key. It says whatever the thief wants it to
  /// say: every scope, whoever the user is.
  private mutating func attackerForges(
    for user: UserID, calling path: ResourcePath
  ) -> [AttackerDirective] {
    attacker.makeKey(using: &random.attacker)
    let claims = forgedClaims(for: user, named: attacker.nextForgery, at: now)
    return attacker.call(path, host: setting.host(of: .first), forging: claims, cryptography)
  }

  /// Why the order would do nothing now.
  func obstacle(to order: AttackerOrder) -> String? {
    switch order {
    case .stealAccessToken(let device):
      clients[device.index].loot.tokens.accessToken == nil
        ? absence(of: "access token", on: device) : nil
    case .stealRefreshToken(let device):
      clients[device.index].backend == nil
        ? refreshTokenObstacle(device) : absence(of: "refresh token", on: device)
    case .stealStorage(let device), .clearStorage(let device):
      clients[device.index].loot.isEmpty
        ? clients[device.index].backend == nil
          ? "\(clients[device.index].name) holds no tokens"
          : "the browser of \(clients[device.index].name) has no cookie" : nil
    case .stealSpentRefreshToken(let device):
      clients[device.index].backend != nil
        ? absence(of: "spent refresh token", on: device)
        : spentRefreshToken(of: device) == nil
          ? "\(clients[device.index].name) has spent no refresh token yet" : nil
    case .stealDatabase, .stealSigningKey: nil
    case .copyKeySet(let server): obstacle(toCopyingKeysOf: server)
    case .callAPI: stolenCredentialObstacle
    case .callOnDevice(let device): obstacle(toCallingOn: device)
    case .reissue: stolenAccessTokenObstacle
    case .prepareProofs(let device, _):
      clients[device.index].backend != nil && clients[device.index].key != nil
        ? "the key is the application's server's, not on the device"
        : clients[device.index].key == nil
          ? "nothing is bound to a key: there is nothing to prove" : nil
    case .callServer(let server): setting.obstacle(to: server) ?? stolenCredentialObstacle
    case .refreshWithAccessToken:
      policy.refresh == nil
        ? "\(strategyID) issues no refresh token" : stolenAccessTokenObstacle
    case .refresh, .presentRefreshToken, .refreshOnDevice: stolenRefreshTokenObstacle
    case .refreshWith(let token): obstacle(toPresenting: token)
    case .startFlow(let device), .stealCookie(let device): cookieObstacle(device)
    case .startFlowElsewhere:
      attacker.cookies.isEmpty ? "the attacker holds no session cookie" : nil
    case .forge, .forgeAdmin: forgeryObstacle
    case .postFromOtherSite(let device), .linkFromOtherSite(let device): rideObstacle(device)
    case .callWith(let text): text.isEmpty ? "there is no token to call with" : nil
    }
  }

  private func obstacle(toCopyingKeysOf server: ResourceServerID) -> String? {
    guard resourceServers.indices.contains(server.index) else {
      return setting.obstacle(to: server)
    }
    return resourceServers[server.index].keySet.isEmpty
      ? "\(setting.resourceServers[server.index].name) has fetched no keys yet" : nil
  }

  private var forgeryObstacle: String? {
    guard attacker.signingKey == nil else { return nil }
    return attacker.keySet.isEmpty
      ? "the attacker holds no signing key" : "the attacker holds public keys, which sign nothing"
  }

  /// What an API or an application's own server would take.
  private var stolenCredentialObstacle: String? {
    attacker.backendCookie == nil ? stolenAccessTokenObstacle : nil
  }

  private func obstacle(toCallingOn device: DeviceID) -> String? {
    guard let backend = clients[device.index].backend else { return stolenAccessTokenObstacle }
    return backend.cookie == nil
      ? "the browser of \(clients[device.index].name) has no cookie" : nil
  }

  /// Why there is no such token to steal on the device.
  private func absence(of token: String, on device: DeviceID) -> String {
    let client = clients[device.index]
    return client.backend == nil
      ? "\(client.name) holds no \(token)"
      : "\(client.name) has a cookie only: the tokens are with the application's server"
  }

  private var stolenAccessTokenObstacle: String? {
    attacker.accessTokens.isEmpty ? "the attacker holds no access token" : nil
  }

  private var stolenRefreshTokenObstacle: String? {
    guard policy.refresh != nil else {
      return "\(strategyID) issues no refresh token"
    }
    return attacker.refreshTokens.isEmpty ? "the attacker holds no refresh token" : nil
  }

  /// The newest refresh token that the client has sent and no longer holds.
  func spentRefreshToken(of device: DeviceID) -> RefreshToken? {
    let client = clients[device.index]
    return client.sentRefreshTokens.last { $0 != client.storage.refreshToken }
  }
}
