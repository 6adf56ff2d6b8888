/// What resource servers ask of the authorization server.
extension AuthorizationServer {
  /// Replies to what a resource server asks on the way to an answer. `sessionUse` and `nextToken`
  /// change something here, and so does a look at a token that confirms its refresh token; only
  /// `nextToken` draws randomness.
  public mutating func reply(
    to question: ResourceQuestion, at now: Instant,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> ResourceReply {
    switch question {
    case .keySet:
      return .keySet(publishedKeys)
    case .introspection where isBroken(.introspection):
      return .unavailable
    case .introspection(let token, let audience):
      let inquirer = Inquirer.resourceServer(audience: audience)
      let answer = introspect(token.text, for: inquirer, at: now, cryptography)
      let row = row(of: token, cryptography)
      let isLive = answer?.tokenID != nil
      return .introspection(answer, standing: noting(row, isLive: isLive, at: now))
    case .record(let token, let check):
      let row = row(of: token, cryptography)
      let isLive = isLive(row.map(record(of:)), token.claims, by: check, at: now)
      return .record(noting(row, isLive: isLive, at: now))
    case .statusList:
      guard let list = statusList(at: now) else { preconditionFailure("no policy for a list") }
      return .statusList(list)
    case .sessionUse(let id):
      guard policy.session != nil else { return .sessionUse(isNoted: false) }
      change(.familyUsed(accessTokens[id.index].family, at: now))
      return .sessionUse(isNoted: true)
    case .nextToken(let token):
      let next = row(of: token, cryptography).flatMap {
        replace($0, at: now, using: &random, cryptography)
      }
      return .nextToken(next?.0, events: next?.1 ?? [])
    }
  }

  private func row(
    of token: PresentedAccessToken, _ cryptography: some TokenCryptography
  ) -> AccessTokenID? {
    token.claims.map(accessTokenRow(of:)) ?? handleRow(of: token.text, cryptography)
  }

  /// What the store says of a token. That it is looked up for a call may confirm the refresh token that
  /// came with it.
  private mutating func noting(
    _ row: AccessTokenID?, isLive: Bool, at now: Instant
  ) -> AccessTokenStanding {
    var standing = standing(of: row, isLive: isLive)
    if isLive, let row, let id = confirmed(by: row) {
      change(.refreshTokenConfirmed(id, at: now))
      standing.confirms = id
    }
    return standing
  }

  private func standing(of row: AccessTokenID?, isLive: Bool) -> AccessTokenStanding {
    let record = row.map(record(of:))
    let scope = record.map(currentScope)
    return AccessTokenStanding(
      isLive: isLive, id: row, audiences: record.map { _ in audiences }, scope: scope,
      revokedAt: record?.revokedAt, confirmation: record?.confirmation,
      authenticatedAt: record.map {
        NumericDate(families[$0.family.index].authenticatedAt).inWholeSeconds
      })
  }

  /// What an access token allows by now: what its row says, less what the rows of user and client no
  /// longer allow where those are read at each request.
  func currentScope(of record: AccessTokenRecord) -> Scope {
    guard policy.accessToken.rights.isReadAgain else { return record.scope }
    let family = families[record.family.index]
    return permitted(record.scope, for: family.user, by: family.client)
  }

  /// Whether the store stands behind a token, by what the policy has resource servers look at.
  private func isLive(
    _ record: AccessTokenRecord?, _ claims: AccessTokenClaims?, by check: AccessTokenCheck,
    at now: Instant
  ) -> Bool {
    let row = record.flatMap { keepsRow(of: $0.id) ? $0 : nil }
    switch check {
    case .signatureOnly, .introspection, .statusList, .signals:
      return record.map { isLive($0.id, at: now) } ?? false
    case .denyList(let delay):
      return record?.revokedAt.map { now < $0 + delay } ?? true
    case .allowList:
      return row.map { $0.revokedAt == nil && now < lastMoment(of: $0) } ?? false
    case .sessionRecord:
      return row.map { isSessionOpen($0, at: now) } ?? false
    case .tokenVersion:
      let user = users.first { sameBytes($0.name, claims?.subject ?? "") }
      return user.map { $0.isEnabled && $0.tokenVersion == claims?.tokenVersion } ?? false
    }
  }

  /// Gives the next access token of a family and ends the one before, where there is a record of it;
  /// nil where that says that it has been replaced already, or where the grant stands no more or
  /// allows nothing any more.
  private mutating func replace(
    _ id: AccessTokenID, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> (AccessToken, [ServerEvent])? {
    let record = accessTokens[id.index]
    let family = families[record.family.index]
    let isStruckOff = keepsAccessTokenRecord && record.revokedAt != nil
    let scope = permitted(record.scope, for: family.user, by: family.client)
    guard !isStruckOff, isAlive(family, at: now), !scope.tokens.isEmpty else { return nil }
    var issue = Issue(family: family.id, at: now, scope: scope, boundTo: record.confirmation)
    if keepsAccessTokenRecord {
      change(.accessTokenRevoked(id, at: now))
      issue.note(.accessTokenRevoked(id))
      for event in arrivals(of: id, at: now) { issue.note(event) }
    }
    let token = issueAccessToken(&issue, using: &random, cryptography)
    return (token, issue.events)
  }
}
