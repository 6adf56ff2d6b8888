import Soak
import TokenCore

@testable import Simulation

/// A step as it was, open to changes that no server, client or wire would make.
struct DoctoredStep {
  let before: World
  var after: World
  /// Everything up to and with the step.
  var events: [TraceEvent]
  /// How many of them there were before it.
  let since: Int

  /// The invariants that the step breaks.
  var broken: Set<Invariant> {
    let step = WorldStep(before: before, after: after, trace: trace, since: since)
    return Set(Invariant.allCases.filter { $0.violation(in: step) != nil })
  }

  private var trace: Trace {
    var trace = Trace()
    for event in events {
      _ = trace.append(event.kind, by: event.party, at: event.at, because: event.cause)
    }
    return trace
  }

  /// The events of the step, to be changed.
  var own: [TraceEvent] {
    get { Array(events[since...]) }
    set { events.replaceSubrange(since..., with: newValue) }
  }

  /// The request that was refused in the step is answered as though nothing had been wrong with it.
  mutating func serve() {
    replaceAnswer { exchange in
      let response: Payload =
        exchange.request.isCall ? .resourceResponse(.init(status: 200)) : exchange.response
      return Exchange(
        from: exchange.from, sentAt: exchange.sentAt, request: exchange.request,
        response: response, decision: Decision(), cost: exchange.cost)
    }
  }

  mutating func replaceAnswer(_ change: (Exchange) -> Exchange) {
    own = own.map { event in
      guard let exchange = event.kind.exchange else { return event }
      return event.saying(.answered(change(exchange)))
    }
  }
}

extension TraceEvent {
  func saying(_ kind: Kind) -> TraceEvent {
    TraceEvent(id: id, at: at, party: party, kind: kind, cause: cause)
  }

  func because(_ cause: Int) -> TraceEvent {
    TraceEvent(id: id, at: at, party: party, kind: kind, cause: cause)
  }
}

extension Payload {
  var isCall: Bool { if case .resourceRequest = self { true } else { false } }
  var isTokenRequest: Bool { if case .tokenRequest = self { true } else { false } }
}
