/// One issuing of tokens: for whom, when, and what has been noted of it so far.
struct Issue {
  let family: FamilyID
  let now: Instant
  /// Of the access token; a refresh token always keeps the family's whole scope (RFC 6749 §6).
  let scope: Scope
  private(set) var events: [ServerEvent] = []

  init(family: FamilyID, at now: Instant, scope: Scope) {
    self.family = family
    self.now = now
    self.scope = scope
  }

  mutating func note(_ event: ServerEvent) {
    events.append(event)
  }
}

extension AuthorizationServer {
  /// Seals an `at+jwt` (RFC 9068 §2.2) for the family's user.
  mutating func issueAccessToken(
    _ issue: inout Issue, using random: inout RandomStream,
    _ cryptography: some TokenCryptography
  ) -> AccessToken {
    let id = AccessTokenID(index: accessTokens.count)
    let claims = claims(for: issue, tokenID: base64URL(random.bytes(16)))
    accessTokens.append(
      AccessTokenRecord(
        id: id, family: issue.family, tokenID: claims.tokenID, issuedAt: issue.now,
        expiresAt: claims.expiresAt.instant))
    if keepsAccessTokenRecord { accessTokenByTokenID[claims.tokenID] = id }
    families[issue.family.index].accessTokens.append(id)
    issue.note(
      .accessTokenIssued(id, family: issue.family, expiresAt: claims.expiresAt.instant))
    return AccessToken(text: cryptography.seal(claims, with: signingKey), label: id)
  }

  private func claims(for issue: Issue, tokenID: String) -> AccessTokenClaims {
    let family = families[issue.family.index]
    let issuedAt = NumericDate(issue.now).seconds
    return AccessTokenClaims(
      issuer: Self.issuer, subject: users[family.user.index].name, audience: [Self.audience],
      clientID: registrations[family.client.index].clientID,
      issuedAt: NumericDate(seconds: issuedAt),
      expiresAt: NumericDate(seconds: issuedAt + policy.accessToken.lifetime.wholeSeconds),
      tokenID: tokenID, scope: issue.scope.description,
      authenticatedAt: NumericDate(seconds: NumericDate(family.startedAt).seconds))
  }

  /// Whether any resource server asks for the record of an access token.
  var keepsAccessTokenRecord: Bool {
    switch policy.accessToken.check {
    case .signatureOnly: false
    case .denyList, .allowList: true
    }
  }

  /// A fresh opaque refresh token of 256 random bits, or nil where the policy issues none.
  mutating func issueRefreshToken(
    _ issue: inout Issue, parent: RefreshTokenID?, using random: inout RandomStream,
    _ cryptography: some TokenCryptography
  ) -> RefreshToken? {
    guard let refresh = policy.refresh else { return nil }
    let id = RefreshTokenID(index: refreshTokens.count)
    let token = RefreshToken(text: base64URL(random.bytes(32)), label: id)
    let digest = TokenDigest(of: token.text, by: cryptography)
    let generation = parent.map { refreshTokens[$0.index].generation + 1 } ?? 1
    refreshTokens.append(
      RefreshTokenRecord(
        id: id, family: issue.family, generation: generation, parent: parent, digest: digest,
        issuedAt: issue.now, idleDeadline: refresh.idleLifetime.map { issue.now + $0 },
        state: .current))
    refreshTokenByDigest[digest] = id
    families[issue.family.index].refreshTokens.append(id)
    issue.note(
      .refreshTokenIssued(
        id, family: issue.family, generation: generation, expiresAt: expiry(of: id)))
    return token
  }

  /// The success answer (RFC 6749 §5.1): `expires_in` is `exp` less `iat`.
  func grant(
    _ access: AccessToken, _ refresh: RefreshToken?, _ issue: Issue, _ decision: Decision,
    cost: StoreCost
  ) -> Answer<TokenResponse> {
    let body = TokenGrant(
      accessToken: access, expiresIn: policy.accessToken.lifetime.wholeSeconds,
      refreshToken: refresh, scope: issue.scope)
    return Answer(
      response: .success(body), decision: decision, events: issue.events, cost: cost)
  }
}
