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

  /// Of two that are at the same instant.
  init(_ pairing: Pairing) {
    left = pairing.left
    right = pairing.right
    findDifference()
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

  /// Takes both to an instant ahead, but no further than so many moments; false where it is not there.
  mutating func advance(to instant: Instant, atMost count: Int) -> Bool {
    for _ in 0..<count {
      guard let next = nextEventTime, next <= instant else {
        seek(to: instant)
        return true
      }
      seek(to: next)
    }
    return false
  }

  /// Takes both to an instant, back or ahead, at once.
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
