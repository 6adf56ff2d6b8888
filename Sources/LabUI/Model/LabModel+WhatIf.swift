import Analysis
import Narrative
import Simulation
import TokenCore

/// What would have turned the selected answer: found once for each selection, while it is looked at.
extension LabModel {
  /// An answer of a branch and what was found of it.
  struct Found: Sendable {
    let branch: Int
    let event: Int
    let whatIf: WhatIf?
  }

  /// Asks, where the whole screen tells why and the answer has not been asked of yet.
  mutating func askWhatIf() {
    guard zoomed == .why, !isRunning, duel == nil, let event = currentAnswer else { return }
    guard found?.event != event || found?.branch != history.branch.id else { return }
    let branch = history.branch
    let whatIf = WhatIf(
      trace.events[event], before: branch.world(before: event),
      trace: trace.events[..<event], past: { branch.world(at: $0) })
    found = Found(branch: branch.id, event: event, whatIf: whatIf)
  }

  /// What was found of the answer that is shown.
  var whatIf: WhatIf? {
    guard let found, found.branch == history.branch.id, found.event == currentAnswer else {
      return nil
    }
    return found.whatIf
  }

  /// What changed at the server because of the answer that is shown.
  var answerEffects: [ServerEvent] {
    let event = currentAnswer
    return chronicle.rows.last { $0.event == event }?.effects ?? []
  }

  /// The event of the exchange behind the selected row.
  private var currentAnswer: Int? {
    let last = selectedRow ?? chronicle.rows.count - 1
    guard last >= 0, last < chronicle.rows.count else { return nil }
    return chronicle.rows[...last].last { trace.events[$0.event].decision != nil }?.event
  }

  /// Every command that led here, with its time: what a run is, beside its setting.
  public var commands: [(at: Instant, command: Command)] {
    let branch = history.branch
    let script = branch.script.filter { $0.at <= world.now }
      .map { (at: $0.at, command: $0.command) }
    return script + branch.ordersGiven.map { (at: $0.moment.at, command: $0.command) }
  }
}
