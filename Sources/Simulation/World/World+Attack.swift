import TokenCore

extension World {
  /// Copies tokens out of a device's storage; the device notices nothing and keeps its own.
  mutating func steal(
    access: Bool, refresh: Bool, from device: DeviceID, because cause: Int?, _ trace: inout Trace
  ) {
    let storage = clients[device.index].storage
    take(
      access ? storage.accessToken : nil, refresh ? storage.refreshToken : nil, from: device,
      because: cause, &trace)
  }

  mutating func take(
    _ accessToken: AccessToken?, _ refreshToken: RefreshToken?, from device: DeviceID,
    because cause: Int?, _ trace: inout Trace
  ) {
    if let accessToken { _ = attacker.keep(accessToken) }
    if let refreshToken { _ = attacker.keep(refreshToken) }
    noteAttack(
      .stole(accessToken?.label, refreshToken?.label, from: device), because: cause, &trace)
  }

  mutating func noteAttack(
    _ event: AttackerEvent, because cause: Int?, _ trace: inout Trace
  ) {
    attacker.firstTheftAt = attacker.firstTheftAt ?? now
    _ = trace.append(.attacker(event), by: .attacker, at: now, because: cause)
  }

  /// The server's rows: digests open nothing, but successors kept in clear for a retry do.
  mutating func stealDatabase(because cause: Int, _ trace: inout Trace) {
    let clear = authorizationServer.clearRefreshTokens
    for token in clear { _ = attacker.keep(token) }
    attacker.stolenDigests = authorizationServer.refreshTokens.count
    noteAttack(
      .stoleDatabase(digests: attacker.stolenDigests, clear: clear.count), because: cause, &trace)
  }

  mutating func stealSigningKey(because cause: Int, _ trace: inout Trace) {
    attacker.signingKey = authorizationServer.signingKey
    noteAttack(
      .stoleSigningKey(keyID: authorizationServer.signingKey.keyID), because: cause, &trace)
  }

  mutating func clearStorage(of device: DeviceID, because cause: Int, _ trace: inout Trace) {
    noteAttack(.clearedStorage(of: device), because: cause, &trace)
    carryOut(
      clients[device.index].signOut(.storageCleared), of: device, because: cause, &trace)
  }

  mutating func attackerCalls(
    _ path: ResourcePath = .profile, at server: ResourceServerID = .first,
    with token: AccessToken?, because cause: Int?, _ trace: inout Trace
  ) {
    let request = ResourceRequest(
      path: path.rawValue, token: token, requiredScope: path.requiredScope,
      host: setting.host(of: server))
    send(
      .resourceRequest(request), from: .attacker, to: .resourceServer,
      request: attacker.takeRequestNumber(), because: cause, &trace)
  }

  /// With a proof by the device's key, or by the attacker's own where it has one.
  mutating func attackerSends(
    _ request: TokenRequest?, provingWith key: DeviceKey? = nil, because cause: Int?,
    _ trace: inout Trace
  ) {
    guard let request else { return }
    send(
      proving(.tokenRequest(request), with: key ?? attacker.key), from: .attacker,
      to: .authorizationServer,
      request: attacker.takeRequestNumber(), because: cause, &trace)
  }

  /// A token that nobody issued, signed with the stolen key. It says whatever the thief wants it to
  /// say: every scope, whoever the user is.
  mutating func attackerForges(
    for user: UserID, calling path: ResourcePath = .profile, because cause: Int,
    _ trace: inout Trace
  ) {
    guard let key = attacker.signingKey else { return }
    attacker.forgeries += 1
    let claims = forgedClaims(for: user, named: "forged-\(attacker.forgeries)", at: now)
    let token = AccessToken(text: cryptography.seal(claims, with: key), label: nil)
    attackerCalls(path, with: token, because: cause, &trace)
  }

  /// Everything that the server would say of an administrator, for an hour.
  func forgedClaims(for user: UserID, named tokenID: String, at instant: Instant)
    -> AccessTokenClaims
  {
    let issuedAt = NumericDate(seconds: NumericDate(instant).seconds)
    return AccessTokenClaims(
      issuer: authorizationServer.issuer, subject: authorizationServer.user(user).name,
      audience: [setting.resourceServers[0].audience], clientID: Client.clientID,
      issuedAt: issuedAt, expiresAt: NumericDate(seconds: issuedAt.seconds + 3600),
      tokenID: tokenID, scope: "read write admin", authenticatedAt: issuedAt,
      usableUntil: setting.policy.accessToken.shortExpiry.span.map { _ in
        NumericDate(seconds: issuedAt.seconds + 3600)
      })
  }

  /// The attacker keeps whatever a server gives.
  mutating func attackerReceives(_ message: Message, because cause: Int, _ trace: inout Trace) {
    let received = trace.append(.received(message), by: .attacker, at: now, because: cause)
    attacker.lastAnswer = message.payload
    switch message.payload {
    case .tokenResponse(.success(let grant)): obtain(grant, because: received, &trace)
    case .tokenResponse(.error): if hasPlanBegun { attacker.planState = .finished }
    case .resourceResponse(let response):
      if let token = response.freshToken { _ = attacker.keep(token) }
      if response.status == 401, hasPlanBegun { attacker.planState = .refused }
    case .authorizationResponse(let response):
      attackerReceives(response, for: message.request, because: received, &trace)
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .revocationResponse, .introspectionRequest, .introspectionResponse:
      break
    }
  }

  /// Whoever gets the first access token of a family has opened it.
  private mutating func noteOwnFamily(of token: AccessTokenID?) {
    guard let token else { return }
    let family = authorizationServer.family(authorizationServer.record(of: token).family)
    if family.accessTokens.first == token { attacker.families.append(family.id) }
  }

  private var hasPlanBegun: Bool { attacker.planState != .notBegun }

  private mutating func obtain(
    _ grant: TokenGrant, because cause: Int, _ trace: inout Trace
  ) {
    if hasPlanBegun { attacker.planState = .ready }
    _ = attacker.keep(grant.accessToken)
    noteOwnFamily(of: grant.accessToken.label)
    let isNew = grant.refreshToken.map { attacker.keep($0) } ?? false
    let refreshLabel = isNew ? grant.refreshToken?.label : nil
    _ = trace.append(
      .attacker(.obtained(grant.accessToken.label, refreshLabel)), by: .attacker, at: now,
      because: cause)
  }
}
