/// What the authorization server's record says, where the policy asks for it. Reads are counted as
/// they are made.
extension ResourceServer {
  /// Asks for the record, or believes what introspection said a moment ago.
  mutating func checkRecord(_ visit: consuming ResourceVisit) -> ResourceStep {
    switch policy.check {
    case .signatureOnly:
      return checkScope(visit)
    case .introspection:
      if let known = introspections[visit.token.text], visit.now < known.until {
        return judge(visit, by: known.standing)
      }
      return visit.asking(.introspection(of: visit.token, by: audience))
    case .signals: return checkSignals(visit)
    case .statusList(let ttl):
      return checkStatus(visit, keepingFor: ttl)
    case .denyList, .allowList, .sessionRecord, .tokenVersion:
      return visit.asking(.record(of: visit.token, by: policy.check))
    }
  }

  /// Introspection has been asked. Some servers call a refresh token active for an API, too, which it
  /// is nothing for: only an access token has a `jti`.
  mutating func goOn(
    _ visit: consuming ResourceVisit, knowing answer: Introspection?, _ noted: AccessTokenStanding?
  ) -> ResourceStep {
    var standing = AccessTokenStanding(
      isLive: answer?.tokenID != nil, id: noted?.id,
      audiences: answer?.audience ?? noted?.audiences, scope: answer.map { Scope($0.scope) },
      revokedAt: noted?.revokedAt, confirmation: answer?.confirmation,
      authenticatedAt: answer?.authenticatedAt)
    if isForOthers(standing) { return refuse(visit, givenFor: standing.audiences ?? []) }
    if case .introspection(let cache) = policy.check, cache > .zero {
      introspections = introspections.filter { visit.now < $0.value.until }
      introspections[visit.token.text] = CachedIntrospection(
        answer, standing, askedAt: visit.now, cache: cache)
    }
    visit.cost.reads += 1
    standing.confirms = noted?.confirms
    return judge(visit, by: standing)
  }

  /// Nobody answers. What was said before is believed as long as ever, so this is a token of which
  /// nothing is known.
  func goOnUntold(_ visit: consuming ResourceVisit) -> ResourceStep {
    switch policy.onOutage {
    case .failClosed:
      visit.decision.fail(.endpointUp, Denial(.introspectionDown))
      return visit.answered
    case .failOpen:
      visit.decision.pass(.servedUntold)
      return checkScope(visit)
    }
  }

  /// The shared store has been looked at.
  mutating func goOn(
    _ visit: consuming ResourceVisit, knowing standing: AccessTokenStanding
  ) -> ResourceStep {
    if isForOthers(standing) { return refuse(visit, givenFor: standing.audiences ?? []) }
    visit.cost.reads += 1
    return judge(visit, by: standing)
  }

  /// A handle says nothing; whom it is for the server that gave it knows (RFC 7662 §2.2).
  private func isForOthers(_ standing: AccessTokenStanding) -> Bool {
    guard policy.form.isHandle, let audiences = standing.audiences else { return false }
    return !audiences.contains { sameBytes($0, audience) }
  }

  private func refuse(
    _ visit: consuming ResourceVisit, givenFor audiences: [String]
  ) -> ResourceStep {
    let facts = [
      Fact(.givenFor, .text(audiences.joined(separator: " "))), Fact(.thisIs, .text(audience)),
    ]
    visit.decision.fail(.audienceIsUs, Denial(.tokenRefused(.wrongAudience), facts))
    return visit.answered
  }

  private mutating func judge(
    _ visit: consuming ResourceVisit, by standing: AccessTokenStanding
  ) -> ResourceStep {
    visit.scope = scope(stated: visit.scope, standing.scope)
    visit.authenticatedAt = visit.authenticatedAt ?? standing.authenticatedAt
    if let id = standing.confirms {
      visit.events.append(.refreshTokenConfirmed(id))
      visit.cost.writes += 1
    }
    guard standing.isLive else {
      let facts = standing.revokedAt.map { [Fact(.revokedAt, .instant($0))] } ?? []
      visit.decision.fail(.notRevoked, Denial(.tokenRefused(.revoked), facts))
      return visit.answered
    }
    if policy.form.isHandle { checkKey(of: &visit, boundTo: standing.confirmation) }
    guard visit.decision.isAccepted else { return visit.answered }
    guard policy.check == .sessionRecord, let id = standing.id else {
      return finishRecord(visit, noted: false)
    }
    return visit.asking(.sessionUse(id))
  }

  /// What the token says itself holds to its end, unless the record has a say at each request.
  private func scope(stated: Scope?, _ recorded: Scope?) -> Scope? {
    guard let stated, let recorded, policy.rights.isReadAgain, policy.check.readsRights else {
      return stated ?? recorded
    }
    return stated.without(stated.tokens.filter { !recorded.contains($0) })
  }

  func finishRecord(_ visit: consuming ResourceVisit, noted isNoted: Bool) -> ResourceStep {
    if isNoted { visit.cost.writes += 1 }
    visit.decision.pass(.notRevoked)
    return checkScope(visit)
  }
}
