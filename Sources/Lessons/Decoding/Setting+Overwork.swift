import Simulation
import TokenCore

extension Setting {
  /// Enough for 64 people and a working week; a trace of so many calls still fits into memory.
  static let maximumActs: Int64 = 100_000

  /// Refuses a run that would do so much of its own accord that nobody would see its end.
  func refuseOverwork(
    _ fields: Fields<ScenarioKey>, lasts: TimeSpan
  ) throws(ScenarioError) {
    let calls = devices.reduce(0) { $0 + $1.activity.calls(before: .start + lasts) }
    try refuse(calls, "API calls", at: fields[.devices])
    guard case .onTimer(let every) = habit.renews else { return }
    let rounds = lasts.milliseconds / every.milliseconds
    try refuse(rounds * Int64(devices.count), "refreshes by timer", at: fields[.habit])
  }

  private func refuse(
    _ count: Int64, _ acts: String, at cursor: Cursor?
  ) throws(ScenarioError) {
    guard let cursor, count > Self.maximumActs else { return }
    throw cursor.error(
      "\(cursor.label) wants at most \(Self.maximumActs) \(acts) within 'lasts', found \(count)")
  }
}

extension Activity {
  /// How many calls the person makes before the end, rounded up.
  fileprivate func calls(before end: Instant) -> Int64 {
    presence.reduce(0) { count, span in
      let present = min(span.upperBound, end) - span.lowerBound
      return count + max(0, present.milliseconds / interval.milliseconds + 1)
    }
  }
}
