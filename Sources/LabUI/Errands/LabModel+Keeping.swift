import Simulation

/// How much is kept of what happened: every event is, so that one can go back to it, and so there is a
/// most.
extension LabModel {
  /// The most events that are kept unless somebody says otherwise.
  public static let usualMostEvents = 500_000

  /// Why no more time can pass: so much has happened that no more is kept.
  var keepingObstacle: String? {
    keepingObstacle(with: history.branch, beside: duel?.sides ?? [])
  }

  /// The same, where this branch stands for the one that is shown, and these are side by side.
  func keepingObstacle(with branch: Branch, beside sides: [Branch] = []) -> String? {
    let others = history.others.reduce(0) { $0 + $1.trace.count }
    let ahead = sides.reduce(0) { sum, side in
      sum + max(0, side.trace.count - (history.branch(side.id)?.trace.count ?? 0))
    }
    guard others + branch.trace.count + ahead >= mostEvents else { return nil }
    return "\(mostEvents) trace events kept (--max-events): \(keepingRemedy)"
  }

  /// What makes room again.
  var keepingRemedy: String {
    history.others.isEmpty ? "p starts a run; B, x forgets this" : "B, then x, forgets a branch"
  }

  /// Stops time where no more is kept, and says so; true where it did.
  mutating func stopWhereFull() -> Bool {
    guard let obstacle = keepingObstacle else { return false }
    isRunning = false
    duel?.isRunning = false
    status = obstacle
    return true
  }
}

extension Duel {
  /// Both branches, as far as they have run.
  var sides: [Branch] { [left.branch, right.branch] }
}

extension Pairing {
  /// Both branches, as far as they have run.
  var sides: [Branch] { [left.branch, right.branch] }
}
