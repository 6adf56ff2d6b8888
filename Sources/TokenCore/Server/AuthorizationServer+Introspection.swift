extension AuthorizationServer {
  /// The introspection endpoint (RFC 7662). Only a client that authenticates with a secret may ask, and
  /// it is told only of tokens that concern it.
  public func answer(
    _ request: IntrospectionRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<IntrospectionResponse> {
    var decision = Decision()
    guard !isBroken(.introspection) else {
      decision.fail(.endpointUp, Denial(.introspectionDown))
      return Answer(response: .unavailable, decision: decision)
    }
    if let denial = malformation(of: request.form, basic: request.basic, requiring: ["token"]) {
      decision.fail(.requestWellFormed, denial)
      return Answer(response: .error(.invalidRequest, status: 400), decision: decision)
    }
    decision.pass(.requestWellFormed)
    let client = identify(request.form, basic: request.basic, cryptography)
    guard case .identified(let id) = client, case .confidential = registrations[id.index].kind
    else {
      decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
      return Answer(response: .error(.invalidClient, status: 401), decision: decision)
    }
    decision.pass(.clientAuthenticated)
    let text = request.form["token"].text ?? ""
    let found = introspect(text, for: .client(id), at: now, cryptography)
    return Answer(
      response: found.map { .active($0) } ?? .inactive, decision: decision,
      cost: StoreCost(reads: 1, writes: 0))
  }

  /// What the server says of a token: nil for inactive, whatever the reason (RFC 7662 §2.2).
  func introspect(
    _ text: String, for inquirer: Inquirer, at now: Instant,
    _ cryptography: some TokenCryptography
  ) -> Introspection? {
    if let id = refreshToken(text, at: now, cryptography) {
      let record = record(of: id)
      guard isIssued(record.family, to: inquirer), record.isCurrent, isUsable(id, at: now)
      else { return nil }
      return introspection(record.family, record.issuedAt, expiry(of: id))
    }
    guard let id = accessToken(text, at: now, cryptography), isLive(id, at: now) else { return nil }
    let record = record(of: id)
    guard isIssued(record.family, to: inquirer) || isAudience(inquirer) else { return nil }
    return introspection(record.family, record.issuedAt, record.expiresAt, of: record)
  }

  /// Who asks about a token.
  enum Inquirer {
    /// Whoever authenticated at the introspection endpoint.
    case client(RegistrationID)
    /// A resource server on the way to an answer, by its identifier.
    case resourceServer(audience: String)
  }

  /// Whether the tokens of the family were given to whoever asks.
  private func isIssued(_ family: FamilyID, to inquirer: Inquirer) -> Bool {
    switch inquirer {
    case .client(let id): families[family.index].client == id
    case .resourceServer: false
    }
  }

  /// Whether access tokens are for whoever asks: no other resource server is told of them, so that
  /// none learns what a token is worth elsewhere (RFC 7662 §4).
  private func isAudience(_ inquirer: Inquirer) -> Bool {
    let identifier: String? =
      switch inquirer {
      case .client(let id): registrations[id.index].audience
      case .resourceServer(let audience): audience
      }
    return audiences.contains { sameBytes($0, identifier ?? "") }
  }

  /// A bound token's key is told (RFC 9449 §6.2); a bearer token has none.
  private func introspection(
    _ id: FamilyID, _ issuedAt: Instant, _ expiresAt: Instant?, of token: AccessTokenRecord? = nil
  ) -> Introspection {
    let family = families[id.index]
    return Introspection(
      scope: (token.map(currentScope) ?? family.scope).description,
      clientID: registrations[family.client.index].clientID,
      subject: users[family.user.index].name, issuedAt: NumericDate(issuedAt),
      expiresAt: expiresAt.map(NumericDate.init), tokenID: token?.tokenID,
      audience: token.map { _ in audiences },
      authenticatedAt: token.map { _ in NumericDate(family.authenticatedAt).inWholeSeconds },
      confirmation: token == nil ? family.keyThumbprint : token?.confirmation)
  }

  /// Whether the server's record still stands behind an access token: not expired, not revoked, its
  /// family alive and its user enabled.
  func isLive(_ id: AccessTokenID, at now: Instant) -> Bool {
    let record = accessTokens[id.index]
    return now < record.expiresAt && record.revokedAt == nil
      && isAlive(families[record.family.index], at: now)
  }

  /// Whether a request with this token finds its session open, and the token's own time not over.
  func isSessionOpen(_ record: AccessTokenRecord, at now: Instant) -> Bool {
    record.revokedAt == nil && now < lastMoment(of: record)
      && isAlive(families[record.family.index], at: now)
  }

  /// When a resource server stops serving a token by its time: a JWT has the leeway for its clock, a
  /// handle is judged by the server's own clock and has none.
  func lastMoment(of record: AccessTokenRecord) -> Instant {
    record.expiresAt + (policy.accessToken.form.isHandle ? .zero : policy.accessToken.leeway)
  }

  /// Until when the API serves the token by its time, leeway aside: `exp`, or the short expiry where
  /// the API goes by it.
  package func servedUntil(_ record: AccessTokenRecord) -> Instant {
    guard policy.accessToken.shortExpiry.checkedSpan != nil, let end = record.usableUntil else {
      return record.expiresAt
    }
    return min(end, record.expiresAt)
  }

  /// From when on the token's sign-in is too long ago for an API with those rules; nil where it does
  /// not ask.
  package func firstTooOld(
    _ record: AccessTokenRecord, for rules: AccessTokenPolicy
  ) -> Instant? {
    let signedIn = NumericDate(families[record.family.index].authenticatedAt).inWholeSeconds
    return rules.maxAge.map(signedIn.olderThan)
  }

  /// Whether the session that a sign-in opened still stands.
  func isAlive(_ family: TokenFamily, at now: Instant) -> Bool {
    guard !family.isRevoked, users[family.user.index].isEnabled else { return false }
    guard let session = policy.session else { return true }
    return now < family.lastUsedAt + session.idle && now < family.startedAt + session.absolute
  }

  /// The access token of that text: a handle's row, or a self-contained token that we sealed and that
  /// is not past its time.
  func accessToken(
    _ text: String, at now: Instant, _ cryptography: some TokenCryptography
  ) -> AccessTokenID? {
    switch policy.accessToken.form {
    case .reference: return handleID(of: TokenDigest(of: text, by: cryptography))
    case .selfContained:
      let expectation = AccessTokenExpectation(
        issuer: issuer, audience: audiences[0], keys: publishedKeys,
        leeway: policy.accessToken.leeway)
      let verdict = cryptography.verify(text, against: expectation, at: NumericDate(now))
      guard case .accepted(let claims) = verdict else { return nil }
      return accessTokenID(of: claims)
    }
  }
}
