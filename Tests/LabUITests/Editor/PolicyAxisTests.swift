import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Every axis of every strategy, both ways to the end.
struct PolicyAxisTests {
  @Test(arguments: Strategy.catalogue, PolicyAxis.allCases)
  func `an axis moves one value and comes to an end both ways`(
    strategy: Strategy, axis: PolicyAxis
  ) {
    let start = PolicyDraft(Setting(strategy: strategy))
    #expect(start.axes.contains(axis) == !axis.value(in: start).isEmpty)
    for step in Step.allCases {
      var draft = start
      var count = 0
      while draft.axes.contains(axis), let next = axis.stepped(draft, step), count < 40 {
        #expect(axis.value(in: next) != axis.value(in: draft))
        #expect(next.isChanged(axis) == (axis.value(in: next) != axis.value(in: start)))
        draft = next
        count += 1
      }
      #expect(count < 20)
    }
  }

  @Test(arguments: Strategy.catalogue)
  func `axes that mean nothing do not move`(strategy: Strategy) {
    let draft = PolicyDraft(Setting(strategy: strategy))
    for axis in PolicyAxis.allCases where !draft.axes.contains(axis) {
      #expect(axis.stepped(draft, .forth) == nil && axis.stepped(draft, .back) == nil, "\(axis)")
    }
  }

  @Test(arguments: Strategy.catalogue)
  func `one step there and back gives the shipped strategy again`(strategy: Strategy) {
    let draft = PolicyDraft(Setting(strategy: strategy))
    #expect(draft.strategyID == strategy.id)
    for axis in draft.axes {
      guard let there = axis.stepped(draft, .forth) else { continue }
      #expect(there.strategyID == "\(strategy.id)*", "\(axis)")
      let back = axis.stepped(there, .back)
      #expect(back?.policy == draft.policy || axis.isLossy, "\(axis)")
    }
  }

  @Test func `names fit their column`() {
    #expect(PolicyAxis.edited.allSatisfy { $0.label.unicodeScalars.count <= 22 })
  }

  @Test func `no limit stands above the longest`() {
    let rungs = [TimeSpan.minutes(1), .hours(1)]
    #expect(Ladder.limit(.hours(1), .forth, on: rungs) == .some(nil))
    #expect(Ladder.limit(nil, .forth, on: rungs) == nil)
    #expect(Ladder.limit(nil, .back, on: rungs) == .some(.hours(1)))
    #expect(Ladder.limit(.minutes(1), .back, on: rungs) == nil)
    #expect(Ladder.step(.minutes(7), .back, on: rungs) == .minutes(1))
    #expect(Ladder.step(.minutes(7), .forth, on: rungs) == .hours(1))
  }
}

extension PolicyAxis {
  /// Axes whose ladder does not hold every shipped value, or that bring back a kind's own rules.
  fileprivate var isLossy: Bool {
    switch self {
    case .renewal, .rotation, .habit, .accessCheck, .grace: true
    default: false
    }
  }
}
