import TokenCore

/// The world around the attacker: its answers, its plan's timer and what it asks for.
extension World {
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
      sessionID: policy.accessToken.check == .signals ? "forged" : nil,
      usableUntil: policy.accessToken.shortExpiry.span.map { _ in
        NumericDate(seconds: issuedAt.seconds + 3600)
      }, confirmation: forgersKey.map(cryptography.thumbprint),
      status: authorizationServer.validStatusReference(at: instant))
  }

  /// The key that a forged token is bound to, where API takes no others: the attacker's own, or any
  /// while it has none.
  var forgersKey: DeviceKey? {
    guard authorizationServer.policy.accessToken.binding.needsProof else { return nil }
    return attacker.key ?? DeviceKey(seed: Array(repeating: 0, count: 32))
  }

  /// An answer came for the attacker.
  mutating func attackerReceives(_ message: Message, because cause: Int, _ trace: inout Trace) {
    let received = trace.append(.received(message), by: .attacker, at: now, because: cause)
    let directives = attacker.receive(
      message.payload, for: message.request, using: &random.attacker)
    carryOut(directives, because: received, &trace)
  }

  /// The planned attack goes on.
  mutating func attackerActs(_ trace: inout Trace) {
    guard let plan = attacker.plan else { return }
    let loot = clients[plan.device.index].loot
    carryOut(attacker.timerFired(seeing: loot, at: now), because: nil, &trace)
  }

  /// Does what the attacker asked for.
  mutating func carryOut(
    _ directives: [AttackerDirective], because cause: Int?, _ trace: inout Trace
  ) {
    for directive in directives {
      switch directive {
      case .send(let payload, let receiver, let request, let device):
        let sent = receiver.isServer ? proving(payload, inside: device) : payload
        send(sent, from: .attacker, to: receiver, request: request, because: cause, &trace)
      case .ride(let call, let device):
        let request = clients[device.index].takeRequestNumber()
        let (browser, server) = clients[device.index].cookieRoute
        send(
          .resourceRequest(call), from: browser, to: server, request: request, because: cause,
          &trace)
      case .setTimer(let span): queue.insert(.attackerActs, at: now + span)
      case .clearStorage(let device):
        carryOut(clients[device.index].emptyStorage(), of: device, because: cause, &trace)
      case .note(let event):
        _ = trace.append(.attacker(event), by: .attacker, at: now, because: cause)
      }
    }
  }

  /// With a prepared proof where there is one for just this, otherwise with a fresh one.
  private mutating func proving(_ payload: Payload, inside device: DeviceID?) -> Payload {
    if device == nil, proofTarget(of: payload) != nil,
      let prepared = attacker.takePrepared(for: payload, at: now)
    {
      var request = payload
      request.proof = prepared
      return request
    }
    return proving(payload, by: attackersSigner(on: device))
  }

  /// The families that the attacker opened itself, as the server numbers them.
  public var attackersFamilies: [FamilyID] {
    attacker.ownSignIns.map { authorizationServer.record(of: $0).family }
  }
}
