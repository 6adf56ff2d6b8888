import Simulation
import TokenCore

/// What a token is good for at this moment.
package struct Standing: Equatable {
  package enum State: String, Equatable {
    case active, expiring, expired, spent, displaced, revoked, obsolete
  }

  package let state: State
  /// When it ends by itself, where that still matters.
  package let end: Instant?
  /// The share of its life that is left, from 0 to 1.
  package let left: Double

  package var word: String {
    switch state {
    case .active: "active"
    case .expiring: "expiring"
    case .expired: "expired"
    case .spent: "spent"
    case .displaced: "displaced"
    case .revoked: "revoked"
    case .obsolete: "obsolete"
    }
  }

  package var isAlive: Bool { state == .active || state == .expiring }

  /// How it stands: the countdown while it lives, the word once it does not.
  package func text(at now: Instant) -> String {
    guard isAlive else { return word }
    return end.map { ($0 - now).countdownText } ?? "no end"
  }
}

extension Standing {
  package init(of id: RefreshTokenID, in server: borrowing AuthorizationServer, at now: Instant) {
    let record = server.record(of: id)
    let end = server.expiry(of: id)
    let left = Self.share(left: end, from: record.issuedAt, at: now)
    self.init(state: Self.state(of: record, server, end: end, left, at: now), end: end, left: left)
  }

  private static func state(
    of record: RefreshTokenRecord, _ server: AuthorizationServer, end: Instant?, _ left: Double,
    at now: Instant
  ) -> State {
    switch record.state {
    case .spent: return .spent
    case .displaced: return .displaced
    case .current: break
    }
    if server.isObsolete(record) { return .obsolete }
    let isKept = server.policy.refresh?.form == .opaque
    if isKept, server.family(record.family).isRevoked { return .revoked }
    if let end, now >= end { return .expired }
    return left < 0.2 ? .expiring : .active
  }

  /// A session's handle ends when the session does; anything else when the API stops serving it,
  /// unless its record is looked at and stands no more.
  package init(of id: AccessTokenID, in server: borrowing AuthorizationServer, at now: Instant) {
    let record = server.record(of: id)
    let served = server.servedUntil(record)
    let end = min(served, server.sessionEnd(of: record.family) ?? served)
    let start =
      server.policy.session == nil ? record.issuedAt : server.family(record.family).lastUsedAt
    let left = Self.share(left: end, from: start, at: now)
    let state: State =
      now >= end
      ? .expired
      : Self.isStruckOff(record, server)
        ? .revoked
        : server.obsolescence(of: record) != nil
          ? .obsolete : left < 0.2 ? .expiring : .active
    self.init(state: state, end: end, left: left)
  }

  /// Whether whoever looks at the record finds that it stands no more.
  private static func isStruckOff(
    _ record: AccessTokenRecord, _ server: AuthorizationServer
  ) -> Bool {
    let check = server.policy.accessToken.check
    let isEnded = check.looksAtToken && record.revokedAt != nil
    return isEnded || server.isOfOldVersion(record)
      || (check.looksAtSession || check == .signals) && server.family(record.family).isRevoked
  }

  private static func share(left end: Instant?, from start: Instant, at now: Instant) -> Double {
    guard let end, end > start else { return 1 }
    let share = Double((end - now).milliseconds) / Double((end - start).milliseconds)
    return min(max(share, 0), 1)
  }
}
