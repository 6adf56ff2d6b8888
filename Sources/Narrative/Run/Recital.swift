import Simulation
import TokenCore

/// A run that is played from its start and told on the way. Nothing of what was told is kept, so the
/// memory that it takes grows with what the servers keep and not with how much has happened.
package struct Recital<Form: TraceForm> {
  /// How things stand after what has been told.
  package private(set) var world: World
  /// How many steps were taken.
  package private(set) var steps = 0
  private var form: Form
  private var trace = Trace()

  /// A run at time zero with its script in the queue.
  package init(
    _ setting: Setting, script: [ScriptLine], as form: Form, _ cryptography: any TokenCryptography
  ) {
    world = World(setting, cryptography)
    for line in script { world.schedule(line.command, at: line.at) }
    self.form = form
  }

  /// What is told before anything has happened: the first thing to ask for.
  package mutating func opening() -> [String] { form.opening(of: world) }

  /// When the next thing happens; nil when nothing is due any more.
  package var nextEventTime: Instant? { world.nextEventTime }

  /// Lets the next thing happen and gives the lines that are complete by it.
  package mutating func step() -> [String] {
    guard world.step(into: &trace) else { return [] }
    steps += 1
    var lines: [String] = []
    for event in trace.drain() { lines += form.lines(for: event, in: world) }
    return lines
  }

  /// Lets time pass up to the instant, at and before which nothing is due.
  package mutating func wait(until instant: Instant) {
    precondition(nextEventTime.map { $0 > instant } ?? true, "something happens first")
    world.advance(to: instant, into: &trace)
  }

  /// What is told when the run ends here, wherever that is.
  package mutating func ending() -> [String] { form.ending(of: world) }
}

/// How a run is written down line by line, in the order in which it happens. It keeps no more than the
/// line that may still change, so that a long run is never in memory as text.
package protocol TraceForm {
  /// The lines before the first event.
  mutating func opening(of world: World) -> [String]
  /// The lines that are complete now that the event has happened; the world is the one after its step.
  mutating func lines(for event: TraceEvent, in world: World) -> [String]
  /// The line that was kept back, and how things stand at the end.
  mutating func ending(of world: World) -> [String]
}
