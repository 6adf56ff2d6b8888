import TokenCore

/// The server's rows, as far as a rule reads them under this policy.
extension CanonicalWriter {
  mutating func write(_ row: Row) {
    mention(.row(row))
    switch row {
    case .accessToken(let id): write(world.authorizationServer.record(of: id))
    case .refreshToken(let id): write(world.authorizationServer.record(of: id))
    case .family(let id): write(world.authorizationServer.family(id))
    case .code(let index): write(world.authorizationServer.codes[index])
    case .session(let id): write(world.authorizationServer.session(id))
    }
  }

  private mutating func write(_ record: AccessTokenRecord) {
    put("access token")
    reach(.family(record.family))
    put(verbatim: record.scope.description)
    put(end: record.expiresAt, slack: slack)
    put(end: record.usableUntil, slack: slack)
    put(record.revokedAt != nil)
    put(world.authorizationServer.obsolescence(of: record) == nil)
    if case .denyList(let delay) = world.policy.accessToken.check {
      put(end: record.revokedAt.map { $0 + delay })
    }
    if let bound = record.confirmation { mention(.text(Array(bound.utf8))) }
    if world.policy.accessToken.endsAtRefresh, let id = record.renewedBy {
      mention(.row(.refreshToken(id)))
    }
  }

  private mutating func write(_ record: RefreshTokenRecord) {
    put("refresh token")
    guard !world.authorizationServer.isForgotten(record.id, at: world.now) else {
      put("forgotten")
      return put(record.isSpent)
    }
    reach(.family(record.family))
    put(end: record.idleDeadline)
    writeOrigin(of: record)
    switch record.state {
    case .current: put("current")
    case .displaced(let at):
      put("displaced")
      put(end: memoryEnd(from: at))
    case .spent(let at, let successor, let last):
      put("spent")
      put(end: memoryEnd(from: at))
      if let gap = world.policy.refresh?.spendingGap, gap > .zero { put(end: at + gap) }
      writeGrace(of: record, at, successor, last)
    }
  }

  private func memoryEnd(from instant: Instant) -> Instant? {
    world.policy.refresh?.memory.map { instant + $0 }
  }

  /// Tokens with one parent stand for each other where there is grace.
  private mutating func writeOrigin(of record: RefreshTokenRecord) {
    guard let parent = record.parent, let grace = world.policy.refresh?.rotation.grace,
      grace != .none
    else { return put("no origin") }
    mention(.row(.refreshToken(parent)))
  }

  /// What a spent token may still be given; nothing leads back from "over" or "confirmed".
  private mutating func writeGrace(
    of record: RefreshTokenRecord, _ at: Instant, _ successor: RefreshTokenID, _ last: Instant
  ) {
    let server = world.authorizationServer
    let isConfirmed = !server.isUnconfirmed(record)
    switch world.policy.refresh?.rotation.grace ?? .none {
    case .none: put("over")
    case .untilSuccessorUsed, .untilTokenUsed: put(isConfirmed ? "confirmed" : "open")
    case .window(let window):
      let end = (window.anchor == .firstUse ? at : last) + window.length
      guard world.now < end else { return put("over") }
      put(end: end)
      if let times = window.times { put(max(0, times - record.retries)) }
      switch window.reach {
      case .immediatePredecessor where isConfirmed: return put("confirmed")
      case .immediatePredecessor, .anyInItsWindow: put("open")
      }
      if window.answer == .sameSuccessor {
        put(server.canGiveAgain(successor))
        reach(.refreshToken(server.newestDescendant(of: successor)))
      }
    }
  }

  /// A family by who it is of and how long it may go on.
  private mutating func write(_ family: TokenFamily) {
    put("family")
    put(family.user.index)
    put(family.client.index)
    put(verbatim: family.scope.description)
    put(family.isRevoked)
    reach(.session(family.session))
    putAge(of: NumericDate(family.authenticatedAt))
    put(end: world.authorizationServer.absoluteDeadline(of: family.id))
    put(end: idleEnd(of: family.id))
    if let bound = family.keyThumbprint {
      mention(.text(Array(bound.utf8)))
    } else {
      put("unbound")
    }
    writeSession(of: family)
  }

  /// Up to when a spent token of the family is reuse, where spent tokens are told apart.
  private func idleEnd(of family: FamilyID) -> Instant? {
    world.policy.refresh?.rotation.kind == .rotating
      ? world.authorizationServer.idleEnd(of: family) : nil
  }

  private mutating func writeSession(of family: TokenFamily) {
    let user = world.authorizationServer.user(family.user)
    switch world.policy.renewal {
    case .none, .everyRequest, .refreshToken: put("no session")
    case .session(let session):
      put(end: family.lastUsedAt + session.idle)
      put(end: family.startedAt + session.absolute)
    case .reissue(let reissue):
      put(end: family.authenticatedAt + reissue.window, slack: .seconds(1))
      put(hasChanged(user, since: family.authenticatedAt))
    }
  }

  /// A session by whose it is and how long it answers for that person.
  private mutating func write(_ session: SSOSession) {
    put("session")
    put(session.user.index)
    guard session.end == nil, world.now < world.authorizationServer.expiry(of: session.id) else {
      return put(session.end == nil ? "over" : "ended")
    }
    put(end: session.lastUsedAt + world.policy.sso.idle)
    put(end: session.authenticatedAt + world.policy.sso.absolute)
    writeAuthentication(at: session.authenticatedAt, of: session.user)
  }

  /// When the person authenticated, where a window for new tokens hangs on it.
  private mutating func writeAuthentication(at instant: Instant, of user: UserID) {
    putAge(of: NumericDate(instant))
    guard case .reissue(let reissue) = world.policy.renewal else { return }
    put(end: instant + reissue.window, slack: .seconds(1))
    put(hasChanged(world.authorizationServer.user(user), since: instant))
  }

  private mutating func write(_ code: AuthorizationCode) {
    put("code")
    put(code.user.index)
    put(code.client.index)
    put(verbatim: code.scope.description)
    mention(.text(Array(code.codeChallenge.utf8)))
    put(end: code.expiresAt)
    reach(.session(code.session))
    writeAuthentication(at: code.authenticatedAt, of: code.user)
    if let family = code.usedFor { reach(.family(family)) } else { put("unused") }
  }

  /// Successors that lie in clear: whoever steals the rows has them.
  mutating func writeRetryCopies() {
    let copies = world.authorizationServer.retryCopies.sorted { $0.key < $1.key }
    for (_, copy) in copies {
      put("clear copy")
      put(token: copy.token)
      put(end: copy.until)
    }
  }

  /// What an API holds and believes: keys, until when its cache is good, and answers about tokens that somebody has.
  mutating func write(_ server: ResourceServer) {
    put("resource server")
    // Also of a set that it believes no more: somebody inside can copy it.
    for key in server.keySet { put(verbatim: key.keyID) }
    if let fetchedAt = server.fetchedAt, world.now < fetchedAt + server.policy.keySetCache {
      put(end: fetchedAt + server.policy.keySetCache)
      put(end: fetchedAt + .seconds(60))
    }
    write(server.statusList, of: server)
    writeEndedSessions(of: server)
    let believed = server.introspections.compactMap { text, known in
      world.now < known.until
        ? name(of: .text(Array(text.utf8))).map { (name: $0, known: known) } : nil
    }
    for (name, known) in believed.sorted(by: { $0.name < $1.name }) {
      put(.name(name))
      put(known.standing.isLive)
      if let bound = known.standing.confirmation { mention(.text(Array(bound.utf8))) }
      put(end: known.until)
    }
  }
}

extension CanonicalWriter {
  /// Sessions that an API was told of, as far as a token of them is mentioned.
  private mutating func writeEndedSessions(of server: ResourceServer) {
    guard server.policy.check == .signals else { return }
    let families = world.authorizationServer.families.filter {
      server.endedSessions[$0.id.description] != nil
    }
    put("told of")
    for row in families.compactMap({ name(of: .row(.family($0.id))) }).sorted() { put(.name(row)) }
  }

  /// An API's copy of the status list, while it goes by it: until when, and which of the tokens that
  /// somebody has are INVALID there.
  private mutating func write(_ list: StatusList?, of server: ResourceServer) {
    guard let list, case .statusList(let ttl) = server.policy.check,
      world.now < list.issuedAt + ttl
    else { return }
    put(end: list.issuedAt + ttl)
    let rows = list.invalid.compactMap { name(of: .row(.accessToken(AccessTokenID(index: $0)))) }
    for row in rows.sorted() { put(.name(row)) }
  }
}

extension RefreshTokenRecord {
  fileprivate var isSpent: Bool {
    switch state {
    case .spent: true
    case .current, .displaced: false
    }
  }
}
