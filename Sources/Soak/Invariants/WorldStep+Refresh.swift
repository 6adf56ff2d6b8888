import Simulation
import TokenCore

/// What the token endpoint may not answer with tokens.
extension WorldStep {
  private var rotates: Bool {
    if case .rotating = policy.refresh?.rotation { true } else { false }
  }

  var unspentToken: String? {
    guard let refresh, rotates, new.record(of: refresh.id).isCurrent else { return nil }
    return "\(refresh.id)"
  }

  /// Told apart from the server's own rule: a spent token was answered at `now`; was that in a grace?
  var undueGrace: String? {
    guard let refresh, rotates else { return nil }
    return reuse(of: refresh.id)
  }

  /// What makes it a reuse that the token comes; nil for a current one and for one in its grace.
  private func reuse(of id: RefreshTokenID) -> String? {
    switch old.record(of: id).state {
    case .current: nil
    case .displaced: "\(id) was displaced"
    case .spent(let at, _, let last):
      isInGrace(id, since: at, last) || isUnwritten(since: at)
        ? nil : "\(id), spent \(at.clockText)"
    }
  }

  /// Idling is the answer for a spent token only where no token of its family can be used any more.
  var missedReuse: String? {
    guard let exchange, exchange.decision.denial?.reason == .expiredIdle, rotates,
      case .tokenRequest(let request) = exchange.request,
      let id = before.refreshToken(request.form["refresh_token"].text ?? ""),
      livesOn(old.record(of: id).family)
    else { return nil }
    return reuse(of: id)
  }

  private func livesOn(_ family: FamilyID) -> Bool {
    old.family(family).refreshTokens.contains { id in
      let record = old.record(of: id)
      return record.isCurrent && record.idleDeadline.map { now < $0 } ?? true
    }
  }

  private func isInGrace(_ id: RefreshTokenID, since spent: Instant, _ last: Instant) -> Bool {
    switch policy.refresh?.rotation.grace {
    case nil, .some(.none): return false
    case .untilSuccessorUsed, .untilTokenUsed: return !hasUsedChild(id)
    case .window(let window):
      let anchor = window.anchor.isRestarted ? last : spent
      return now < anchor + window.length && isReached(id, by: window.reach)
    }
  }

  private func isReached(_ id: RefreshTokenID, by reach: GraceReach) -> Bool {
    switch reach {
    case .immediatePredecessor: !hasUsedChild(id)
    case .anyInItsWindow: true
    }
  }

  /// Whether a store that is not atomic still shows the token as unspent.
  private func isUnwritten(since spent: Instant) -> Bool {
    now < spent + (policy.refresh?.spendingGap ?? .zero)
  }

  private func hasUsedChild(_ id: RefreshTokenID) -> Bool {
    old.refreshTokens.contains {
      if $0.parent == id, case .spent = $0.state { true } else { false }
    }
  }

  var unansweredReuse: String? {
    guard exchange?.decision.denial?.reason.isReuse == true else { return nil }
    for case .refreshTokenReused(let id, let family, _) in serverEvents {
      return survivingFamily(of: id, family).map { "\(id): \($0) goes on" }
    }
    return "no event"
  }

  private func survivingFamily(of id: RefreshTokenID, _ hit: FamilyID) -> FamilyID? {
    guard case .rotating(let response, _) = policy.refresh?.rotation else { return nil }
    let family = new.family(hit)
    return new.families.first {
      switch response {
      case .refuseOnly: false
      case .revokeFamily: $0.id == hit && !$0.isRevoked
      case .revokeUserOnClient:
        $0.user == family.user && $0.client == family.client && !$0.isRevoked
      case .revokeUser: $0.user == family.user && !$0.isRevoked
      }
    }?.id
  }

  var refreshAfterEnd: String? {
    guard let refresh, let rules = policy.refresh else { return nil }
    if let end = old.expiry(of: refresh.id), now >= end { return "\(refresh.id)" }
    guard let memory = rules.memory else { return nil }
    switch old.record(of: refresh.id).state {
    case .current: return nil
    case .spent(let at, _, _), .displaced(let at):
      return now >= at + memory ? "\(refresh.id) is forgotten" : nil
    }
  }

  var survivorOfRefresh: String? {
    guard let refresh, policy.accessToken.endsAtRefresh, policy.accessToken.check.looksAtToken
    else { return nil }
    let family = old.family(new.record(of: refresh.id).family)
    return family.accessTokens.first { id in
      let record = new.record(of: id)
      return record.renewedBy == refresh.id && record.revokedAt == nil
        && now < lastMoment(of: record)
    }.map { "\($0)" }
  }
}

extension DenialReason {
  fileprivate var isReuse: Bool { if case .reuseDetected = self { true } else { false } }
}
