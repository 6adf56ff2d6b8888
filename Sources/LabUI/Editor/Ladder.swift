import TokenCore

/// Which way a key moves a value.
public enum Step: Int, Hashable, CaseIterable, Sendable {
  case back = -1
  case forth = 1
}

/// Lengths of time in an order that a person would try them in.
enum Ladder {
  /// The next rung; from between two rungs the nearest one that way. Nil at the end.
  static func step(_ value: TimeSpan, _ step: Step, on rungs: [TimeSpan]) -> TimeSpan? {
    switch step {
    case .forth: rungs.first { $0 > value }
    case .back: rungs.last { $0 < value }
    }
  }

  /// The same where nil, no limit, stands above the highest rung; the outer nil is the end.
  static func limit(_ value: TimeSpan?, _ step: Step, on rungs: [TimeSpan]) -> TimeSpan?? {
    switch (value, step) {
    case (nil, .forth): return .none
    case (nil, .back): return .some(rungs.last)
    case (let value?, .forth): return .some(Ladder.step(value, .forth, on: rungs))
    case (let value?, .back): return Ladder.step(value, .back, on: rungs).map { .some($0) }
    }
  }
}
