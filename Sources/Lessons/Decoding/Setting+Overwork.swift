import Simulation
import TokenCore

extension Setting {
  /// More than a year of a call every two minutes, day and night. A trace of it keeps none of that; the
  /// lab keeps its whole story, and that is what sets the limit: up to a gigabyte and a half.
  static let maximumActs: Int64 = 300_000

  /// Refuses a run that would do so much of its own accord that nobody would see its end.
  func refuseOverwork(
    _ fields: Fields<ScenarioKey>, lasts: TimeSpan
  ) throws(ScenarioError) {
    let end = Instant.start + lasts
    let people = devices.reduce(0) { $0 + $1.calls(before: end) }
    try refuse(people, "API calls", at: fields[.devices])
    let attacker = attack?.calls(before: end) ?? 0
    try refuse(people + attacker, "API calls together with those of 'devices'", at: fields[.attack])
    try refuse(
      actsByTimer(within: lasts), timerWords, at: fields[.habit] ?? fields[.strategy])
  }

  private var timerWords: String {
    if case .onCheck = habit.renews { "checks by timer" } else { "refreshes by timer" }
  }

  /// What of the strategy, rather than of the file, would be too much; nil for nothing. Another
  /// strategy brings another habit, which the file was not held to.
  func overwork(within lasts: TimeSpan) -> String? {
    let count = actsByTimer(within: lasts)
    guard count > Self.maximumActs else { return nil }
    return "wants at most \(Self.maximumActs) \(timerWords) within 'lasts', found \(count)"
  }

  /// How many refreshes or checks the timers of all devices make, rounded down.
  private func actsByTimer(within lasts: TimeSpan) -> Int64 {
    guard let every = habit.renews.interval else { return 0 }
    return lasts.milliseconds / every.milliseconds * Int64(devices.count)
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
