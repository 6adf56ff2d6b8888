import Simulation
import TokenCore

/// Something to run to.
public enum RunUntil: Hashable, Sendable, CaseIterable {
  case nextEvent
  case nextExpiry
  case nextRefusal
  case detection

  var words: String {
    switch self {
    case .nextEvent: "next event"
    case .nextExpiry: "next expiry"
    case .nextRefusal: "next refusal"
    case .detection: "reuse is detected"
    }
  }

  func isReached(by event: TraceEvent) -> Bool {
    switch (self, event.kind) {
    case (.nextEvent, _): event.isStory
    case (.nextExpiry, .accessTokenExpired), (.nextExpiry, .refreshTokenExpired): true
    case (.nextRefusal, .answered(let exchange)): !exchange.decision.isAccepted
    case (.detection, .server(.refreshTokenReused)): true
    case (.nextExpiry, _), (.nextRefusal, _), (.detection, _): false
    }
  }

  /// How far ahead it is looked for: longer than any shipped refresh token lives.
  static let horizon = TimeSpan.days(40)
}

extension World {
  /// A copy of the world at the first moment at which `goal` has come true, with the trace up to
  /// there; nil if it never does within the horizon.
  func reaching(_ goal: RunUntil, from trace: Trace) -> (World, Trace)? {
    var world = self
    var trace = trace
    let end = now + RunUntil.horizon
    var seen = trace.events.count
    while let next = world.nextEventTime, next <= end, world.step(into: &trace) {
      if trace.events[seen...].contains(where: goal.isReached) { return (world, trace) }
      seen = trace.events.count
    }
    return nil
  }
}
