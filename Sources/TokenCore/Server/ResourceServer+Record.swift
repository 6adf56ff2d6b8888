extension ResourceServer {
  /// The server's record, where the policy asks for it. Reads are counted as they are made.
  mutating func checkRecord(
    of text: String, consulting server: inout AuthorizationServer,
    _ cryptography: some TokenCryptography, _ visit: inout Visit
  ) {
    let record = visit.tokenID.map(server.record(of:))
    guard let isLive = isLive(text, record, consulting: server, cryptography, &visit) else {
      return
    }
    if isLive, let record, server.policy.session != nil {
      server.touch(record.family, at: visit.now)
      visit.cost.writes += 1
    }
    visit.scope = visit.scope ?? record?.scope
    guard isLive else {
      let facts = record?.revokedAt.map { [Fact("revoked at", .instant($0))] } ?? []
      return visit.decision.fail(.notRevoked, Denial(.tokenRefused(.revoked), facts))
    }
    visit.decision.pass(.notRevoked)
  }

  /// Whether the record stands behind the token; nil where the policy asks for none.
  private mutating func isLive(
    _ text: String, _ record: AccessTokenRecord?, consulting server: AuthorizationServer,
    _ cryptography: some TokenCryptography, _ visit: inout Visit
  ) -> Bool? {
    let now = visit.now
    switch policy.check {
    case .signatureOnly:
      return nil
    case .introspection(let cache):
      // A refresh token is active too, but it is nothing for an API: only an access token has a jti.
      return introspect(text, cache, consulting: server, cryptography, &visit)?.tokenID != nil
    case .denyList:
      visit.cost.reads += 1
      return record?.revokedAt == nil
    case .allowList:
      visit.cost.reads += 1
      return record.map { $0.revokedAt == nil && now < server.lastMoment(of: $0) } ?? false
    case .sessionRecord:
      visit.cost.reads += 1
      return record.map { server.isSessionOpen($0, at: now) } ?? false
    case .tokenVersion:
      visit.cost.reads += 1
      let user = server.users.first { sameBytes($0.name, visit.claims?.subject ?? "") }
      return user.map { $0.isEnabled && $0.tokenVersion == visit.claims?.tokenVersion } ?? false
    }
  }

  /// Asks the authorization server, or believes what it said a moment ago.
  private mutating func introspect(
    _ text: String, _ cache: TimeSpan, consulting server: AuthorizationServer,
    _ cryptography: some TokenCryptography, _ visit: inout Visit
  ) -> Introspection? {
    if let known = introspections[text], visit.now < known.until { return known.answer }
    visit.cost.reads += 1
    let answer = server.introspect(text, at: visit.now, cryptography)
    guard cache > .zero else { return answer }
    introspections = introspections.filter { visit.now < $0.value.until }
    introspections[text] = CachedIntrospection(answer, askedAt: visit.now, cache: cache)
    return answer
  }
}

extension AuthorizationServer {
  /// Notes that a session was used.
  mutating func touch(_ id: FamilyID, at now: Instant) {
    families[id.index].lastUsedAt = now
  }
}
