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
    show(Pairing(pair[0], pair[1]))
  }

  /// The same run under another strategy.
  mutating func compare(under strategy: Strategy) {
    guard let other = history.rerun(under: setting.under(strategy), cryptography) else {
      return sayFull()
    }
    compare(with: other)
  }

  mutating func compareWhoIsFirst() {
    let pairing = history.whoIsFirst(on: device)
    lookAgain()
    if let pairing { show(pairing) } else { sayFull() }
  }

  /// Sets out to one instant with both, from where they are side by side.
  private mutating func show(_ pairing: Pairing) {
    overlay = nil
    zoomed = nil
    isRunning = false
    duel = nil
    status = nil
    errand = .pairing(pairing)
  }

  /// Whether the key meant something for the two together.
  mutating func pressInDuel(_ key: Key) -> Bool {
    guard let outcome = duel?.press(key) else { return false }
    switch outcome {
    case .stays(let words): status = words
    case .goes(let instant):
      errand = .goingTogether(to: instant)
    case .searchesDifference:
      if let duel { errand = .searchingDifference(DifferenceSearch(from: duel)) }
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
