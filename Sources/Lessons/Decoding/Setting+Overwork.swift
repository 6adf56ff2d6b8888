import Simulation
import TokenCore

extension Setting {
  /// Four times a week of eight-hour days with a call every five seconds: the trace of so many calls
  /// takes about half a gigabyte.
  static let maximumActs: Int64 = 200_000

  /// Refuses a run that would do so much of its own accord that nobody would see its end.
  func refuseOverwork(
    _ fields: Fields<ScenarioKey>, lasts: TimeSpan
  ) throws(ScenarioError) {
    let end = Instant.start + lasts
    let people = devices.reduce(0) { $0 + $1.calls(before: end) }
    try refuse(people, "API calls", at: fields[.devices])
    let attacker = attack?.calls(before: end) ?? 0
    try refuse(people + attacker, "API calls together with those of 'devices'", at: fields[.attack])
    guard case .onTimer(let every) = habit.renews else { return }
    let rounds = lasts.milliseconds / every.milliseconds
    try refuse(
      rounds * Int64(devices.count), "refreshes by timer", at: fields[.habit] ?? fields[.strategy])
  }

  private func refuse(
    _ count: Int64, _ acts: String, at cursor: Cursor?
  ) throws(ScenarioError) {
    guard let cursor, count > Self.maximumActs else { return }
    throw cursor.error(
      "\(cursor.label) wants at most \(Self.maximumActs) \(acts) within 'lasts', found \(count)")
  }
}

extension DeviceSetting {
  /// How many calls all tabs make for the person before the end, rounded up.
  fileprivate func calls(before end: Instant) -> Int64 {
    let rounds = activity.presence.reduce(Int64(0)) { count, span in
      let present = min(span.upperBound, end) - span.lowerBound
      return count + max(0, present.milliseconds / activity.interval.milliseconds + 1)
    }
    return rounds * Int64(tabs)
  }
}

extension AttackPlan {
  /// How many calls the attacker makes before the end, rounded up.
  fileprivate func calls(before end: Instant) -> Int64 {
    (end - at).milliseconds / callsEvery.milliseconds + 1
  }
}
