/// How the state changes: every transition is one or several `StateChange`s, and there is no other.
extension AuthorizationServer {
  /// Lets something be done to the server, requests or administration, and gives what came of it and
  /// every change in order.
  public mutating func recording<Result>(
    _ act: (inout AuthorizationServer) -> Result
  ) -> (result: Result, changes: [StateChange]) {
    let outer = journal
    journal = []
    let result = act(&self)
    let changes = journal ?? []
    journal = outer.map { $0 + changes }
    return (result, changes)
  }

  /// Brings a server from where it stood before the changes to where it stood after them. Refuses
  /// changes that cannot follow on its state or would spoil it, and is then what it was.
  public mutating func apply(_ changes: [StateChange]) throws(StateFlaw) {
    var server = self
    for (index, change) in changes.enumerated() {
      if let flaw = server.misfit(of: change) { throw flaw.within("changes[\(index)]") }
      server.change(change)
    }
    if let flaw = server.flaw { throw flaw }
    self = server
  }

  mutating func change(_ change: StateChange) {
    journal?.append(change)
    switch change {
    case .userChanged(let user):
      if user.id.index < users.count { users[user.id.index] = user } else { users.append(user) }
    case .clientRegistered(let client): registrations.append(client)
    case .clientChanged(let client): registrations[client.id.index] = client
    case .sessionStarted(let session): insert(session)
    case .sessionRenewed(let id, let digest, let now):
      index.sessions.remove(ssoSessions[id.index].digest.indexBits, row: id.index)
      index.sessions.insert(digest.indexBits, row: id.index)
      ssoSessions[id.index].digest = digest
      ssoSessions[id.index].authenticatedAt = now
      ssoSessions[id.index].lastUsedAt = now
    case .sessionUsed(let id, let now): ssoSessions[id.index].lastUsedAt = now
    case .sessionEnded(let id, let end): ssoSessions[id.index].end = end
    case .codeIssued(let code): insert(code)
    case .codeUsed(let index, let family): codes[index].usedFor = family
    case .familyStarted(let family): families.append(family)
    case .familyUsed(let id, let now): families[id.index].lastUsedAt = now
    case .familyEnded(let id, let state):
      families[id.index].state = state
      for token in families[id.index].refreshTokens { retryCopies[token] = nil }
    case .accessTokenIssued(let record): insert(record)
    case .accessTokenRevoked(let id, let now): accessTokens[id.index].revokedAt = now
    case .refreshTokenIssued(let record): insert(record)
    case .refreshTokenChanged(let id, let state): refreshTokens[id.index].state = state
    case .refreshTokenRetried(let id, let times): refreshTokens[id.index].retries = times
    case .refreshTokenConfirmed(let id, let now): refreshTokens[id.index].confirmedAt = now
    case .refreshTokenUsed(let id, let deadline): refreshTokens[id.index].idleDeadline = deadline
    case .retryCopyKept(let token, let until):
      if let id = token.label { retryCopies[id] = RetryCopy(token: token, until: until) }
    case .retryCopiesDropped(let now):
      retryCopies = retryCopies.filter { now < $0.value.until }
    case .proofSeen(let proofID, let now):
      seenProofs = seenProofs.filter { now <= $0.value + proofMemory }
      seenProofs[proofID] = now
    case .policyChanged(let policy, let gaps):
      self.policy = policy
      self.gaps = gaps
    case .keysPublished(let keys, let count):
      signingKeys = keys
      keyCount = count
    case .partBroke(let part): broken.insert(part)
    case .partMended(let part): broken.remove(part)
    }
  }

  private mutating func insert(_ session: SSOSession) {
    index.insert(session)
    ssoSessions.append(session)
  }

  private mutating func insert(_ code: AuthorizationCode) {
    index.insert(code, row: codes.count)
    codes.append(code)
  }

  private mutating func insert(_ record: AccessTokenRecord) {
    accessTokens.append(record)
    index.insert(record)
    families[record.family.index].accessTokens.append(record.id)
  }

  private mutating func insert(_ record: RefreshTokenRecord) {
    refreshTokens.append(record)
    index.insert(record)
    families[record.family.index].refreshTokens.append(record.id)
  }
}
