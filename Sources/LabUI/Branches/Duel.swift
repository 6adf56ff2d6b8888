import Analysis
import Narrative
import Simulation
import TokenCore

/// Two branches on one clock, each with what is told of it. Both are always at the same instant.
public struct Duel: Sendable {
  package private(set) var left: Telling
  package private(set) var right: Telling
  public internal(set) var isRunning = false
  /// How far the view is scrolled up from the newest line.
  public internal(set) var scroll = Scroll()
  /// Where they first differ, up to now.
  private(set) var difference: Difference?
  /// So many rows at least are told the same.
  private var agreed = 0

  /// Both are taken to the later of their ends, so that both endings show; then they go together.
  init(_ left: Branch, _ right: Branch) {
    self.left = Telling(left)
    self.right = Telling(right)
    seek(to: max(left.end.at, right.end.at))
  }

  public var now: Instant { left.branch.world.now }

  /// When the next thing happens on either side.
  var nextEventTime: Instant? {
    [left, right].compactMap(\.branch.nextEventTime).min()
  }

  /// When the last thing before now happened on either side.
  var previousEventTime: Instant? {
    let now = now
    return [left, right].compactMap { $0.branch.lastEvent { $0.isRow && $0.at < now }?.at }.max()
  }

  /// Takes both to an instant, back or ahead.
  mutating func seek(to instant: Instant) {
    left.seek(to: instant)
    right.seek(to: instant)
    findDifference()
  }
}

extension Duel {
  /// Looks for the difference from where it was looked before: nil while they tell the same.
  fileprivate mutating func findDifference() {
    if let difference, difference.at <= now { return }
    difference = Difference.first(between: left, and: right, from: &agreed)
  }
}
