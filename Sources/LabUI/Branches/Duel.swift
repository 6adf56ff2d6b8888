import Analysis
import Simulation
import TokenCore

/// Two branches on one clock, each with what its views need. Both are always at the same instant.
public struct Duel: Sendable {
  public private(set) var left: Side
  public private(set) var right: Side
  public internal(set) var isRunning = false
  /// The line that the view shows at its top; nil follows the clock.
  public internal(set) var top: Int?
  /// Until when the two have been compared, and where they first differ.
  private(set) var difference: Difference?

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
    [left, right].compactMap { $0.branch.lastEvent { $0.isRow }?.at }.filter { $0 < now }.max()
  }

  /// Takes both to an instant, back or ahead.
  mutating func seek(to instant: Instant) {
    left.seek(to: instant)
    right.seek(to: instant)
    if difference.map({ $0.at > now }) ?? true {
      difference = Difference(left, right) ?? difference
    }
  }
}

/// The first place at which two stories are not the same.
struct Difference: Hashable, Sendable {
  /// How many rows they have in common.
  let row: Int
  let at: Instant

  /// Nil while they tell the same.
  init?(_ left: Duel.Side, _ right: Duel.Side) {
    let rows = (left.rows, right.rows)
    var row = 0
    while row < rows.0.count, row < rows.1.count, rows.0[row].tellsTheSame(as: rows.1[row]) {
      row += 1
    }
    let times = [rows.0, rows.1].compactMap { row < $0.count ? $0[row].at : nil }
    guard let at = times.min() else { return nil }
    self.row = row
    self.at = at
  }
}

extension Duel.Side {
  /// The events that have a row in the story.
  var rows: [TraceEvent] { chronicle.rows.map { branch.trace.events[$0.event] } }
}

extension TraceEvent {
  /// The same thing at the same time to the same party. Numbers of events and messages are not part of
  /// the story.
  func tellsTheSame(as other: TraceEvent) -> Bool {
    guard at == other.at, party == other.party else { return false }
    switch (kind, other.kind) {
    case (.answered(let mine), .answered(let theirs)): return mine.tellsTheSame(as: theirs)
    case (.lost(let mine), .lost(let theirs)): return mine.payload == theirs.payload
    default: return kind == other.kind
    }
  }
}

extension Exchange {
  fileprivate func tellsTheSame(as other: Exchange) -> Bool {
    from == other.from && request.title == other.request.title && status == other.status
      && decision.denial?.reason == other.decision.denial?.reason
  }
}
