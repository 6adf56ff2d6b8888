import TokenCore

/// The rules that hold now, and others while the run goes on.
extension World {
  /// What the authorization server goes by: the setting's policy until it is changed.
  public var policy: Policy { authorizationServer.policy }

  /// What that is called: the setting's strategy, another shipped one, or the setting's with a star.
  package var strategyID: String {
    guard policy != setting.policy else { return setting.strategyID }
    return policy.strategy?.id ?? setting.strategyID.prefix { $0 != "*" } + "*"
  }

  /// Both servers go by the policy from now on, and the applications are brought up to date with them:
  /// each renews with what there is to renew with, and has a key where tokens are bound to one.
  mutating func change(to policy: Policy) -> [ServerEvent] {
    let ends = authorizationServer.refreshTokens.map { authorizationServer.expiry(of: $0.id) }
    let events = authorizationServer.change(
      to: policy, at: now, using: &random.server, cryptography)
    for index in resourceServers.indices {
      resourceServers[index].change(
        to: setting.resourceServers[index].rules(under: policy.accessToken),
        givesNextToken: policy.renewal == .everyRequest,
        asksForHeader: policy.session?.asksForHeader ?? false)
    }
    for index in clients.indices {
      clients[index].renewsWith = policy.renewal.credential
      clients[index].browserCall = policy.session?.ownCall
      clients[index].keepsTokens = Client.Keeping(policy, setting.habit)
      guard policy.bindsToKey, clients[index].key == nil else { continue }
      clients[index].key = DeviceKey(seed: random.clients.bytes(32))
    }
    attacker.meet(policy)
    watchExpiry(of: authorizationServer.refreshTokens, before: ends)
    return events
  }

  /// An end that the change has moved is watched anew, unless both are over.
  private mutating func watchExpiry(of tokens: Ledger<RefreshTokenRecord>, before ends: [Instant?])
  {
    for (record, old) in zip(tokens, ends) where record.isCurrent {
      guard let end = authorizationServer.expiry(of: record.id), end != old,
        now < end || old.map({ now < $0 }) ?? true
      else { continue }
      queue.insert(.refreshTokenEnds(record.id), at: max(end, now))
    }
  }

  /// A token from before a change of policy may be watched for several ends, of which one is told.
  mutating func forgetOtherEnds(of id: RefreshTokenID) {
    guard id.index < authorizationServer.gaps.copies else { return }
    queue.removeAll { $0 == .refreshTokenEnds(id) }
  }

  /// Why a policy would change nothing, or cannot hold here.
  func obstacle(to policy: Policy) -> String? {
    if let fault = policy.faults.first { return "the policy cannot be: \(fault)" }
    if policy.proofNonce != self.policy.proofNonce {
      return "the servers begin to ask for nonces when they are started"
    }
    if policy == self.policy { return "the server goes by that policy already" }
    let registered = authorizationServer.registrations[Self.application.index].kind
    switch (registered, policy.refresh?.client) {
    case (.public, .confidential?):
      return "the application is a public client, and a policy gives it no secret"
    case (.confidential, .public?):
      return "the application is a confidential client, and a policy does not take its secret"
    case (_, nil), (.public, .public?), (.confidential, .confidential?): return nil
    }
  }
}
