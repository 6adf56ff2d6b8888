extension AuthorizationServer {
  /// Gives a new access token for an expired one inside the window, with the scope that the old one
  /// has. Without a look at the user's row the server compares timestamps only, and so can neither
  /// refuse anybody nor narrow what they may do.
  mutating func reissueToken(
    _ request: TokenRequest, _ reissue: ReissuePolicy, at now: Instant,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    var decision = Decision()
    let cost = StoreCost(
      reads: (reissue.looksAtUser ? 1 : 0) + (reissue.looksAtRecord ? 1 : 0), writes: 0)
    let claims = presentedClaims(request, at: now, cryptography, &decision)
    guard let claims, let old = accessTokenID(of: claims) else { return refusal(decision) }
    let key = provenKey(of: request, at: now, cryptography)
    check(key, behind: claims, &decision)
    if decision.isAccepted { check(claims, reissue, at: now, &decision) }
    if reissue.looksAtRecord { checkRecord(of: old, &decision) }
    guard decision.isAccepted else { return refusal(decision, cost: cost) }
    let family = accessTokens[old.index].family
    var scope = Scope(claims.scope ?? "")
    if reissue.looksAtUser {
      let grant = families[family.index]
      scope = self.grant(scope, to: grant.client, for: grant.user, &decision)
    }
    guard decision.isAccepted else { return refusal(decision, cost: cost) }
    var issue = Issue(family: family, at: now, scope: scope, boundTo: binding(to: key))
    if policy.accessToken.endsAtRefresh, keepsAccessTokenRecord {
      endAccessTokens(of: family, &issue) { $0.id == old }
    }
    let access = issueAccessToken(&issue, using: &random, cryptography)
    return grant(
      access, nil, issue, decision,
      cost: StoreCost(reads: cost.reads, writes: writes(for: issue.events)))
  }

  /// The claims of the presented token, its `exp` left aside.
  private func presentedClaims(
    _ request: TokenRequest, at now: Instant, _ cryptography: some TokenCryptography,
    _ decision: inout Decision
  ) -> AccessTokenClaims? {
    if let denial = malformation(
      of: request.form, basic: request.basic, requiring: ["access_token"])
    {
      decision.fail(.requestWellFormed, denial)
      return nil
    }
    decision.pass(.requestWellFormed)
    guard case .identified = identify(request.form, basic: request.basic, cryptography) else {
      decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
      return nil
    }
    decision.pass(.clientAuthenticated)
    let expectation = AccessTokenExpectation(
      issuer: issuer, audience: audiences[0], keys: publishedKeys, leeway: .days(3650))
    let text = request.form["access_token"].text ?? ""
    switch cryptography.verify(text, against: expectation, at: NumericDate(now)) {
    case .accepted(let claims):
      decision.pass(.signatureValid)
      return claims
    case .refused(let flaw, _):
      decision.fail(flaw.check, Denial(.reissueRefused(flaw)))
      return nil
    }
  }

  /// A bound token is exchanged only for whoever has its key, and binds the next one to it.
  private func check(
    _ key: ProvenKey, behind claims: AccessTokenClaims, _ decision: inout Decision
  ) {
    guard policy.accessToken.binding.needsProof else { return }
    if let denial = key.denial { return decision.fail(.keyMatches, denial) }
    guard let thumbprint = key.thumbprint, let bound = claims.confirmation,
      sameBytes(thumbprint, bound)
    else { return decision.fail(.keyMatches, Denial(.proofByAnotherKey)) }
    decision.pass(.keyMatches, [Fact(.key, .text(String(bound.prefix(8))))])
  }

  private func check(
    _ claims: AccessTokenClaims, _ reissue: ReissuePolicy, at now: Instant,
    _ decision: inout Decision
  ) {
    let signedIn = (claims.authenticatedAt ?? claims.issuedAt).instant
    let anchor =
      switch reissue.anchor {
      case .signIn: signedIn
      case .lastIssue: claims.issuedAt.instant
      }
    let end = anchor + reissue.window
    let facts = [Fact(.closesAt, .instant(end)), Fact(.now, .instant(now))]
    guard now < end else { return decision.fail(.withinWindow, Denial(.windowClosed, facts)) }
    decision.pass(.withinWindow, facts)
    if reissue.looksAtUser { checkUser(of: claims, since: signedIn, &decision) }
  }

  private func checkRecord(of id: AccessTokenID, _ decision: inout Decision) {
    guard keepsAccessTokenRecord, let end = accessTokens[id.index].revokedAt else {
      return decision.pass(.notRevoked)
    }
    decision.fail(
      .notRevoked, Denial(.reissueRefused(.revoked), [Fact(.revokedAt, .instant(end))]))
  }

  private func checkUser(
    of claims: AccessTokenClaims, since signedIn: Instant, _ decision: inout Decision
  ) {
    guard let user = users.first(where: { sameBytes($0.name, claims.subject) }), user.isEnabled
    else { return decision.fail(.userEnabled, Denial(.userDisabled)) }
    decision.pass(.userEnabled)
    guard let changed = user.credentialsChangedAt, changed >= signedIn else {
      return decision.pass(.credentialsUnchanged)
    }
    let facts = [Fact(.changedAt, .instant(changed)), Fact(.signedInAt, .instant(signedIn))]
    decision.fail(.credentialsUnchanged, Denial(.credentialsChanged, facts))
  }

  /// The lab's note of which token it is.
  func accessTokenID(of claims: AccessTokenClaims) -> AccessTokenID? {
    accessTokenID(ofTokenID: claims.tokenID)
  }
}
