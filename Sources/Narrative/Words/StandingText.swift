import Simulation
import TokenCore

/// How tokens and families stand, in words.
extension World {
  /// `RT2 active until 7d 0:15:00`, `RT1 spent`; nil for no token.
  package func standingText(_ id: RefreshTokenID?) -> String? {
    id.map { text("\($0)", Standing(of: $0, in: authorizationServer, at: now)) }
  }

  /// `the cookie of s1, good until 30:00.0`; one that names no session any more opens nothing.
  package func standingText(_ cookie: SessionCookie) -> String {
    guard let id = authorizationServer.session(behind: cookie, cryptography) else {
      return "a cookie of no session"
    }
    if authorizationServer.session(id).end != nil { return "the cookie of \(id), ended" }
    let end = authorizationServer.expiry(of: id)
    return "the cookie of \(id), " + (now < end ? "good until \(end.clockText)" : "over")
  }

  /// A token past its private short expiry is told with the `exp` that others go by.
  package func standingText(_ id: AccessTokenID?) -> String? {
    if let id, case let record = authorizationServer.record(of: id),
      record.usableUntil.map({ $0 <= now }) ?? false, now < record.expiresAt
    {
      return "\(id) past useExp, exp \(record.expiresAt.clockText)"
    }
    return id.map { text("\($0)", Standing(of: $0, in: authorizationServer, at: now)) }
  }

  private func text(_ name: String, _ standing: Standing) -> String {
    guard standing.isAlive else { return "\(name) \(standing.word)" }
    return "\(name) \(standing.word) until \(standing.end?.clockText ?? "revoked")"
  }
}

extension TokenFamily {
  package var stateText: String {
    switch state {
    case .active: "active"
    case .closed(let at): "closed since \(at.clockText)"
    case .revoked(let at, let reason): "revoked since \(at.clockText) (\(reason.rawValue))"
    }
  }
}
