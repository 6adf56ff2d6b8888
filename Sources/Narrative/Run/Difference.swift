import Simulation
import TokenCore

/// The first place at which two stories are not told the same.
package struct Difference: Hashable, Sendable {
  /// How many rows they have in common.
  package let row: Int
  package let at: Instant

  /// Looks from row `agreed` on, which it moves over the rows that are told the same; nil while all
  /// are.
  package static func first(
    between left: Telling, and right: Telling, from agreed: inout Int
  ) -> Difference? {
    agreed = min(agreed, left.chronicle.rows.count, right.chronicle.rows.count)
    while let mine = left.told(agreed), let theirs = right.told(agreed), mine == theirs {
      agreed += 1
    }
    let row = agreed
    let times = [left.told(row)?.at, right.told(row)?.at].compactMap(\.self)
    return times.min().map { Difference(row: row, at: $0) }
  }
}

/// A row as it is told, to the millisecond.
private struct Told: Equatable {
  package let at: Instant
  package let text: StoryText
}

extension Telling {
  /// Nil behind the last row.
  fileprivate func told(_ index: Int) -> Told? {
    guard chronicle.rows.indices.contains(index) else { return nil }
    let row = chronicle.rows[index]
    let event = branch.trace.event(row.event)
    return Told(
      at: event.at, text: event.storyText(in: branch.world.setting, effects: row.effects))
  }
}
