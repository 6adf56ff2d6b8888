import Analysis
import Narrative
import Simulation
import TokenCore

/// What was found by asking copies of the world: once for each place in the run, and only of what is
/// looked at.
extension LabModel {
  /// What would have turned the answer that is shown, once that has been asked.
  var whatIf: WhatIf? { answerPlace.flatMap { found.value(of: $0) ?? nil } }

  var answerPlace: AnswerPlace? {
    currentAnswer.map { AnswerPlace(branch: history.branch.id, event: $0.event) }
  }

  /// What was found of a party here, once that has been asked.
  func outlook(of party: Party) -> PartyOutlook? {
    let here = PartyOutlook.Place(party, in: history.branch)
    return outlooks.value { $0.isAsGood(as: here, whileRunning: isRunning) }
  }

  /// Every command that led here, with its time: what a run is, beside its setting.
  public var commands: [(at: Instant, command: Command)] {
    let branch = history.branch
    let script = branch.script.filter { $0.at <= world.now }
      .map { (at: $0.at, command: $0.command) }
    return script + branch.ordersGiven.map { (at: $0.moment.at, command: $0.command) }
  }
}

/// An answer of a branch, by the event that tells it.
struct AnswerPlace: Equatable, Sendable {
  let branch: Int
  let event: Int
}
