extension AuthorizationServer {
  /// The refresh grant (RFC 6749 §6): rules first, then carries the ruling out.
  mutating func refresh(
    _ request: TokenRequest, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    var decision = Decision()
    if let denial = malformation(
      of: request.form, basic: request.basic, requiring: ["refresh_token"])
    {
      decision.fail(.requestWellFormed, denial)
      return refusal(decision)
    }
    let presented = present(request, at: now, cryptography)
    if presented.id == nil, let id = accessTokenTakenFor(presented, request, at: now, cryptography)
    {
      return refresh(with: id, presented, at: now, using: &random, cryptography)
    }
    let ruling = ruling(on: presented, at: now)
    guard ruling.decision.isAccepted, let id = presented.id else {
      return carryOut(ruling, at: now)
    }
    let family = refreshTokens[id.index].family
    var issue = Issue(
      family: family, at: now, scope: permitted(presented.scope, in: family),
      boundTo: binding(to: presented.key))
    let replaced = predecessors(in: ruling.action, of: family)
    let token = carryOut(ruling.action, &issue, using: &random, cryptography)
    issue.refreshToken = token?.label ?? id
    if policy.accessToken.endsAtRefresh, keepsAccessTokenRecord {
      endAccessTokens(of: family, &issue) { replaced.contains($0.renewedBy) }
    }
    let access = issueAccessToken(&issue, using: &random, cryptography)
    return grant(
      access, token, issue, ruling.decision,
      cost: StoreCost(reads: rowReads, writes: writes(for: issue.events)))
  }

  /// The refresh tokens whose access tokens the next one replaces: what is presented, and in a retry
  /// what stood in its place before. The access tokens of another branch are not before this one.
  private func predecessors(
    in action: RefreshAction, of family: FamilyID
  ) -> [RefreshTokenID?] {
    switch action {
    case .refuse, .refuseAndClose, .refuseAndRespond: []
    case .keep(let id), .renew(let id), .rotate(let id), .branch(let id), .cross(let id): [id]
    case .giveAgain(let id, let successor): [id, successor]
    case .reRotate(let id):
      [id] + families[family.index].refreshTokens.filter { refreshTokens[$0.index].isCurrent }
    }
  }

  /// The token, its family and its user, where there are rows to read.
  private var rowReads: Int { policy.refresh?.form == .opaque ? 3 : 0 }

  mutating func present(
    _ request: TokenRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> PresentedRefreshToken {
    let form = request.form
    return PresentedRefreshToken(
      id: refreshToken(form["refresh_token"].text ?? "", at: now, cryptography),
      client: identify(form, basic: request.basic, cryptography),
      key: provenKey(of: request, at: now, cryptography),
      scope: form["scope"].text.map(Scope.init))
  }

  /// The row of a presented refresh token, if the server has it and still remembers it. A signed one
  /// must first show the server's own signature; its row is then the lab's note, not the server's.
  func refreshToken(
    _ text: String, at now: Instant, _ cryptography: some TokenCryptography
  ) -> RefreshTokenID? {
    let id = refreshTokenID(of: TokenDigest(of: text, by: cryptography))
    guard let id, !isForgotten(id, at: now) else { return nil }
    guard case .signed(let isTyped) = policy.refresh?.form else { return id }
    let expectation = AccessTokenExpectation(
      issuer: issuer, audience: refreshAudiences(isTyped: isTyped)[0], keys: publishedKeys,
      leeway: .days(3650), type: isTyped ? .refreshToken : .accessToken)
    let verdict = cryptography.verify(text, against: expectation, at: NumericDate(now))
    if case .accepted = verdict { return id }
    return nil
  }

  /// What the access token of this answer may do: what was asked for, or all of the grant, less what
  /// the rows of user and client no longer allow. Never more than the grant (RFC 6749 §6), so a new role
  /// takes a new sign-in; and a server that keeps no rows of tokens goes by what the signed one says and
  /// by the client's row.
  func permitted(_ asked: Scope?, in family: FamilyID) -> Scope {
    let family = families[family.index]
    let scope = asked ?? family.scope
    return policy.refresh?.form == .opaque
      ? permitted(scope, for: family.user, by: family.client) : permitted(scope, by: family.client)
  }

  /// Carries out a refusal. What a reuse revokes stays revoked although the answer is an error.
  private mutating func carryOut(
    _ ruling: RefreshRuling, at now: Instant
  ) -> Answer<TokenResponse> {
    var events: [ServerEvent] = []
    switch ruling.action {
    case .refuseAndRespond(let id, let cause, let response):
      let family = refreshTokens[id.index].family
      events.append(.refreshTokenReused(id, family: family, cause))
      events += answer(response, to: family, at: now)
    case .refuseAndClose(let family):
      events += close(family, at: now)
    case .refuse, .keep, .renew, .rotate, .cross, .giveAgain, .branch, .reRotate:
      break
    }
    return refusal(
      ruling.decision, events: events, cost: StoreCost(reads: rowReads, writes: writes(for: events))
    )
  }

  /// Carries out an acceptance; gives the refresh token of the answer, or nil where the old one
  /// stays good (RFC 6749 §6).
  private mutating func carryOut(
    _ action: RefreshAction, _ issue: inout Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    switch action {
    case .refuse, .refuseAndClose, .refuseAndRespond:
      return nil
    case .keep(let id):
      noteUse(of: id, at: issue.now)
      issue.note(.refreshTokenUsed(id))
      return nil
    case .renew(let id):
      noteUse(of: id, at: issue.now)
      issue.note(.refreshTokenUsed(id))
      return issueRefreshToken(&issue, parent: id, using: &random, cryptography)
    case .giveAgain(let id, let successor):
      noteRetry(of: id, gave: successor, &issue)
      extendRetryCopy(of: successor, at: issue.now)
      return retryCopies[successor]?.token
    case .rotate(let id):
      return rotate(id, &issue, using: &random, cryptography)
    case .cross(let id):
      return cross(id, &issue, using: &random, cryptography)
    case .branch(let id):
      return branch(id, &issue, using: &random, cryptography)
    case .reRotate(let id):
      for token in families[issue.family.index].refreshTokens { displace(token, &issue) }
      return branch(id, &issue, using: &random, cryptography)
    }
  }

  /// Of a signed token nobody notes a use: it ends when it says.
  private mutating func noteUse(of id: RefreshTokenID, at now: Instant) {
    guard let refresh = policy.refresh, refresh.form == .opaque else { return }
    change(.refreshTokenUsed(id, idleDeadline: refresh.idleLifetime.map { now + $0 }))
  }

  private mutating func rotate(
    _ id: RefreshTokenID, _ issue: inout Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    let record = refreshTokens[id.index]
    let token = issueRefreshToken(&issue, parent: id, using: &random, cryptography)
    guard let token, let successor = token.label else { return nil }
    let spent = RefreshTokenRecord.State.spent(
      at: issue.now, successor: successor, lastPresentedAt: issue.now)
    change(.refreshTokenChanged(id, spent))
    issue.note(.refreshTokenSpent(id, successor: successor))
    keepRetryCopy(of: token, at: issue.now)
    if policy.refresh?.rotation.grace.hasOneWinner == true {
      displaceSiblings(of: record, &issue)
    }
    return token
  }

  private mutating func branch(
    _ id: RefreshTokenID, _ issue: inout Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    let token = issueRefreshToken(&issue, parent: id, using: &random, cryptography)
    if let label = token?.label { noteRetry(of: id, gave: label, &issue) }
    return token
  }

  /// To the server this is a rotation like any other. The row keeps the first one's moment: from then it
  /// counts until the first write is there.
  private mutating func cross(
    _ id: RefreshTokenID, _ issue: inout Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    let token = issueRefreshToken(&issue, parent: id, using: &random, cryptography)
    if let successor = token?.label { issue.note(.refreshTokenSpent(id, successor: successor)) }
    return token
  }

  /// Keeps the successor in clear while a retry may ask for it again.
  private mutating func keepRetryCopy(of token: RefreshToken, at now: Instant) {
    guard case .window(let window) = policy.refresh?.rotation.grace, token.label != nil,
      window.answer.needsCopy
    else { return }
    change(.retryCopyKept(token, until: now + window.length))
  }

  /// A window that restarts at each retry keeps the copy as long as it keeps the window.
  private mutating func extendRetryCopy(of id: RefreshTokenID, at now: Instant) {
    guard case .window(let window) = policy.refresh?.rotation.grace, window.anchor.isRestarted,
      let copy = retryCopies[id]
    else { return }
    change(.retryCopyKept(copy.token, until: now + window.length))
  }

  private mutating func noteRetry(
    of id: RefreshTokenID, gave successor: RefreshTokenID, _ issue: inout Issue
  ) {
    if case .spent(let at, let first, _) = refreshTokens[id.index].state {
      let isDisplaced =
        if case .displaced = refreshTokens[first.index].state { true } else { false }
      let spent = RefreshTokenRecord.State.spent(
        at: at, successor: isDisplaced ? successor : first, lastPresentedAt: issue.now)
      change(.refreshTokenChanged(id, spent))
      change(.refreshTokenRetried(id, times: refreshTokens[id.index].retries + 1))
    }
    issue.note(.refreshTokenRetried(id, gave: successor))
  }

  private mutating func displace(_ id: RefreshTokenID, _ issue: inout Issue) {
    guard refreshTokens[id.index].isCurrent else { return }
    change(.refreshTokenChanged(id, .displaced(at: issue.now)))
    issue.note(.refreshTokenDisplaced(id))
  }

  /// Of several successors given for one token, the first that is used wins.
  private mutating func displaceSiblings(
    of record: RefreshTokenRecord, _ issue: inout Issue
  ) {
    guard let parent = record.parent else { return }
    for sibling in successors(of: refreshTokens[parent.index]) where sibling != record.id {
      displace(sibling, &issue)
    }
  }
}
