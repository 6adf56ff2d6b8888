import Analysis
import Simulation
import TokenCore

extension Branch {
  /// A copy at the first moment at which the attacker has no access left; nil if that never comes
  /// within the horizon. What it could still do is asked again only when something has changed.
  package func reachingEndOfAttack() -> Branch? {
    var branch = self
    let horizon = world.now + RunUntil.horizon
    var seen = trace.events.count
    var last = world.lastAccess(of: .attacker)
    var asked = 0
    while asked < Self.mostAsked {
      let end: Instant? =
        switch last {
        case .none: branch.world.now
        case .until(let end, _): end
        case .open: nil
        }
      if let end, end <= (branch.nextEventTime ?? horizon) {
        branch.advance(to: end)
        return end <= horizon ? branch : nil
      }
      guard let next = branch.nextEventTime, next <= horizon, branch.step(),
        branch.moment.steps - moment.steps < RunUntil.mostSteps
      else { return nil }
      if branch.trace.events(since: seen).contains(where: \.mayEndAccess) {
        last = branch.world.lastAccess(of: .attacker)
        asked += 1
      }
      seen = branch.trace.events.count
    }
    return nil
  }

  /// How often it is asked, so that the key answers soon: a month of a few changes a day.
  private static let mostAsked = 150
}

extension TraceEvent {
  /// Whether it may change how long somebody has access.
  fileprivate var mayEndAccess: Bool {
    switch kind {
    case .attacker: true
    case .server(let change): change.mayEndAccess
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .answered, .client,
      .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}

extension ServerEvent {
  fileprivate var mayEndAccess: Bool {
    switch self {
    case .refreshTokenSpent, .refreshTokenDisplaced, .familyRevoked, .familyClosed,
      .accessTokenRevoked, .userChanged, .signingKeyWithdrawn:
      true
    case .familyStarted, .accessTokenIssued, .refreshTokenIssued, .refreshTokenUsed,
      .refreshTokenRetried, .refreshTokenReused, .signingKeyRotated:
      false
    }
  }
}
