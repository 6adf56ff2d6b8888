import TokenCore

/// A place in a run: how many steps were taken, and what the clock showed. Several steps may share a
/// millisecond, so the clock alone does not say where one is.
public struct Moment: Hashable, Comparable, Sendable {
  public let steps: Int
  public let at: Instant

  public static func < (left: Moment, right: Moment) -> Bool {
    (left.steps, left.at) < (right.steps, right.at)
  }
}

/// A command that was given by hand, and the place in the run at which it was given.
public struct Order: Hashable, Sendable {
  public let moment: Moment
  public let command: Command
}

/// A command and the time that a script names for it.
public struct ScriptLine: Hashable, Sendable {
  public let at: Instant
  public let command: Command

  public init(at: Instant, command: Command) {
    self.at = at
    self.command = command
  }
}
