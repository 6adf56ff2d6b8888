import Analysis
import Simulation
import TokenCore

/// Two branches on one clock, each with what its views need. Both are always at the same instant.
public struct Duel: Sendable {
  public private(set) var left: Side
  public private(set) var right: Side
  public internal(set) var isRunning = false
  /// How many lines the view is scrolled up from the newest.
  public internal(set) var up = 0
  /// Where they first differ, up to now.
  private(set) var difference: Difference?
  /// So many rows at least are told the same.
  private var agreed = 0

  /// One of the two.
  public struct Side: Sendable {
    public fileprivate(set) var branch: Branch
    public fileprivate(set) var chronicle = Chronicle()
    private var meter = Meter()
    private var metered = 0

    init(_ branch: Branch) {
      self.branch = branch
    }

    fileprivate mutating func seek(to instant: Instant) {
      let isBack = instant < branch.world.now
      branch.seek(to: instant)
      if isBack {
        chronicle = Chronicle()
        (meter, metered) = (Meter(), 0)
      }
      chronicle.observe(branch.trace)
      for event in branch.trace.events[metered...] { meter.observe(event) }
      metered = branch.trace.events.count
    }

    /// What can be read off the story so far.
    public var measures: Measures { meter.reading(isOpen: false) }
  }

  /// Both are taken to the later of their ends, so that both endings show; then they go together.
  init(_ left: Branch, _ right: Branch) {
    self.left = Side(left)
    self.right = Side(right)
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

/// The first place at which two stories are not told the same.
struct Difference: Hashable, Sendable {
  /// How many rows they have in common.
  let row: Int
  let at: Instant
}

extension Duel {
  /// Looks for the difference from where it was looked before: nil while they tell the same.
  fileprivate mutating func findDifference() {
    if let difference, difference.at <= now { return }
    difference = nil
    agreed = min(agreed, left.chronicle.rows.count, right.chronicle.rows.count)
    while let mine = left.told(agreed), let theirs = right.told(agreed), mine == theirs {
      agreed += 1
    }
    let times = [left.told(agreed)?.at, right.told(agreed)?.at].compactMap(\.self)
    difference = times.min().map { Difference(row: agreed, at: $0) }
  }
}

/// A row as the screen tells it, to the millisecond.
private struct Told: Equatable {
  let at: Instant
  let text: StoryText
}

extension Duel.Side {
  /// Nil behind the last row.
  fileprivate func told(_ index: Int) -> Told? {
    guard chronicle.rows.indices.contains(index) else { return nil }
    let row = chronicle.rows[index]
    let event = branch.trace.events[row.event]
    return Told(
      at: event.at, text: event.storyText(in: branch.world.setting, effects: row.effects))
  }
}
