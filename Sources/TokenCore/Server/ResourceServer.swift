/// A protected API as a value: it serves whoever brings an access token that passes its checks.
public struct ResourceServer: Equatable, Sendable {
  public internal(set) var policy: AccessTokenPolicy
  /// The one authorization server whose tokens it takes: what `iss` has to be (RFC 9068 §4).
  public let issuer: String
  /// Its own identifier, which `aud` has to contain.
  public let audience: String
  /// The key set as last fetched; empty before the first fetch.
  var keySet: [SigningKey] = []
  /// When the set was last fetched.
  var fetchedAt: Instant?
  /// Answers of the introspection endpoint, and until when each is believed. Keyed by the token.
  var introspections: [String: CachedIntrospection] = [:]

  struct CachedIntrospection: Hashable {
    let answer: Introspection?
    let askedAt: Instant
    let until: Instant

    /// An answer is never believed beyond `exp` (RFC 7662 §4).
    init(_ answer: Introspection?, askedAt: Instant, cache: TimeSpan) {
      self.answer = answer
      self.askedAt = askedAt
      until = min(askedAt + cache, answer?.expiresAt?.instant ?? .distantFuture)
    }
  }

  public init(policy: AccessTokenPolicy, issuer: String, audience: String) {
    self.policy = policy
    self.issuer = issuer
    self.audience = audience
  }

  /// Answers one request (RFC 6750 §3.1, RFC 9068 §4). The authorization server is consulted only
  /// where the policy says that its record counts, or for keys.
  public mutating func answer(
    _ request: ResourceRequest, at now: Instant, consulting server: inout AuthorizationServer,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> Answer<ResourceResponse> {
    var visit = Visit(request: request, now: now)
    guard let token = request.token else {
      visit.decision.fail(.credentialsPresent, Denial(.credentialsMissing))
      return visit.answer
    }
    visit.decision.pass(.credentialsPresent)
    switch policy.form {
    case .selfContained: judge(token.text, consulting: server, cryptography, &visit)
    case .reference:
      visit.tokenID = server.accessToken(token.text, at: now, cryptography)
      checkAudience(of: server, &visit)
    }
    if visit.decision.isAccepted { checkShortExpiry(&visit) }
    if visit.decision.isAccepted {
      checkRecord(of: token.text, consulting: &server, cryptography, &visit)
    }
    if visit.decision.isAccepted { checkScope(&visit) }
    if visit.decision.isAccepted, let id = visit.tokenID, server.policy.renewal == .everyRequest {
      replace(id, consulting: &server, using: &random, cryptography, &visit)
    }
    return visit.answer
  }

  /// A request on its way through the checks.
  struct Visit {
    let request: ResourceRequest
    let now: Instant
    var decision = Decision()
    /// The row behind the token, where the server has one.
    var tokenID: AccessTokenID?
    var claims: AccessTokenClaims?
    var scope: Scope?
    var freshToken: AccessToken?
    var events: [ServerEvent] = []
    var cost = StoreCost.none

    var answer: Answer<ResourceResponse> {
      Answer(
        response: ResourceResponse(
          status: decision.denial?.status ?? 200, error: decision.denial?.error,
          freshToken: freshToken, host: request.host),
        decision: decision, events: events, cost: cost)
    }
  }

  /// A handle says nothing; whom it is for the server that gave it knows (RFC 7662 §2.2).
  private func checkAudience(of server: AuthorizationServer, _ visit: inout Visit) {
    guard visit.tokenID != nil, !server.audiences.contains(where: { sameBytes($0, audience) })
    else { return }
    let facts = [
      Fact("given for", .text(server.audiences.joined(separator: " "))),
      Fact("this is", .text(audience)),
    ]
    visit.decision.fail(.audienceIsUs, Denial(.tokenRefused(.wrongAudience), facts))
  }

  /// What it wants of a token that one of the keys signed.
  public func expectation(with keys: [SigningKey]) -> AccessTokenExpectation {
    AccessTokenExpectation(
      issuer: issuer, audience: audience, keys: keys, leeway: policy.leeway)
  }

  private mutating func judge(
    _ text: String, consulting server: AuthorizationServer,
    _ cryptography: some TokenCryptography, _ visit: inout Visit
  ) {
    var expectation = expectation(with: keys(of: server, at: visit.now))
    var verdict = cryptography.verify(text, against: expectation, at: NumericDate(visit.now))
    if verdict == .refused(.unknownKey), refetchKeys(of: server, at: visit.now) {
      expectation.keys = keySet
      verdict = cryptography.verify(text, against: expectation, at: NumericDate(visit.now))
    }
    visit.claims = note(verdict, at: visit.now, &visit.decision)
    visit.scope = visit.claims?.scope.map(Scope.init)
    visit.tokenID = visit.claims.flatMap(server.accessTokenID)
  }

  /// The private claim, where this server knows it. A token without one was not meant for it.
  private func checkShortExpiry(_ visit: inout Visit) {
    guard policy.shortExpiry.checkedSpan != nil else { return }
    let end = visit.claims?.usableUntil?.instant ?? .start
    let facts = [Fact("useExp", .instant(end)), Fact("now", .instant(visit.now))]
    guard visit.now < end + policy.leeway else {
      return visit.decision.fail(.withinShortExpiry, Denial(.shortExpiryOver, facts))
    }
    visit.decision.pass(.withinShortExpiry, facts)
  }

  private func checkScope(_ visit: inout Visit) {
    let scope = visit.scope ?? Scope("")
    guard scope.contains(visit.request.requiredScope) else {
      let facts = [
        Fact("token has", .text(scope.description)),
        Fact("needs", .text(visit.request.requiredScope)),
      ]
      return visit.decision.fail(.scopeSufficient, Denial(.scopeInsufficient, facts))
    }
    visit.decision.pass(.scopeSufficient)
  }

  /// A fresh token goes with the answer; the one that was brought has served.
  private func replace(
    _ id: AccessTokenID, consulting server: inout AuthorizationServer,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography,
    _ visit: inout Visit
  ) {
    guard let (token, events) = server.replace(id, at: visit.now, using: &random, cryptography)
    else { return }
    visit.freshToken = token
    visit.events += events
    visit.cost.writes += 2
  }
}

extension AuthorizationServer {
  /// Ends an access token and gives the next one of its family; nil where the token has been replaced
  /// already, or where the grant behind it stands no more.
  mutating func replace(
    _ id: AccessTokenID, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> (AccessToken, [ServerEvent])? {
    let record = accessTokens[id.index]
    let family = families[record.family.index]
    guard record.revokedAt == nil, isAlive(family, at: now) else { return nil }
    accessTokens[id.index].revokedAt = now
    var issue = Issue(
      family: family.id, at: now, scope: permitted(record.scope, for: family.user))
    issue.note(.accessTokenRevoked(id))
    let token = issueAccessToken(&issue, using: &random, cryptography)
    return (token, issue.events)
  }
}
