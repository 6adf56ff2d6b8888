import Simulation
import TokenCore

/// What no server may take for an access token that the authorization server stands behind.
extension WorldStep {
  var servedWithdrawnKey: String? {
    guard let served, !policy.accessToken.form.isHandle, hasWithdrawnKeys else {
      return nil
    }
    let withdrawn =
      if let id = served.token?.label { firstWithdrawal(after: id) } else { withdrawalOfStolenKey }
    guard let withdrawn, now >= withdrawn + policy.accessToken.keySetCache else { return nil }
    return "\(name(of: served)), withdrawn \(withdrawn.clockText)"
  }

  var publishedWithdrawal: String? {
    for case .signingKeyWithdrawn(let keyID) in serverEvents {
      if new.publishedKeys.contains(where: { $0.keyID == keyID }) { return keyID }
    }
    return nil
  }

  /// The first key of a world is withdrawn together with every other that is published by then.
  private var hasWithdrawnKeys: Bool {
    old.publishedKeys.first?.keyID != "lab-1"
  }

  /// Whatever signed the token was published when it was issued, and went at the next withdrawal.
  private func firstWithdrawal(after id: AccessTokenID) -> Instant? {
    var found: Instant?
    for event in trace.events[..<events.startIndex].reversed() {
      if case .server(.accessTokenIssued(id, _, _)) = event.kind { return found }
      if case .server(.signingKeyWithdrawn) = event.kind { found = event.at }
    }
    return found
  }

  private var withdrawalOfStolenKey: Instant? {
    guard let served, let key = before.attacker.signingKey, before.refreshToken(of: served) == nil
    else { return nil }
    return trace.events.first {
      if case .server(.signingKeyWithdrawn(key.keyID)) = $0.kind { true } else { false }
    }?.at
  }

  /// Of a pair an API is given the public half.
  var signingKeyAtAnAPI: String? {
    guard policy.accessToken.signature == .ed25519 else { return nil }
    let key = after.resourceServers.flatMap(\.keySet).first { $0.signingKey != nil }
    return key.flatMap { hasOtherRules ? nil : $0.keyID }
  }

  /// A served token without a row is a refresh token, or else forged.
  var servedForgery: String? {
    guard let served, served.token?.label == nil, before.refreshToken(of: served) == nil
    else { return nil }
    guard exchange?.from == .attacker, before.attacker.signingKey != nil else {
      return "nobody has the key"
    }
    guard !policy.accessToken.form.isHandle else { return "a forged handle" }
    // An API that fails open asks no record while nobody answers.
    if exchange?.grounds == .servedUntold { return nil }
    let check = policy.accessToken.check
    return check.judgesHandles || check.looksAtUser ? "the record knows nothing of it" : nil
  }

  var servedRefreshToken: String? {
    guard let served, served.token?.label == nil, let id = before.refreshToken(of: served)
    else { return nil }
    if id.index < new.gaps.copies { return nil }
    if case .signed(isTyped: false) = policy.refresh?.form { return nil }
    return "\(id)"
  }

  private func name(of request: ResourceRequest) -> String {
    request.token?.label?.description ?? "a token without a row"
  }

  /// What the introspection endpoint calls active, it would have to serve itself.
  var untrueIntrospection: String? {
    guard case .introspectionResponse(.active(let answer)) = exchange?.response,
      let tokenID = answer.tokenID,
      let record = old.accessTokens.last(where: { sameBytes($0.tokenID, tokenID) })
    else { return nil }
    let family = old.family(record.family)
    let isOver =
      record.revokedAt != nil || now >= lastMoment(of: record)
      || family.isRevoked
      || !old.user(family.user).isEnabled
    return isOver ? "\(record.id)" : nil
  }
}

extension World {
  /// The row of a refresh token that was brought to the API.
  func refreshToken(of request: ResourceRequest) -> RefreshTokenID? {
    request.token.flatMap { refreshToken($0.text) }
  }
}
