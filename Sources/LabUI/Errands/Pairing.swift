import Narrative
import Simulation
import TokenCore

/// Two branches on their way to one instant, the later of their ends, so that both endings show: a value
/// that can be kept between two moments, and dropped.
struct Pairing: Sendable {
  private(set) var left: Telling
  private(set) var right: Telling
  private let goal: Instant

  init(_ left: Branch, _ right: Branch) {
    self.left = Telling(left)
    self.right = Telling(right)
    goal = max(left.end.at, right.end.at)
  }

  /// How far the one that is behind has come.
  var now: Instant { min(left.branch.world.now, right.branch.world.now) }

  /// So many moments further at most; true when both are there.
  mutating func advance(atMost count: Int) -> Bool {
    for _ in 0..<count {
      guard advance(&left) || advance(&right) else { return true }
    }
    return false
  }

  private func advance(_ side: inout Telling) -> Bool {
    guard side.branch.world.now < goal else { return false }
    side.seek(to: min(goal, side.branch.nextEventTime ?? goal))
    return true
  }
}

/// Two branches side by side that run on, in a copy, until they differ: a value that can be kept between
/// two moments, and dropped.
struct DifferenceSearch: Sendable {
  /// As far as they have run.
  private(set) var ahead: Duel
  private let end: Instant
  private var momentsLeft = 20_000

  init(from duel: Duel) {
    ahead = duel
    end = duel.now + RunUntil.horizon
  }

  /// So many moments further at most.
  mutating func run(atMost count: Int) -> SearchOutcome {
    for _ in 0..<count {
      if ahead.difference != nil { return .reached }
      guard momentsLeft > 0, let next = ahead.nextEventTime, next <= end else { return .never }
      ahead.seek(to: next)
      momentsLeft -= 1
    }
    return .onItsWay
  }
}
