import Canvas
import Narrative
import Simulation

/// What an act would do, found by doing it in a copy.
extension LabModel {
  /// In one line: `R would: refresh RT1 400 reuse detected, family f1 REVOKED`.
  func rehearsal(of act: Act, by key: String? = nil) -> String {
    let name = key ?? act.keys.first?.label ?? act.label
    if let obstacle = act.obstacle(in: self) { return "\(name) would do nothing: \(obstacle)" }
    guard act.changesTheWorld else { return "\(name): \(act.sentence)" }
    var copy = self
    copy.status = nil
    copy.isRunning = false
    _ = copy.attempt(act)
    return "\(name) would: " + copy.news(since: self)
  }

  /// What the story tells here that it did not tell there, shortened to what matters most.
  private func news(since before: LabModel) -> String {
    let seen = world.now < before.world.now ? chronicle.rows.count : before.chronicle.rows.count
    let rows = chronicle.rows.dropFirst(seen)
    let deeds = rows.map { row in
      let text = trace.event(row.event).storyText(in: setting, effects: row.effects)
      let outcome = text.outcome.prefix(3)
      return [text.shortWhat, String(outcome), text.effect].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let branch =
      history.branch.id == before.history.branch.id ? [] : ["open branch \(history.branch.id)"]
    guard let last = deeds.last else {
      return (branch + ["go to \(world.now.clockText)"]).joined(separator: ", ")
    }
    let told = deeds.count == 1 ? [last] : [deeds[deeds.count - 2], last]
    return (branch + told).joined(separator: "; ")
  }
}
