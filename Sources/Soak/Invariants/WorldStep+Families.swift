import Simulation
import TokenCore

/// What a step may not do to a family of tokens.
extension WorldStep {
  /// Whether the server asks its own rows before it gives a token; a signed refresh token and a
  /// re-issue without a look at the user are answered from the token alone.
  var asksItsRows: Bool {
    policy.renewal.asksRows
  }

  var giftOfRevokedFamily: String? {
    guard asksItsRows else { return nil }
    return firstGift { $0.index < old.families.count && old.family($0).isRevoked }
  }

  /// The first token issued in this step to such a family.
  func firstGift(to isMeant: (FamilyID) -> Bool) -> String? {
    for event in serverEvents {
      if case .accessTokenIssued(let id, let family, _) = event, isMeant(family) { return "\(id)" }
      if case .refreshTokenIssued(let id, let family, _, _) = event, isMeant(family) {
        return "\(id)"
      }
    }
    return nil
  }

  var changedRevocation: String? {
    touchedFamilies.first {
      $0.index < old.families.count && old.family($0).isRevoked
        && old.family($0).state != new.family($0).state
    }
    .map { "\($0)" }
  }

  var survivorOfRevocation: String? {
    guard policy.accessToken.isReachedByRevocation else { return nil }
    for case .familyRevoked(let family, _) in serverEvents {
      if let survivor = survivor(of: family) { return survivor }
    }
    return nil
  }

  /// An access token of the family that the record still stands behind and somebody may still accept.
  private func survivor(of family: FamilyID) -> String? {
    new.family(family).accessTokens.first { id in
      let record = new.record(of: id)
      return record.revokedAt == nil && now < lastMoment(of: record)
    }
    .map { "\($0)" }
  }

  var revivedToken: String? {
    touchedRows.first {
      $0.index < old.refreshTokens.count && !old.record(of: $0).isCurrent
        && new.record(of: $0).isCurrent
    }
    .map { "\($0)" }
  }

  var skippedGeneration: String? {
    touchedRows.first { id in
      let row = new.record(of: id)
      let parent = row.parent.map { new.record(of: $0) }
      return row.generation != (parent?.generation ?? 0) + 1
        || parent.map { $0.family != row.family } ?? false
    }
    .map { "\($0)" }
  }

  var crowdedFamily: String? {
    guard !allowsBranches else { return nil }
    return touchedFamilies.first { isOfToday($0) && current(in: $0) > 1 }.map {
      "\($0): \(current(in: $0))"
    }
  }

  var emptyFamily: String? {
    guard policy.refresh != nil else { return nil }
    return touchedFamilies.first {
      isOfToday($0) && new.family($0).state == .active && current(in: $0) == 0
    }
    .map { "\($0)" }
  }

  private func current(in family: FamilyID) -> Int {
    new.family(family).refreshTokens.count { new.record(of: $0).isCurrent }
  }

  private var allowsBranches: Bool {
    policy.refresh.map {
      $0.rotation.grace.allowsBranches || $0.rotation == .renewed || $0.spendingGap > .zero
    } ?? false
  }
}
