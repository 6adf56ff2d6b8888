extension AuthorizationServer {
  /// The revocation endpoint (RFC 7009). A token that the server does not know is answered with 200;
  /// one that was issued to another client is refused and stays good.
  public mutating func answer(
    _ request: RevocationRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<RevocationResponse> {
    var decision = Decision()
    if let denial = malformation(of: request.form, basic: request.basic, requiring: ["token"]) {
      decision.fail(.requestWellFormed, denial)
      return revocationRefusal(decision)
    }
    decision.pass(.requestWellFormed)
    let client = identify(request.form, basic: request.basic, cryptography)
    guard case .identified(let registration) = client else {
      decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
      return revocationRefusal(decision)
    }
    decision.pass(.clientAuthenticated)
    let digest = TokenDigest(of: request.form["token"].text ?? "", by: cryptography)
    guard let id = refreshTokenByDigest[digest] else {
      return Answer(
        response: .success, decision: decision, cost: StoreCost(reads: 1, writes: 0))
    }
    let family = refreshTokens[id.index].family
    guard families[family.index].client == registration else {
      decision.fail(.clientMatches, Denial(.revokerMismatch))
      return revocationRefusal(decision)
    }
    decision.pass(.clientMatches)
    let events = revoke([family], because: .logout, at: now)
    return Answer(
      response: .success, decision: decision, events: events,
      cost: StoreCost(reads: 1, writes: events.count))
  }

  private func revocationRefusal(_ decision: Decision) -> Answer<RevocationResponse> {
    let denial = decision.denial
    return Answer(
      response: .error(denial?.error ?? .invalidRequest, status: denial?.status ?? 400),
      decision: decision, cost: StoreCost(reads: 1, writes: 0))
  }
}

extension AuthorizationServer {
  /// Revokes each family that is not revoked yet, and its access tokens where the policy says so.
  mutating func revoke(
    _ ids: [FamilyID], because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    var events: [ServerEvent] = []
    for id in ids where !families[id.index].isRevoked {
      families[id.index].state = .revoked(at: now, reason)
      events.append(.familyRevoked(id, reason))
      if policy.accessToken.endsWithFamily {
        var issue = Issue(family: id, at: now, scope: families[id.index].scope)
        endAccessTokens(of: id, &issue)
        events += issue.events
      }
      for token in families[id.index].refreshTokens { retryCopies[token] = nil }
    }
    return events
  }

  /// Which families a reuse ends.
  func families(hitBy response: ReuseResponse, at id: FamilyID) -> [FamilyID] {
    let hit = families[id.index]
    switch response {
    case .refuseOnly: return []
    case .revokeFamily: return [id]
    case .revokeUserOnClient:
      return families.filter { $0.user == hit.user && $0.client == hit.client }.map(\.id)
    case .revokeUser:
      return families.filter { $0.user == hit.user }.map(\.id)
    }
  }

  /// Notes that a family's time is over.
  mutating func close(_ id: FamilyID, at now: Instant) -> [ServerEvent] {
    guard families[id.index].state == .active else { return [] }
    families[id.index].state = .closed(at: now)
    return [.familyClosed(id)]
  }

  /// Revokes the record of each live access token of the family.
  mutating func endAccessTokens(of id: FamilyID, _ issue: inout Issue) {
    for token in families[id.index].accessTokens {
      let record = accessTokens[token.index]
      guard record.revokedAt == nil, issue.now < record.expiresAt else { continue }
      accessTokens[token.index].revokedAt = issue.now
      issue.note(.accessTokenRevoked(token))
    }
  }
}
