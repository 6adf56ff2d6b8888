import TokenCore

extension Branch {
  /// Goes to an instant, back or forth: everything due up to and at it has happened, nothing after.
  /// What is known of the future stays known.
  package mutating func seek(to instant: Instant) {
    if instant < world.now { restore(checkpoint { $0.at <= instant }) }
    advance(to: instant)
  }

  /// Goes to the place just after so many steps; where that is further than the run ever gets, to its
  /// end.
  package mutating func seek(toStep step: Int) {
    if step < moment.steps || (step == moment.steps && world.now > stepTime) {
      restore(checkpoint { $0.steps <= step })
    }
    while moment.steps < step, self.step() {}
  }

  /// Goes to the place just after an event of the trace.
  package mutating func seek(toEvent event: Int) {
    seek(toStep: step(of: event))
  }

  /// When the last step was taken; the clock may have moved on since.
  private var stepTime: Instant { trace.events.last?.at ?? .start }

  /// The last event of an earlier place for which the condition holds: an event of the last step counts
  /// only when the clock has moved on since.
  package func lastEvent(where holds: (TraceEvent) -> Bool) -> TraceEvent? {
    let isAtStep = world.now == stepTime
    let here = trace.events.isEmpty ? 0 : step(of: trace.events.count - 1)
    return trace.events.last { event in
      holds(event) && (!isAtStep || step(of: event.id) < here)
    }
  }

  /// The world just before an event of the trace happened, or any step of the same moment.
  package func world(before event: Int) -> World {
    var branch = self
    branch.seek(toStep: max(0, step(of: event) - 1))
    return branch.world
  }

  /// The world at an instant.
  package func world(at instant: Instant) -> World {
    var branch = self
    branch.seek(to: instant)
    return branch.world
  }

  /// The same people and script, and every order given so far at its time, under another setting: the
  /// orders have become part of the script.
  package func rerun(
    under setting: Setting, withOrders: Bool, _ cryptography: any TokenCryptography
  ) -> Branch {
    let lines = ordersGiven.map { ScriptLine(at: $0.moment.at, command: $0.command) }
    var branch = Branch(setting, script: script + (withOrders ? lines : []), cryptography)
    branch.origin = .rerun(of: id, at: world.now)
    return branch
  }
}
