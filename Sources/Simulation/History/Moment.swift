import TokenCore

/// A place in a run: how many steps were taken, and what the clock showed. Several steps may share a
/// millisecond, so the clock alone does not say where one is.
package struct Moment: Hashable, Comparable, Sendable {
  package let steps: Int
  package let at: Instant

  package static func < (left: Moment, right: Moment) -> Bool {
    (left.steps, left.at) < (right.steps, right.at)
  }
}

/// A command that was given by hand, and the place in the run at which it was given.
package struct Order: Hashable, Sendable {
  package let moment: Moment
  package let command: Command
}

/// A command and the time that a script names for it.
package struct ScriptLine: Hashable, Sendable {
  package let at: Instant
  package let command: Command

  package init(at: Instant, command: Command) {
    self.at = at
    self.command = command
  }
}
