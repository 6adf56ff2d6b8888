import Canvas
import Narrative
import Simulation
import TokenCore

/// Putting two branches side by side.
extension LabModel {
  mutating func compareWithOrigin() {
    if let origin = history.branch.parentID { compare(with: origin) }
  }

  mutating func compare(with id: Int) {
    guard id != history.branch.id, let other = history.branch(id) else {
      status = "branch \(id) is the one shown: choose another to compare"
      return
    }
    let pair = [other, history.branch].sorted { $0.id < $1.id }
    show(Duel(pair[0], pair[1]))
  }

  /// The same run under another strategy.
  mutating func compare(under strategy: Strategy) {
    guard let other = history.rerun(under: setting.under(strategy), cryptography) else {
      return sayFull()
    }
    compare(with: other)
  }

  mutating func compareWhoIsFirst() {
    let duel = history.whoIsFirst(on: device)
    lookAgain()
    if let duel { show(duel) } else { sayFull() }
  }

  private mutating func show(_ duel: Duel) {
    overlay = nil
    zoomed = nil
    isRunning = false
    self.duel = duel
    status = nil
  }

  /// Whether the key meant something for the two together.
  mutating func pressInDuel(_ key: Key) -> Bool {
    guard let outcome = duel?.press(key) else { return false }
    switch outcome {
    case .stays(let words): status = words
    case .enters(let id, let instant): enter(id, at: instant)
    case .leaves: duel = nil
    case .passes: return false
    }
    return true
  }

  private mutating func enter(_ id: Int, at instant: Instant) {
    go(toBranch: id)
    guard history.branch.id == id else { return }
    travel { $0.seek(to: instant) }
  }
}
