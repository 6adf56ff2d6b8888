extension AuthorizationServer {
  /// The rows that a real server under this policy would hold at `now`. Pure: it looks, and purges
  /// only in what it gives back.
  package func storedRows(at now: Instant) -> StoredRows {
    let tables = policy.storedTables
    let refresh = tables.contains(.refreshTokens) ? storedRefreshTokens(at: now) : []
    return StoredRows(
      tables: tables, families: storedFamilies(tables, behind: refresh, at: now),
      refreshTokens: refresh, accessTokens: storedAccessTokens(tables, at: now),
      proofs: storedProofs(at: now), clearCopies: storedCopies(at: now),
      ssoSessions: ssoSessions.filter { isLive($0.id, at: now) }, users: users,
      keyIDs: signingKeys.map(\.keyID))
  }

  /// When a session ends unless it is used before; nil where the policy has no sessions.
  package func sessionEnd(of id: FamilyID) -> Instant? {
    let family = families[id.index]
    return policy.session.map {
      min(family.lastUsedAt + $0.idle, family.startedAt + $0.absolute)
    }
  }

  /// A current token's row can go at its idle or absolute end, because unknown and expired are refused
  /// alike. One that is not current is reuse as long as its family lives and the server remembers it.
  private func storedRefreshTokens(at now: Instant) -> [RefreshTokenRecord] {
    let living = families.map { family in
      let ends = [idleEnd(of: family.id), absoluteDeadline(of: family.id)]
      return ends.compactMap(\.self).allSatisfy { now < $0 }
    }
    return refreshTokens.filter { record in
      guard keepsRow(of: record.id), living[record.family.index] else { return false }
      guard record.isCurrent else { return !isForgotten(record.id, at: now) }
      return expiry(of: record.id).map { now < $0 } ?? true
    }
  }

  private func storedFamilies(
    _ tables: [StoredTable], behind tokens: [RefreshTokenRecord], at now: Instant
  ) -> [TokenFamily] {
    if tables.contains(.families) {
      let named = Set(tokens.map(\.family))
      return families.filter { named.contains($0.id) }
    }
    guard tables.contains(.sessions) else { return [] }
    return families.filter { isAlive($0, at: now) && (policy.session != nil || opens($0, at: now)) }
  }

  /// Whether any access token of the session is before its end.
  private func opens(_ family: TokenFamily, at now: Instant) -> Bool {
    family.accessTokens.contains { now < accessTokens[$0.index].expiresAt }
  }

  private func storedAccessTokens(
    _ tables: [StoredTable], at now: Instant
  ) -> [AccessTokenRecord] {
    if tables.contains(.statusList) {
      return accessTokens.filter { now < $0.expiresAt && $0.statusIndex != nil }
    }
    let keepsRevoked = tables.contains(.denyList)
    guard keepsRevoked || tables.contains(.allowList) || tables.contains(.handles) else {
      return []
    }
    return accessTokens.filter {
      now < $0.expiresAt && ($0.revokedAt != nil) == keepsRevoked
        && (keepsRevoked || keepsRow(of: $0.id))
    }
  }

  private func storedProofs(at now: Instant) -> [StoredProof] {
    seenProofs.filter { now <= $0.value + proofMemory }
      .map { StoredProof(proofID: $0.key, seenAt: $0.value) }
      .sorted { ($0.seenAt, $0.proofID) < ($1.seenAt, $1.proofID) }
  }

  private func storedCopies(at now: Instant) -> [StoredCopy] {
    retryCopies.filter { now < $0.value.until }
      .map { StoredCopy(id: $0.key, until: $0.value.until) }
      .sorted { $0.id < $1.id }
  }
}
