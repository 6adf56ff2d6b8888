import Narrative
import Simulation
import TokenCore

/// A slice of each errand.
extension Errand {
  /// So many steps of a world further at most, or so many moments of two. What is still to be done; nil
  /// where the errand is finished. Consumed, because a search would copy its whole trace if the old value
  /// were still there.
  consuming func carriedOn(in model: inout LabModel, _ steps: Int) -> Errand? {
    if isAdding, model.stopWhereFull() { return nil }
    switch consume self {
    case .passing(let passing):
      return passing.isPassed(in: &model, steps) ? nil : .passing(passing)
    case .going(let instant, let lastStep):
      return Self.isThere(instant, lastStep, in: &model, steps)
        ? nil : .going(to: instant, lastStep: lastStep)
    case .settling(let end):
      let isQuiet = model.history.move { $0.settle(by: end, atMost: steps) }
      model.chronicle.observe(model.trace)
      return isQuiet ? nil : .settling(by: end)
    case .searching(let search): return searched(search, in: &model, steps)
    case .searchingEndOfAttack(let search): return searched(search, in: &model, steps)
    case .pairing(let pairing): return paired(pairing, in: &model, steps)
    case .watching(let passing):
      return Self.isWatched(to: passing.to, in: &model, steps) ? nil : .watching(passing)
    case .goingTogether(let instant):
      return Self.isWatched(to: instant, in: &model, steps) ? nil : .goingTogether(to: instant)
    case .searchingDifference(let search): return searched(search, in: &model, steps)
    }
  }

  /// Whether it adds to what is kept, and not to a copy.
  private var isAdding: Bool {
    switch self {
    case .passing, .going, .settling, .pairing, .watching, .goingTogether, .searchingDifference:
      true
    case .searching, .searchingEndOfAttack: false
    }
  }

  private static func isThere(
    _ instant: Instant, _ lastStep: Int, in model: inout LabModel, _ steps: Int
  ) -> Bool {
    let left = lastStep - model.history.branch.moment.steps
    let isThere = model.history.move { $0.advance(to: instant, atMost: min(steps, left)) }
    model.chronicle.observe(model.trace)
    model.selectedRow = nil
    guard !isThere, left <= steps else { return isThere }
    model.status = "so much happens until \(instant.clockText) that this is as far as it goes"
    return true
  }

  private static func isWatched(to instant: Instant, in model: inout LabModel, _ moments: Int)
    -> Bool
  {
    guard var duel = model.duel else { return true }
    model.duel = nil
    defer { model.duel = duel }
    return duel.advance(to: instant, atMost: moments)
  }
}

extension Passing {
  /// Lets time pass, so many steps of it at most; an alarm stops it. Whether all has passed that may.
  fileprivate func isPassed(in model: inout LabModel, _ steps: Int) -> Bool {
    let wasAlarm = model.chronicle.verdict.isAlarm
    let first = model.history.branch.moment.steps
    while let next = model.history.branch.nextEventTime, next <= to {
      guard model.history.branch.moment.steps - first < steps else { return false }
      model.advance(to: next)
      if model.chronicle.verdict.isAlarm, !wasAlarm {
        (model.isRunning, model.selectedRow) = (false, nil)
        return true
      }
    }
    model.advance(to: to)
    return true
  }
}
