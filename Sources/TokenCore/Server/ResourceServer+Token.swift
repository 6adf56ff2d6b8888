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
