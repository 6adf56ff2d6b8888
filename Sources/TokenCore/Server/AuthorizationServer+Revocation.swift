extension AuthorizationServer {
  /// The revocation endpoint (RFC 7009). A token that the server does not know is answered with 200;
  /// one that was issued to another client is refused and stays good. After a 503 it is still good
  /// (§2.2.1).
  public mutating func answer(
    _ request: RevocationRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<RevocationResponse> {
    storing(failing: .unavailable) { $0.answerSoundly(request, at: now, cryptography) }
  }

  /// The answer where the store keeps what it is given.
  private mutating func answerSoundly(
    _ request: RevocationRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<RevocationResponse> {
    var decision = Decision()
    if let denial = malformation(of: request.form, basic: request.basic, requiring: ["token"]) {
      decision.fail(.requestWellFormed, denial)
      return revocationRefusal(decision)
    }
    decision.pass(.requestWellFormed)
    let client = identify(request.form, basic: request.basic, cryptography)
    guard case .identified(let registration) = client else {
      decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
      return revocationRefusal(decision)
    }
    decision.pass(.clientAuthenticated)
    let text = request.form["token"].text ?? ""
    if let id = refreshToken(text, at: now, cryptography) {
      return revoke(id, for: registration, decision, at: now)
    }
    if let id = accessToken(text, at: now, cryptography) {
      return revoke(id, for: registration, decision, at: now)
    }
    return Answer(response: .success, decision: decision, cost: StoreCost(reads: 1, writes: 0))
  }

  /// Revoking any refresh token of a family, spent ones included, ends the family: a logout that
  /// races a refresh must win.
  private mutating func revoke(
    _ id: RefreshTokenID, for client: RegistrationID, _ decision: Decision, at now: Instant
  ) -> Answer<RevocationResponse> {
    var decision = decision
    let family = refreshTokens[id.index].family
    guard families[family.index].client == client else {
      decision.fail(.clientMatches, Denial(.revokerMismatch))
      return revocationRefusal(decision)
    }
    decision.pass(.clientMatches)
    guard policy.refresh?.form == .opaque else {
      decision.fail(.tokenTypeRevocable, Denial(.tokenTypeNotRevocable))
      return revocationRefusal(decision)
    }
    let events = revoke([family], because: .logout, at: now)
    return Answer(
      response: .success, decision: decision, events: events,
      cost: StoreCost(reads: 1, writes: writes(for: events)))
  }

  /// A self-contained access token can be revoked only where resource servers ask for its record, or
  /// compare its version, which then ends all of the user's; elsewhere the server says that it cannot
  /// (RFC 7009 §2.2.1).
  private mutating func revoke(
    _ id: AccessTokenID, for client: RegistrationID, _ decision: Decision, at now: Instant
  ) -> Answer<RevocationResponse> {
    var decision = decision
    guard families[accessTokens[id.index].family.index].client == client else {
      decision.fail(.clientMatches, Denial(.revokerMismatch))
      return revocationRefusal(decision)
    }
    decision.pass(.clientMatches)
    guard keepsAccessTokenRecord || policy.accessToken.check.looksAtVersion else {
      decision.fail(.tokenTypeRevocable, Denial(.tokenTypeNotRevocable))
      return revocationRefusal(decision)
    }
    decision.pass(.tokenTypeRevocable)
    if policy.session != nil || policy.accessToken.check.looksAtVersion {
      let events = revoke([accessTokens[id.index].family], because: .logout, at: now)
      return Answer(
        response: .success, decision: decision, events: events,
        cost: StoreCost(reads: 1, writes: writes(for: events)))
    }
    let isFirst = accessTokens[id.index].revokedAt == nil
    if isFirst { change(.accessTokenRevoked(id, at: now)) }
    return Answer(
      response: .success, decision: decision,
      events: isFirst ? [.accessTokenRevoked(id)] + arrivals(of: id, at: now) : [],
      cost: StoreCost(reads: 1, writes: isFirst ? 1 : 0))
  }

  private func revocationRefusal(_ decision: Decision) -> Answer<RevocationResponse> {
    let denial = decision.denial
    return Answer(
      response: .error(denial?.error ?? .invalidRequest, status: denial?.status ?? 400),
      decision: decision, cost: StoreCost(reads: 1, writes: 0))
  }
}

extension AuthorizationServer {
  /// Revokes each family that is not revoked yet, as far as the policy makes anybody look, and says
  /// what lives on. The access tokens of all end where the policy says so: a re-issue that looks at no
  /// family gives some to a revoked one too.
  mutating func revoke(
    _ ids: [FamilyID], because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    var events: [ServerEvent] = []
    let standing = ids.filter { !families[$0.index].isRevoked }
    for id in ids {
      if policy.canEndFamilies, !families[id.index].isRevoked {
        change(.familyEnded(id, .revoked(at: now, reason)))
        events.append(.familyRevoked(id, reason))
      }
      if policy.accessToken.isReachedByRevocation {
        var issue = Issue(family: id, at: now, scope: families[id.index].scope, boundTo: nil)
        endAccessTokens(of: id, &issue)
        events += issue.events
      }
    }
    events += raiseVersions(of: standing, because: reason, at: now)
    return events + standing.flatMap { survivors(of: $0, at: now) }
  }

  /// Where versions are compared, all access tokens of a user end together.
  private mutating func raiseVersions(
    of ids: [FamilyID], because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    guard policy.accessToken.check.looksAtVersion else { return [] }
    return Set(ids.map { families[$0.index].user }).sorted().map { user in
      var row = users[user.index]
      row.versionRaises.append(VersionRaise(at: now, reason: reason))
      change(.userChanged(row))
      return .userChanged(user, .versionRaised(to: row.tokenVersion))
    }
  }

  /// What of a family goes on after its end because nobody looks, and until when.
  private func survivors(of id: FamilyID, at now: Instant) -> [ServerEvent] {
    let family = families[id.index]
    let refresh = policy.refresh?.form == .opaque ? [] : family.refreshTokens.map(record(of:))
    let access = policy.accessToken.isReachedByRevocation ? [] : family.accessTokens
    return refresh.filter { !isObsolete($0) }.map(\.id)
      .filter { id in expiry(of: id).map { now < $0 } ?? true }
      .map { .refreshTokenLivesOn($0, until: expiry(of: $0)) }
      + access.map(record(of:))
      .filter { now < servedUntil($0) && !isRefused($0) && obsolescence(of: $0) == nil }
      .map { .accessTokenLivesOn($0.id, until: servedUntil($0)) }
  }

  /// Whether whoever looks beyond the token, or has been told, finds that it is good no more.
  func isRefused(_ record: AccessTokenRecord) -> Bool {
    keepsAccessTokenRecord && record.revokedAt != nil || isOfOldVersion(record)
      || policy.accessToken.check == .signals && families[record.family.index].isRevoked
  }

  /// Whether versions are compared, and the user's has been raised since the token was given.
  package func isOfOldVersion(_ record: AccessTokenRecord) -> Bool {
    guard policy.accessToken.check.looksAtVersion else { return false }
    let raise = users[families[record.family.index].user.index].versionRaises.last
    return raise.map { record.issuedAt <= $0.at } ?? false
  }

  /// What a reuse in the family ends.
  mutating func answer(
    _ response: ReuseResponse, to id: FamilyID, at now: Instant
  ) -> [ServerEvent] {
    let hit = families[id.index]
    switch response {
    case .refuseOnly: return []
    case .revokeFamily: return revoke([id], because: .reuse, at: now)
    case .revokeUserOnClient:
      let ids = families.filter { $0.user == hit.user && $0.client == hit.client }.map(\.id)
      return revoke(ids, because: .reuse, at: now)
    case .revokeUser: return revoke(everythingOf: hit.user, because: .reuse, at: now)
    }
  }

  /// When resource servers hear of an access token that is revoked now, if that is later, and before
  /// the token has ended by itself.
  func arrivals(of id: AccessTokenID, at now: Instant) -> [ServerEvent] {
    let end = lastMoment(of: record(of: id))
    switch policy.accessToken.check {
    case .denyList(let delay) where delay > .zero && now + delay < end:
      return [.revocationArrives(id, at: now + delay)]
    case .statusList(let ttl):
      return [.statusChanged(id, seenBy: min(now + ttl, end))]
    case .denyList, .signatureOnly, .tokenVersion, .allowList, .introspection, .sessionRecord,
      .signals:
      return []
    }
  }

  /// Notes that a family's time is over, where there is a row of it.
  mutating func close(_ id: FamilyID, at now: Instant) -> [ServerEvent] {
    guard policy.refresh?.form == .opaque, families[id.index].state == .active else { return [] }
    change(.familyEnded(id, .closed(at: now)))
    return [.familyClosed(id)]
  }

  /// Revokes the record of each live access token of the family, or of those that are meant.
  mutating func endAccessTokens(
    of id: FamilyID, _ issue: inout Issue,
    where isMeant: (AccessTokenRecord) -> Bool = { _ in true }
  ) {
    for token in families[id.index].accessTokens {
      let record = accessTokens[token.index]
      guard record.revokedAt == nil, issue.now < lastMoment(of: record), isMeant(record)
      else { continue }
      change(.accessTokenRevoked(token, at: issue.now))
      issue.note(.accessTokenRevoked(token))
      for event in arrivals(of: token, at: issue.now) { issue.note(event) }
    }
  }
}
