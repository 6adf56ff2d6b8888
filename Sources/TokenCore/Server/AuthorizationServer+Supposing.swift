/// The server as it would stand had one thing been otherwise: a copy, for asking what it would then
/// answer. None of this is a transition. No request and no act leads there, and the lab's own server
/// never becomes such a copy.
extension AuthorizationServer {
  /// Had the policy been this one all along. What a row took from the policy when it was written moves
  /// with it: the idle end of a refresh token, the end of an access token.
  package func supposing(_ policy: Policy) -> AuthorizationServer {
    var server = self
    server.policy = policy
    if policy.refresh?.rotation == .reusable { server.unspendAll() }
    server.nonces = policy.proofNonce.map {
      ProofNonces(anotherEvery: $0, secret: nonces?.secret ?? [])
    }
    if self.policy.refresh?.idleLifetime != policy.refresh?.idleLifetime {
      server.moveIdleEnds(self)
    }
    if self.policy.accessToken.lifetime != policy.accessToken.lifetime
      || self.policy.renewal != policy.renewal
    {
      server.moveAccessEnds()
    }
    return server
  }

  /// Where nothing is ever spent, all were current.
  private mutating func unspendAll() {
    for index in refreshTokens.indices where !refreshTokens[index].isCurrent {
      refreshTokens[index].state = .current
    }
  }

  /// A deadline counts from the last use, which is what it was less the old idle lifetime.
  private mutating func moveIdleEnds(_ old: AuthorizationServer) {
    let idle = policy.refresh?.idleLifetime
    for index in refreshTokens.indices {
      let record = refreshTokens[index]
      let lastUse =
        record.idleDeadline.flatMap { end in old.policy.refresh?.idleLifetime.map { end - $0 } }
      refreshTokens[index].idleDeadline = idle.map { (lastUse ?? record.issuedAt) + $0 }
    }
  }

  private mutating func moveAccessEnds() {
    for index in accessTokens.indices {
      let record = accessTokens[index]
      let lifetime = lifetime(in: families[record.family.index], at: record.issuedAt)
      let issuedAt = NumericDate(seconds: NumericDate(record.issuedAt).seconds).instant
      accessTokens[index] = AccessTokenRecord(
        id: record.id, family: record.family, tokenID: record.tokenID, handle: record.handle,
        scope: record.scope,
        issuedAt: record.issuedAt, expiresAt: issuedAt + .seconds(lifetime),
        usableUntil: policy.accessToken.shortExpiry.span.map { issuedAt + $0 },
        revokedAt: record.revokedAt, renewedBy: record.renewedBy,
        tokenVersion: record.tokenVersion, confirmation: record.confirmation,
        statusIndex: record.statusIndex, sessionID: record.sessionID)
    }
  }

  /// Had the refresh token been neither spent nor displaced.
  package func supposing(unspent id: RefreshTokenID) -> AuthorizationServer {
    var server = self
    server.refreshTokens[id.index].state = .current
    return server
  }

  /// Had the family not been revoked or closed, nor any access token at that moment.
  package func supposing(standing id: FamilyID) -> AuthorizationServer {
    var server = self
    let end: Instant? =
      switch families[id.index].state {
      case .active: nil
      case .closed(let at), .revoked(let at, _): at
      }
    server.families[id.index].state = .active
    let isAlone = !families.contains { $0.id != id && $0.state == families[id.index].state }
    if isAlone {
      server.users[families[id.index].user.index].versionRaises.removeAll { $0.at == end }
    }
    for token in families[id.index].accessTokens where accessTokens[token.index].revokedAt == end {
      server.accessTokens[token.index].revokedAt = nil
    }
    return server
  }

  /// Had the access token not been revoked by itself.
  package func supposing(standing id: AccessTokenID) -> AuthorizationServer {
    var server = self
    server.accessTokens[id.index].revokedAt = nil
    return server
  }

  /// Had that part of the server not failed.
  package func supposing(sound part: ServerPart) -> AuthorizationServer {
    var server = self
    server.broken.remove(part)
    return server
  }

  /// Had nobody exchanged the authorization code yet.
  package func supposing(unused code: AuthorizationCode) -> AuthorizationServer {
    var server = self
    if let place = codePlace(of: code.digest) { server.codes[place].usedFor = nil }
    return server
  }

  /// Had nobody ended the session, nor what ended with it.
  package func supposing(open id: SSOSessionID) -> AuthorizationServer {
    guard let end = ssoSessions[id.index].end else { return self }
    var server = self
    server.ssoSessions[id.index].end = nil
    return families.reduce(server) { server, family in
      guard family.session == id, case .revoked(end.at, end.reason) = family.state else {
        return server
      }
      return server.supposing(standing: family.id)
    }
  }

  /// Had the session just been ended by a logout at the server.
  package func supposing(ended id: SSOSessionID, at now: Instant) -> AuthorizationServer {
    var server = self
    _ = server.end([id], because: .logout, at: now)
    return server
  }

  /// Had that not happened to the user: with it goes what was revoked because of it.
  package func supposing(
    without change: UserChange, of id: UserID
  ) -> AuthorizationServer {
    var server = self
    switch change {
    case .role(let isAdmin): server.users[id.index].isAdmin = !isAdmin
    case .versionRaised: server.users[id.index].versionRaises.removeLast()
    case .disabled:
      guard !users[id.index].isEnabled else { break }
      server.users[id.index].isEnabled = true
      server = server.supposing(noRevocationsOf: id, because: .accountDisabled)
    case .enabled: server.users[id.index].isEnabled = false
    case .passwordChanged:
      server.users[id.index].credentialsChangedAt = nil
      server = server.supposing(noRevocationsOf: id, because: .passwordChanged)
    }
    return server
  }

  private func supposing(
    noRevocationsOf user: UserID, because reason: RevocationReason
  ) -> AuthorizationServer {
    var server = self
    server.users[user.index].versionRaises.removeAll { $0.reason == reason }
    for session in ssoSessions where session.user == user && session.end?.reason == reason {
      server.ssoSessions[session.id.index].end = nil
    }
    return families.reduce(server) { server, family in
      guard family.user == user, case .revoked(_, reason) = family.state else { return server }
      return server.supposing(standing: family.id)
    }
  }

  /// Had the key never left the published set. Which key signs does not change.
  package func supposing(published key: SigningKey) -> AuthorizationServer {
    guard !signingKeys.contains(key) else { return self }
    var server = self
    server.signingKeys.insert(key, at: 0)
    return server
  }

  /// Had each shared secret been the seed of a pair. What was signed stays as it is.
  package func supposingKeyPairs(_ cryptography: some TokenCryptography) -> AuthorizationServer {
    var server = self
    server.signingKeys = signingKeys.map { $0.asPair(cryptography) }
    return server
  }

  /// Had the family just been revoked by a logout somewhere else.
  package func supposing(revoked id: FamilyID, at now: Instant) -> AuthorizationServer {
    var server = self
    _ = server.revoke([id], because: .logout, at: now)
    return server
  }

  /// Had the access token been issued with that scope.
  package func supposing(_ scope: Scope, of id: AccessTokenID) -> AuthorizationServer {
    var server = self
    let record = accessTokens[id.index]
    server.accessTokens[id.index] = AccessTokenRecord(
      id: record.id, family: record.family, tokenID: record.tokenID, handle: record.handle,
      scope: scope,
      issuedAt: record.issuedAt, expiresAt: record.expiresAt, usableUntil: record.usableUntil,
      revokedAt: record.revokedAt, renewedBy: record.renewedBy,
      tokenVersion: record.tokenVersion, confirmation: record.confirmation,
      statusIndex: record.statusIndex, sessionID: record.sessionID)
    return server
  }
}

/// What is behind a text that somebody presents, whatever has become of it.
extension AuthorizationServer {
  /// The row of a refresh token, spent and forgotten ones included.
  package func refreshTokenRow(
    of text: String, _ cryptography: some TokenCryptography
  ) -> RefreshTokenID? {
    refreshTokenID(of: TokenDigest(of: text, by: cryptography))
  }

  /// The row of a handle.
  package func handleRow(
    of text: String, _ cryptography: some TokenCryptography
  ) -> AccessTokenID? {
    handleID(of: TokenDigest(of: text, by: cryptography))
  }

  /// The row of a self-contained token with these claims; nil for one that nobody issued.
  package func accessTokenRow(of claims: AccessTokenClaims) -> AccessTokenID? {
    accessTokenID(of: claims)
  }
}
