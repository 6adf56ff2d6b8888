import Simulation
import TokenCore

/// What a step may not put into a new token.
extension WorldStep {
  private var newAccessTokens: Slice<Ledger<AccessTokenRecord>> {
    new.accessTokens[(serverChanged ? old.accessTokens.count : new.accessTokens.count)...]
  }

  var excessScope: String? {
    newAccessTokens.first { record in
      let family = new.family(record.family)
      let isAdmin = new.user(family.user).isAdmin
      return !record.scope.isSubset(of: family.scope)
        || (asksUsers && record.scope.contains("admin") && !isAdmin)
        || (asksUsers && withheld(in: family).contains(where: record.scope.contains))
    }
    .map { "\($0.id): \($0.scope)" }
  }

  private func withheld(in family: TokenFamily) -> [String] {
    new.registrations[family.client.index].withheldScopes
  }

  var excessLifetime: String? {
    newAccessTokens.first { $0.expiresAt > latestEnd(of: $0) }.map { "\($0.id)" }
      ?? touchedRows.first { id in
        let row = new.record(of: id)
        guard row.state == .current, old.policy == policy, let idle = policy.refresh?.idleLifetime
        else { return false }
        return row.idleDeadline.map { $0 > now + idle } ?? true
      }
      .map { "\($0)" }
  }

  /// A session's handle ends with the session; a re-issue anchored to the sign-in with its window.
  private func latestEnd(of record: AccessTokenRecord) -> Instant {
    let start = new.family(record.family).authenticatedAt
    if let session = policy.session {
      return new.family(record.family).startedAt + session.absolute
    }
    let end = now + policy.accessToken.lifetime
    guard let reissue = policy.reissue, !reissue.anchor.isRestarted else { return end }
    return now < start + reissue.window ? min(end, start + reissue.window) : end
  }

  var giftToDisabledUser: String? {
    guard asksUsers else { return nil }
    return firstGift { !new.user(new.family($0).user).isEnabled }
  }

  /// Whether the user's row is asked before a token is given.
  var asksUsers: Bool {
    if case .reissue(let reissue) = policy.renewal { return reissue.looksAtUser }
    return asksItsRows
  }

  /// Whether the step exchanged an access token for another by the re-issue rule.
  var lateReissue: String? {
    guard case .reissue(let reissue) = policy.renewal, let exchange,
      case .tokenRequest(let request) = exchange.request, exchange.decision.isAccepted,
      request.form["grant_type"].text == TokenRequest.reissueGrantType
    else { return nil }
    guard let id = request.accessLabel else { return nil }
    let record = old.record(of: id)
    let family = old.family(record.family)
    let anchor = reissue.anchor.isRestarted ? record.issuedAt : family.authenticatedAt
    guard now < anchor + reissue.window else { return "\(id)" }
    guard reissue.looksAtUser, let changed = old.user(family.user).credentialsChangedAt
    else { return nil }
    return changed >= family.authenticatedAt ? "\(id), signed in before the password changed" : nil
  }
}
