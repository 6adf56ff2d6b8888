import Simulation
import TokenCore

/// Something to run to.
package enum RunUntil: Hashable, Sendable, CaseIterable {
  case nextEvent
  case nextExpiry
  case nextDecision
  case nextRefusal
  case detection

  package var words: String {
    switch self {
    case .nextEvent: "next event"
    case .nextExpiry: "next expiry"
    case .nextDecision: "next decision"
    case .nextRefusal: "next refusal"
    case .detection: "reuse is detected"
    }
  }

  func isReached(by event: TraceEvent) -> Bool {
    switch (self, event.kind) {
    case (.nextEvent, _): event.isRow
    case (.nextExpiry, .accessTokenExpired), (.nextExpiry, .refreshTokenExpired): true
    case (.nextDecision, .answered): true
    case (.nextRefusal, .answered(let exchange)): !exchange.decision.isAccepted
    case (.detection, .server(.refreshTokenReused)): true
    case (.nextExpiry, _), (.nextDecision, _), (.nextRefusal, _), (.detection, _): false
    }
  }

  /// How far ahead it is looked for: longer than any shipped refresh token lives.
  package static let horizon = TimeSpan.days(40)

  /// How many steps are taken in search of it, so that a key answers soon whatever the scenario.
  package static let mostSteps = 100_000
}

extension Branch {
  /// Runs on until the wire is quiet.
  package mutating func settle() {
    advance(to: world.now)
    let end = world.now + Self.longestSettling
    while world.hasMessagesInFlight, let next = nextEventTime, next <= end { advance(to: next) }
  }

  /// A client that gets no answers gives up well before this.
  private static let longestSettling = TimeSpan.seconds(30)

  /// A copy at the first place at which `goal` has come true; nil if it never does within the horizon.
  package func reaching(_ goal: RunUntil) -> Branch? {
    var branch = self
    let end = world.now + RunUntil.horizon
    var seen = trace.events.count
    while let next = branch.nextEventTime, next <= end, branch.step() {
      if branch.trace.events(since: seen).contains(where: goal.isReached) { return branch }
      seen = branch.trace.events.count
      guard branch.moment.steps - moment.steps < RunUntil.mostSteps else { return nil }
    }
    return nil
  }
}
