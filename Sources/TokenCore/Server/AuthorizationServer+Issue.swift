/// One issuing of tokens: for whom, when, and what has been noted of it so far.
struct Issue {
  let family: FamilyID
  let now: Instant
  /// Of the access token; a refresh token always keeps the family's whole scope (RFC 6749 §6).
  let scope: Scope
  /// The thumbprint of the key that the access token is bound to, where it is.
  let key: String?
  /// Which refresh token the next one takes, as far as there is one.
  var refreshToken: RefreshTokenID?
  private(set) var events: [ServerEvent] = []

  init(family: FamilyID, at now: Instant, scope: Scope, boundTo key: String?) {
    self.family = family
    self.now = now
    self.scope = scope
    self.key = key
  }

  mutating func note(_ event: ServerEvent) {
    events.append(event)
  }
}

extension AuthorizationServer {
  /// Seals an `at+jwt` (RFC 9068 §2.2) for the family's user.
  mutating func issueAccessToken(
    _ issue: inout Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> AccessToken {
    let id = AccessTokenID(index: accessTokens.count)
    var claims = claims(for: issue, tokenID: base64URL(random.bytes(16)))
    claims.status = statusReference(of: id)
    let text: String
    let handle: TokenDigest?
    switch policy.accessToken.form {
    case .selfContained:
      text = cryptography.seal(claims, with: signingKey)
      handle = nil
    case .reference:
      text = base64URL(random.bytes(32))
      handle = TokenDigest(of: text, by: cryptography)
    }
    change(
      .accessTokenIssued(
        AccessTokenRecord(
          id: id, family: issue.family, tokenID: claims.tokenID, handle: handle,
          scope: issue.scope, issuedAt: issue.now, expiresAt: claims.expiresAt.instant,
          usableUntil: claims.usableUntil?.instant, renewedBy: issue.refreshToken,
          tokenVersion: claims.tokenVersion, confirmation: issue.key,
          statusIndex: claims.status?.index,
          sessionID: claims.sessionID)))
    issue.note(
      .accessTokenIssued(id, family: issue.family, expiresAt: claims.expiresAt.instant))
    return AccessToken(text: text, label: id)
  }

  private func claims(for issue: Issue, tokenID: String) -> AccessTokenClaims {
    let family = families[issue.family.index]
    let issuedAt = NumericDate(issue.now).seconds
    return AccessTokenClaims(
      issuer: issuer, subject: users[family.user.index].name, audience: audiences,
      clientID: registrations[family.client.index].clientID,
      issuedAt: NumericDate(seconds: issuedAt),
      expiresAt: NumericDate(seconds: issuedAt + lifetime(in: family, at: issue.now)),
      tokenID: tokenID, scope: issue.scope.description,
      authenticatedAt: NumericDate(seconds: NumericDate(family.authenticatedAt).seconds),
      sessionID: policy.accessToken.check == .signals ? family.id.description : nil,
      tokenVersion: carriesVersion ? users[family.user.index].tokenVersion : nil,
      usableUntil: policy.accessToken.shortExpiry.span.map {
        NumericDate(seconds: issuedAt + $0.wholeSeconds)
      }, confirmation: issue.key)
  }

  private var carriesVersion: Bool { policy.accessToken.check == .tokenVersion }

  /// Whole seconds that an access token issued now may live: the policy's lifetime; for a session's
  /// handle the session's; and never beyond a re-issue window that is anchored to the sign-in, unless
  /// that was over before: of a silent sign-in long after, the token is good once and never re-issued.
  func lifetime(in family: TokenFamily, at now: Instant) -> Int64 {
    let lifetime = policy.accessToken.lifetime
    if let session = policy.session {
      return (family.startedAt + session.absolute - now).wholeSeconds
    }
    guard let reissue = policy.reissue, !reissue.anchor.isRestarted else {
      return lifetime.wholeSeconds
    }
    let left = family.authenticatedAt + reissue.window - now
    return (left > .zero ? min(lifetime, left) : lifetime).wholeSeconds
  }

  /// Whether any resource server asks for the record of an access token.
  var keepsAccessTokenRecord: Bool { policy.accessToken.check.looksAtToken }

  /// A scope less what the user's row and the client's do not allow.
  func permitted(_ scope: Scope, for user: UserID, by client: RegistrationID) -> Scope {
    let allowed = permitted(scope, by: client)
    return users[user.index].isAdmin ? allowed : allowed.without(["admin"])
  }

  /// A scope less what the client may have no more.
  func permitted(_ scope: Scope, by client: RegistrationID) -> Scope {
    scope.without(registrations[client.index].withheldScopes)
  }

  /// What of a scope the client may have for the user; refused where that is nothing (RFC 6749 §3.3).
  func grant(
    _ scope: Scope, to client: RegistrationID, for user: UserID, _ decision: inout Decision
  ) -> Scope {
    let granted = permitted(scope, for: user, by: client)
    let asked = Fact(.askedFor, .text(scope.description))
    if granted.tokens.isEmpty {
      let facts = [asked, Fact(.user, .text(users[user.index].name))]
      decision.fail(.scopeGranted, Denial(.scopeNotPermitted, facts))
    } else {
      decision.pass(.scopeGranted, [asked, Fact(.granted, .text(granted.description))])
    }
    return granted
  }

  /// A fresh opaque refresh token of 256 random bits, or nil where the policy issues none.
  mutating func issueRefreshToken(
    _ issue: inout Issue, parent: RefreshTokenID?, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    guard let refresh = policy.refresh else { return nil }
    let id = RefreshTokenID(index: refreshTokens.count)
    let text = refreshText(refresh, issue, using: &random, cryptography)
    let token = RefreshToken(text: text, label: id)
    let digest = TokenDigest(of: token.text, by: cryptography)
    let generation = parent.map { refreshTokens[$0.index].generation + 1 } ?? 1
    change(
      .refreshTokenIssued(
        RefreshTokenRecord(
          id: id, family: issue.family, generation: generation, parent: parent, digest: digest,
          issuedAt: issue.now, idleDeadline: refresh.idleLifetime.map { issue.now + $0 },
          state: .current)))
    issue.note(
      .refreshTokenIssued(
        id, family: issue.family, generation: generation, expiresAt: expiry(of: id)))
    return token
  }

  private func refreshText(
    _ refresh: RefreshPolicy, _ issue: Issue, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> String {
    switch refresh.form {
    case .opaque: return base64URL(random.bytes(32))
    case .signed(let isTyped):
      var claims = claims(for: issue, tokenID: base64URL(random.bytes(16)))
      let age = issue.now - families[issue.family.index].startedAt
      let ends = [refresh.idleLifetime, refresh.absoluteLifetime.map { $0 - age }]
        .compactMap(\.self).min()
      claims.audience = refreshAudiences(isTyped: isTyped)
      claims.confirmation = nil
      claims.expiresAt = NumericDate(
        seconds: claims.issuedAt.seconds + (ends ?? .days(3650)).wholeSeconds)
      return cryptography.seal(
        claims, as: isTyped ? .refreshToken : .accessToken, with: signingKey)
    }
  }

  /// An untyped refresh token is addressed like an access token: that is the confusion.
  func refreshAudiences(isTyped: Bool) -> [String] { isTyped ? [issuer] : audiences }

  /// The success answer (RFC 6749 §5.1): `expires_in` is `exp` less `iat`.
  func grant(
    _ access: AccessToken, _ refresh: RefreshToken?, _ issue: Issue, _ decision: Decision,
    cost: StoreCost
  ) -> Answer<TokenResponse> {
    let lifetime = lifetime(in: families[issue.family.index], at: issue.now)
    let body = TokenGrant(
      accessToken: access, type: issue.key == nil ? .bearer : .dpop, expiresIn: lifetime,
      refreshToken: refresh, scope: issue.scope, cookie: policy.session?.cookie(lasting: lifetime))
    return Answer(
      response: .success(body), decision: decision, events: issue.events, cost: cost)
  }
}
