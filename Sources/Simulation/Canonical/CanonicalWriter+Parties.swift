import TokenCore

extension CanonicalWriter {
  /// A client by what it holds and waits for. What it sent matters as far as a thief of its log would
  /// get it: the newest, and the one before while the newest is still in the storage.
  mutating func write(_ client: Client) {
    put("client")
    write(client.key)
    write(client.nonces)
    put(token: client.storage.accessToken)
    put(token: client.storage.refreshToken)
    put(cookie: client.cookie)
    if case .beforeExpiry(let margin, _) = client.habit.renews {
      put(end: client.storage.believedExpiry.map { $0 - margin })
    }
    if case .whenWarned(let start, let stop) = client.habit.renews {
      put(end: client.storage.believedExpiry.map { $0 - start })
      put(end: client.storage.believedExpiry.map { $0 - stop })
    }
    put(client.sentRefreshTokens.suffix(2).count)
    for token in client.sentRefreshTokens.suffix(2) { put(token: token) }
    put(client.restartsBeforeStoring)
    put(world.willSignIn[client.id.index])
    write(client.phase, of: client)
    put(client.refreshes.count)
    for waiting in client.refreshes { write(waiting, of: client) }
    write(client.stepUp, of: client)
    let calls = client.calls.sorted { $0.key < $1.key }
    put(calls.count)
    for (request, call) in calls { write(call, request, of: client) }
    if let backend = client.backend { write(backend, of: client) }
  }

  /// A session counts by who has its cookie.
  private mutating func write(_ backend: Backend, of client: Client) {
    put("backend")
    put(backendCookie: backend.session)
    put(backendCookie: backend.cookie)
    for (request, ticket) in backend.pages.sorted(by: { $0.key < $1.key }) {
      mention(.request(.browser(client.id), request))
      mention(.ticket(client.id, ticket))
    }
  }

  private mutating func put(backendCookie cookie: BackendCookie?) {
    guard let cookie else { return put("no cookie") }
    mention(.text(Array(cookie.text.utf8)))
  }

  private mutating func put(asker: Backend.Asker?) {
    guard let asker else { return put("its person") }
    mention(.request(asker.party, asker.request))
  }

  private mutating func write(_ phase: Client.Phase, of client: Client) {
    switch phase {
    case .signedOut:
      put("signed out")
      put(client.wasSignedOut)
    case .closed(let cause):
      put("closed")
      put(client.storage.isEmpty && Client.asksAgain(after: cause))
    case .authorizing(let request, let verifier):
      put("authorizing")
      mention(.request(.client(client.id), request))
      put(verifier: verifier)
    case .exchanging(let waiting, _):
      put("exchanging")
      write(waiting, of: client)
    case .signedIn: put("signed in")
    }
  }

  private mutating func write(_ stepUp: Client.StepUp?, of client: Client) {
    guard let stepUp else { return put("no step-up") }
    switch stepUp.stage {
    case .authorizing(let request, let verifier):
      put("steps up")
      mention(.request(.client(client.id), request))
      mention(.ticket(client.id, stepUp.ticket))
      put(verifier: verifier)
    case .exchanging(let waiting):
      put("stepped up")
      write(waiting, of: client)
    }
    write(stepUp.calls)
  }

  private mutating func write(_ waiting: Client.Waiting, of client: Client) {
    mention(.request(.client(client.id), waiting.request))
    mention(.ticket(client.id, waiting.ticket))
    put(waiting.attempt)
    put(waiting.hasNonce)
    write(waiting.payload)
    put(waiting.tab)
    write(waiting.calls)
  }

  private mutating func write(_ calls: [Client.WaitingCall]) {
    put(calls.count)
    for call in calls {
      put(verbatim: call.path.rawValue)
      put(verbatim: call.host)
      put(call.tab)
      put(call.wasRefused)
      put(asker: call.asker)
      put(call.isSteppedUp)
    }
  }

  private mutating func write(_ call: Client.PendingCall, _ request: Int, of client: Client) {
    mention(.request(.client(client.id), request))
    mention(.ticket(client.id, call.ticket))
    put(call.tab)
    put(verbatim: call.path.rawValue)
    put(verbatim: call.host)
    put(call.isRepeat)
    put(call.hasNonce)
    put(call.isSteppedUp)
    put(token: call.token)
    put(asker: call.asker)
  }

  /// The key that a party proves possession of, by its thumbprint, where a family may be bound to it.
  private mutating func write(_ key: DeviceKey?) {
    guard let key else { return put("no key") }
    mention(.text(Array(world.cryptography.thumbprint(of: key).utf8)))
  }

  /// Any refresh token that it holds it can be told to present. Of access tokens it uses the newest, and
  /// an older one only tells that it would not be new: it counts where somebody else has it too.
  mutating func write(_ attacker: Attacker) {
    put("attacker")
    write(attacker.key)
    write(attacker.nonces)
    writeProofs(of: attacker)
    put(verbatim: attacker.signingKey?.keyID)
    put(attacker.refreshTokens.count)
    for token in attacker.refreshTokens { put(token: token) }
    for token in attacker.accessTokens.dropLast() where isMentioned(token.text) {
      put(token: token)
    }
    put(cookie: attacker.cookies.last)
    put(backendCookie: attacker.backendCookie)
    put("newest")
    put(token: attacker.accessTokens.last)
    writePlan(of: attacker)
    let flows = attacker.flows.sorted { $0.key < $1.key }
    put(flows.count)
    for (request, flow) in flows { write(flow, request) }
  }

  /// The visitor by what it can use again: what it kept goes by the names that orders have for it.
  mutating func write(_ visitor: Visitor) {
    guard visitor != Visitor() else { return }
    put("visitor")
    write(visitor.nonces)
    for name in visitor.keys {
      put(verbatim: name)
      write(world.visitorsKey(named: name))
    }
    for (name, possession) in visitor.possessions.sorted(by: { $0.key < $1.key }) {
      put(verbatim: name)
      write(possession)
    }
  }

  private mutating func write(_ possession: Visitor.Possession) {
    switch possession {
    case .accessToken(let token): put(token: token)
    case .refreshToken(let token): put(token: token)
    case .code(let code): put(text: code)
    case .cookie(let cookie): put(cookie: cookie)
    }
  }

  /// Prepared proofs, and requests that may have to be sent again with a nonce.
  private mutating func writeProofs(of attacker: Attacker) {
    put(attacker.prepared.count)
    for proof in attacker.prepared {
      write(world.clients[proof.device.index].key)
      put(.span(proof.issuedAt - world.now))
      put(token: proof.call?.token)
      let nonces =
        proof.call.map { world.nonces(ofServerAt: $0.host) } ?? world.authorizationServer.nonces
      put(nonce: proof.nonce, of: nonces)
    }
    for (request, sent) in attacker.unanswered.sorted(by: { $0.key < $1.key }) {
      mention(.request(.attacker, request))
      put(sent.device?.index ?? -1)
      put(sent.isAgain)
      write(unsent: sent.payload)
    }
  }

  private mutating func write(_ flow: Attacker.Flow, _ request: Int) {
    mention(.request(.attacker, request))
    switch flow {
    case .authorizing(let verifier):
      put("authorizing")
      put(verifier: verifier)
    case .exchanging: put("exchanging")
    }
  }

  private mutating func writePlan(of attacker: Attacker) {
    switch attacker.planState {
    case .notBegun: put("not begun")
    case .ready: put("ready")
    case .refused: put("refused")
    case .finished: put("finished")
    }
  }

  /// The accounts, and the keys that the server publishes.
  mutating func writeAccounts() {
    for user in world.authorizationServer.users {
      put("user")
      put(user.isEnabled)
      put(user.isAdmin)
      put(hasChanged(user, since: world.now))
    }
    for client in world.authorizationServer.registrations where !client.withheldScopes.isEmpty {
      put("withheld")
      put(verbatim: client.clientID)
      for scope in client.withheldScopes.sorted() { put(verbatim: scope) }
    }
    for part in ServerPart.allCases where world.authorizationServer.isBroken(part) {
      put("broken")
      put(verbatim: part.rawValue)
    }
    put("keys")
    for key in world.authorizationServer.publishedKeys { put(verbatim: key.keyID) }
  }

  /// Whether a server that looks at the account takes a sign-in of that moment for an old one: it goes by
  /// whole seconds, as the token says them.
  func hasChanged(_ user: User, since instant: Instant) -> Bool {
    guard case .reissue(let reissue) = world.policy.renewal, reissue.looksAtUser,
      let changed = user.credentialsChangedAt
    else { return false }
    return changed >= NumericDate(seconds: NumericDate(instant).seconds).instant
  }
}
