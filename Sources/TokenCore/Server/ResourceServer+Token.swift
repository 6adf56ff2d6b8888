/// What the token says itself.
extension ResourceServer {
  /// A token that names a key outside the set makes it ask for the set once more.
  mutating func judge(
    _ visit: consuming ResourceVisit, _ cryptography: some TokenCryptography
  ) -> ResourceStep {
    let verdict = verdict(on: visit.token.text, at: visit.now, cryptography)
    if verdict == .refused(.unknownKey), mayFetchKeysAgain(at: visit.now) {
      return visit.asking(.keySet)
    }
    visit.claims = note(verdict, at: visit.now, &visit.decision)
    visit.scope = visit.claims?.scope.map(Scope.init)
    visit.authenticatedAt = visit.claims?.authenticatedAt
    if visit.decision.isAccepted { checkShortExpiry(&visit) }
    if visit.decision.isAccepted { checkKey(of: &visit, boundTo: visit.claims?.confirmation) }
    return visit.decision.isAccepted ? checkRecord(visit) : visit.answered
  }

  /// A signature that was found good under these keys is not computed again; all else is asked again.
  private mutating func verdict(
    on text: String, at now: Instant, _ cryptography: some TokenCryptography
  ) -> AccessTokenVerdict {
    let expectation = expectation(with: keySet)
    if let claims = verified[text] {
      return cryptography.judgeAgain(claims, against: expectation, at: NumericDate(now))
    }
    let verdict = cryptography.verify(text, against: expectation, at: NumericDate(now))
    if case .accepted(let claims) = verdict {
      remember(text, saying: claims, at: now)
    }
    return verdict
  }

  /// The private claim, where this server knows it. A token without one was not meant for it.
  private func checkShortExpiry(_ visit: inout ResourceVisit) {
    guard policy.shortExpiry.checkedSpan != nil else { return }
    let end = visit.claims?.usableUntil?.instant ?? .start
    let facts = [Fact(.usableUntil, .instant(end)), Fact(.now, .instant(visit.now))]
    guard visit.now < end + policy.leeway else {
      return visit.decision.fail(.withinShortExpiry, Denial(.shortExpiryOver, facts))
    }
    visit.decision.pass(.withinShortExpiry, facts)
  }

  /// Whether the person authenticated lately enough (RFC 9470 §3). It is asked last, so that nobody has
  /// to sign in again for a call that would be refused anyway; a token that does not say is too old.
  private func checkAge(of visit: inout ResourceVisit) {
    guard let maxAge = policy.maxAge else { return }
    let signedIn =
      visit.authenticatedAt.map { [Fact(.authenticatedAt, .instant($0.instant))] } ?? []
    let facts = signedIn + [Fact(.maxAge, .span(maxAge)), Fact(.now, .instant(visit.now))]
    guard let date = visit.authenticatedAt, visit.now < date.olderThan(maxAge) else {
      visit.maxAge = maxAge
      return visit.decision.fail(.signInRecent, Denial(.signInTooOld, facts))
    }
    visit.decision.pass(.signInRecent, facts)
  }

  /// Asks for the next token once the request is allowed what it asks for.
  func checkScope(_ visit: consuming ResourceVisit) -> ResourceStep {
    let scope = visit.scope ?? Scope("")
    guard scope.contains(visit.request.requiredScope) else {
      let facts = [
        Fact(.tokenHas, .text(scope.description)),
        Fact(.needs, .text(visit.request.requiredScope)),
      ]
      visit.decision.fail(.scopeSufficient, Denial(.scopeInsufficient, facts))
      return visit.answered
    }
    visit.decision.pass(.scopeSufficient)
    checkAge(of: &visit)
    guard visit.decision.isAccepted else { return visit.answered }
    return givesNextToken ? visit.asking(.nextToken(after: visit.token)) : visit.answered
  }

  /// A fresh token goes with the answer; the one that was brought has served.
  func finish(
    _ visit: consuming ResourceVisit, with token: AccessToken?, _ events: [ServerEvent]
  ) -> ResourceStep {
    guard let token else { return visit.answered }
    visit.freshToken = token
    visit.events += events
    if policy.check.looksAtToken { visit.cost.writes += 2 }
    return visit.answered
  }
}
