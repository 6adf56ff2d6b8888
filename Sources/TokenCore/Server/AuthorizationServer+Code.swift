extension AuthorizationServer {
  /// The authorization code grant with PKCE (RFC 6749 §4.1.3, RFC 7636 §4.5).
  mutating func exchangeCode(
    _ request: TokenRequest, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    var decision = Decision()
    let key = provenKey(of: request, at: now, cryptography)
    let found = examine(request, key, at: now, cryptography, &decision)
    guard let found, decision.isAccepted else {
      return refuseCode(found, decision, at: now)
    }
    let family = openFamily(for: codes[found], boundTo: key, at: now)
    change(.codeUsed(found, for: family))
    var issue = Issue(
      family: family, at: now, scope: families[family.index].scope, boundTo: binding(to: key))
    issue.note(.familyStarted(family, user: codes[found].user))
    issue.refreshToken = policy.refresh.map { _ in RefreshTokenID(index: refreshTokens.count) }
    let access = issueAccessToken(&issue, using: &random, cryptography)
    let refresh = issueRefreshToken(&issue, parent: nil, using: &random, cryptography)
    return grant(
      access, refresh, issue, decision,
      cost: StoreCost(reads: 2, writes: 1 + writes(for: issue.events)))
  }

  /// Puts the questions of the code grant in order; gives the code's index once it is known.
  private func examine(
    _ request: TokenRequest, _ key: ProvenKey, at now: Instant,
    _ cryptography: some TokenCryptography, _ decision: inout Decision
  ) -> Int? {
    let form = request.form
    if let denial = malformation(
      of: form, basic: request.basic, requiring: ["code", "code_verifier"])
    {
      decision.fail(.requestWellFormed, denial)
      return nil
    }
    decision.pass(.requestWellFormed)
    guard case .identified(let client) = identify(form, basic: request.basic, cryptography) else {
      decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
      return nil
    }
    decision.pass(.clientAuthenticated)
    let digest = TokenDigest(of: form["code"].text ?? "", by: cryptography)
    guard let index = codePlace(of: digest), codes[index].client == client else {
      decision.fail(.codeKnown, Denial(.codeUnknown))
      return nil
    }
    decision.pass(.codeKnown)
    if policy.bindsToKey, let denial = key.denial {
      decision.fail(.keyMatches, denial)
      return nil
    }
    judge(
      codes[index], verifier: form["code_verifier"].text ?? "", at: now, cryptography, &decision)
    return index
  }

  /// The verifier comes before the question of reuse, so that nobody without it can make the server
  /// revoke anything by replaying a code (OAuth 2.1 §7.5.2).
  private func judge(
    _ code: AuthorizationCode, verifier: String, at now: Instant,
    _ cryptography: some TokenCryptography, _ decision: inout Decision
  ) {
    let challenge = codeChallenge(of: verifier, cryptography)
    guard sameBytes(challenge, code.codeChallenge) else {
      return decision.fail(.verifierMatches, Denial(.verifierMismatch))
    }
    decision.pass(.verifierMatches)
    guard code.usedFor == nil else {
      return decision.fail(.codeUnused, Denial(.codeUsed))
    }
    decision.pass(.codeUnused)
    guard now < code.expiresAt else {
      let facts = [Fact(.expiredAt, .instant(code.expiresAt)), Fact(.now, .instant(now))]
      return decision.fail(.codeFresh, Denial(.codeExpired, facts))
    }
    decision.pass(.codeFresh)
    if let end = ssoSessions[code.session.index].end {
      let facts = [
        Fact(.ssoSession, .text("\(code.session)")), Fact(.sessionEndedAt, .instant(end.at)),
        Fact(.becauseOf, .text(end.reason.rawValue)),
      ]
      return decision.fail(.sessionStands, Denial(.codeSessionEnded, facts))
    }
    decision.pass(.sessionStands)
    let user = users[code.user.index]
    guard user.isEnabled else {
      let facts = [Fact(.user, .text(user.name))]
      return decision.fail(.userEnabled, Denial(.userDisabled, facts))
    }
    decision.pass(.userEnabled)
    _ = grant(code.scope, to: code.client, for: code.user, &decision)
  }

  /// A code that comes back ends what its first use gave (RFC 6749 §4.1.2).
  private mutating func refuseCode(
    _ found: Int?, _ decision: Decision, at now: Instant
  ) -> Answer<TokenResponse> {
    guard let found, decision.denial?.reason == .codeUsed, let family = codes[found].usedFor
    else { return refusal(decision, cost: StoreCost(reads: 1, writes: 0)) }
    let events = revoke([family], because: .codeReplayed, at: now)
    return refusal(decision, events: events, cost: StoreCost(reads: 1, writes: writes(for: events)))
  }

  /// The person may have lost a role since the code was made.
  private mutating func openFamily(
    for code: AuthorizationCode, boundTo key: ProvenKey, at now: Instant
  ) -> FamilyID {
    let id = FamilyID(index: families.count)
    var family = TokenFamily(
      id: id, user: code.user, client: code.client,
      scope: permitted(code.scope, for: code.user, by: code.client),
      session: code.session, authenticatedAt: code.authenticatedAt, startedAt: now,
      lastUsedAt: now, state: .active)
    if policy.refresh?.binding.needsProof == true, registrations[code.client.index].kind == .public
    {
      family.keyThumbprint = key.thumbprint
    }
    change(.familyStarted(family))
    return id
  }
}
