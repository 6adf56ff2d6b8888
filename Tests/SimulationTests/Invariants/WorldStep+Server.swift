import TokenCore

@testable import Simulation
@testable import TokenCore

/// What a step may not do to the authorization server.
extension WorldStep {
  private var old: AuthorizationServer { before.authorizationServer }
  private var new: AuthorizationServer { after.authorizationServer }
  /// The rows to look at: none where the step left the server as it was.
  private var rows: [RefreshTokenRecord] { old == new ? [] : new.refreshTokens }
  private var families: [TokenFamily] { old == new ? [] : new.families }

  var giftOfRevokedFamily: String? {
    let revoked = Set(old.families.filter(\.isRevoked).map(\.id))
    return first { event in
      switch event {
      case .accessTokenIssued(let id, let family, _) where revoked.contains(family): "\(id)"
      case .refreshTokenIssued(let id, let family, _, _) where revoked.contains(family): "\(id)"
      default: nil
      }
    }
  }

  var changedRevocation: String? {
    zip(old.families, families).first { $0.isRevoked && $0 != $1 }.map { "\($0.0.id)" }
  }

  var revivedToken: String? {
    zip(old.refreshTokens, rows).first { !$0.isCurrent && $1.isCurrent }.map { "\($0.0.id)" }
  }

  var rewrittenRow: String? {
    zip(old.refreshTokens, rows).first { row, now in
      (now.id, now.family, now.generation, now.parent, now.digest, now.issuedAt)
        != (row.id, row.family, row.generation, row.parent, row.digest, row.issuedAt)
    }
    .map { "\($0.0.id)" }
  }

  var skippedGeneration: String? {
    rows.first { row in
      let parent = row.parent.map { new.record(of: $0) }
      return row.generation != (parent?.generation ?? 0) + 1
        || parent.map { $0.family != row.family } ?? false
    }
    .map { "\($0.id)" }
  }

  var crowdedFamily: String? {
    guard !allowsBranches else { return nil }
    return families.first { current(in: $0) > 1 }.map { "\($0.id): \(current(in: $0))" }
  }

  var emptyFamily: String? {
    guard new.policy.refresh != nil else { return nil }
    return families.first { $0.state == .active && current(in: $0) == 0 }.map { "\($0.id)" }
  }

  var strayCopy: String? {
    new.retryCopies.keys.first { id in
      let family = new.family(new.record(of: id).family)
      return family.state != .active || new.policy.refresh == nil
    }
    .map { "\($0)" }
  }

  private func current(in family: TokenFamily) -> Int {
    family.refreshTokens.count { new.record(of: $0).isCurrent }
  }

  private var allowsBranches: Bool {
    guard case .rotating(_, let grace) = new.policy.refresh?.rotation else { return false }
    return switch grace {
    case .none: false
    case .untilSuccessorUsed: true
    case .window(let window): window.answer == .newBranch
    }
  }

  private func first(_ pick: (ServerEvent) -> String?) -> String? {
    for case .server(let event) in events.map(\.kind) {
      if let found = pick(event) { return found }
    }
    return nil
  }
}
