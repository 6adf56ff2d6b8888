import Simulation
import TokenCore

/// What a step may not do to the rows of the authorization server.
extension WorldStep {
  var rewrittenRow: String? {
    guard serverChanged else { return nil }
    let counts = [
      new.refreshTokens.count - old.refreshTokens.count,
      new.accessTokens.count - old.accessTokens.count, new.families.count - old.families.count,
      new.codes.count - old.codes.count,
    ]
    if counts.contains(where: { $0 < 0 }) { return "a row is gone" }
    return rewrittenRefreshToken ?? rewrittenAccessToken ?? rewrittenFamily
  }

  private var rewrittenRefreshToken: String? {
    touchedRows.first { id in
      guard id.index < old.refreshTokens.count else { return false }
      let (row, now) = (old.record(of: id), new.record(of: id))
      return (now.id, now.family, now.generation, now.parent, now.digest, now.issuedAt)
        != (row.id, row.family, row.generation, row.parent, row.digest, row.issuedAt)
    }
    .map { "\($0)" }
  }

  /// Of an access token's row only the end may change, and only once.
  private var rewrittenAccessToken: String? {
    guard old.accessTokens != new.accessTokens else { return nil }
    return zip(old.accessTokens, new.accessTokens).first { row, now in
      var kept = now
      kept.revokedAt = row.revokedAt
      return kept != row || (row.revokedAt != nil && now.revokedAt != row.revokedAt)
    }
    .map { "\($0.0.id)" }
  }

  private var rewrittenFamily: String? {
    touchedFamilies.first { id in
      guard id.index < old.families.count else { return false }
      let (row, now) = (old.family(id), new.family(id))
      return (now.id, now.user, now.client, now.session, now.startedAt, now.keyThumbprint)
        != (row.id, row.user, row.client, row.session, row.startedAt, row.keyThumbprint)
        || now.scope != row.scope
    }
    .map { "\($0)" }
  }

  var silentRow: String? {
    guard serverChanged else { return nil }
    let issued = serverEvents.count {
      switch $0 {
      case .accessTokenIssued, .refreshTokenIssued, .familyStarted, .sessionStarted: true
      case .sessionRenewed, .sessionUsed, .sessionEnded, .refreshTokenSpent, .refreshTokenUsed,
        .refreshTokenConfirmed, .refreshTokenRetried, .refreshTokenDisplaced,
        .refreshTokenReused, .familyRevoked, .familyClosed, .accessTokenRevoked,
        .accessTokenLivesOn, .refreshTokenLivesOn, .userChanged, .scopeWithdrawn, .policyChanged,
        .accessTokenObsolete, .refreshTokenObsolete, .signingKeyRotated, .signingKeyWithdrawn,
        .revocationArrives, .statusChanged, .statusListFetched, .partBroke, .partMended:
        false
      }
    }
    let rows =
      new.accessTokens.count + new.refreshTokens.count + new.families.count
      + new.ssoSessions.count - old.ssoSessions.count - old.accessTokens.count
      - old.refreshTokens.count - old.families.count
    return rows == issued ? nil : "\(rows) rows, \(issued) events"
  }

  /// A reuse and a replayed code revoke although the answer is an error.
  var costOfRefusal: String? {
    guard serverChanged, let exchange, !exchange.decision.isAccepted else { return nil }
    if old.codes != new.codes { return "a code" }
    if users(of: old) != users(of: new) { return "a user" }
    if old.accessTokens.count != new.accessTokens.count { return "an access token was issued" }
    return touchedRows.first { !isOnlyConfirmed($0) }.map { "\($0)" }
  }

  /// Whether nothing of a row changed but that its access token was looked up, which an API does before
  /// it knows what it will answer.
  private func isOnlyConfirmed(_ id: RefreshTokenID) -> Bool {
    guard serverEvents.contains(.refreshTokenConfirmed(id)) else { return false }
    var row = old.record(of: id)
    row.confirmedAt = now
    return row == new.record(of: id)
  }

  /// As far as a refusal may not change them: what ends families may raise the version of their user.
  private func users(of server: AuthorizationServer) -> [User] {
    let raised = serverEvents.compactMap {
      if case .userChanged(let id, .versionRaised) = $0 { id } else { nil }
    }
    return server.users.map { user in
      var user = user
      if raised.contains(user.id) { user.versionRaises = [] }
      return user
    }
  }

  var familyWithoutCode: String? {
    let opened = new.families.count - old.families.count
    guard opened > 0 else { return nil }
    guard opened == 1 else { return "\(opened) families at once" }
    let used = zip(old.codes, new.codes).count { $0.usedFor == nil && $1.usedFor != nil }
    return used == 1 ? nil : "\(used) codes used"
  }

  /// Copies in clear are for a retry that may still come.
  var strayCopy: String? {
    guard serverChanged else { return nil }
    return new.clearRefreshTokens.lazy.compactMap(\.label).first { id in
      new.family(new.record(of: id).family).state != .active
    }
    .map { "\($0)" }
  }
}
