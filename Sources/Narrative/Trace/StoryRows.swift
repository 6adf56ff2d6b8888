import Simulation
import TokenCore

/// A row of the story and the server's changes that belong to it.
package struct StoryRow: Hashable, Sendable {
  package let event: TraceEvent
  package fileprivate(set) var effects: [ServerEvent] = []
}

/// Puts events together to rows of the story, one after the other: the rows of a `Chronicle`, of which
/// only the newest is kept.
package struct StoryRows: Sendable {
  /// The row that changes may still join.
  package private(set) var newest: StoryRow?

  package init() {}

  /// Takes in an event; gives the row that nothing can join any more, where the event begins another.
  package mutating func take(_ event: TraceEvent) -> StoryRow? {
    if case .server(let change) = event.kind, let row = newest, row.event.id == event.cause {
      newest?.effects.append(change)
      return nil
    }
    guard event.isRow else { return nil }
    defer { newest = StoryRow(event: event) }
    return newest
  }
}
