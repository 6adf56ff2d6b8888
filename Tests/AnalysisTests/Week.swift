import JOSE
import TokenCore

@testable import Analysis
@testable import Simulation

/// Runs of the baseline person, measured: some days of one block of hours each, a call every five
/// seconds. Two days have all that a week has, a morning, expiries, a night and another morning.
enum Week {
  static let days: Int64 = 2
  static let hours: Int64 = 8

  static func run(
    _ strategy: Strategy, policy: Policy? = nil, days: Int64 = days, hours: Int64 = hours,
    lasting: TimeSpan? = nil, signsInAgain: Bool = true, attack: AttackPlan? = nil
  ) -> Measures {
    let presence = (0..<days).map { day in
      let begin = Instant.start + .days(day)
      return begin..<begin + .hours(hours)
    }
    let activity = Activity(
      interval: .seconds(5), presence: presence,
      signsInAgainAfter: signsInAgain ? .seconds(30) : nil)
    var setting = Setting(
      strategy: strategy,
      devices: [DeviceSetting(person: "alice", device: "laptop", activity: activity)])
    setting.policy = policy ?? strategy.policy
    setting.attack = attack
    return Contest(
      setting: setting, story: [(.start, .client(DeviceID(index: 0), .signIn))],
      end: .start + (lasting ?? .days(days))
    ).run(LabCryptography()).measures
  }

  /// The whole storage is taken, and everything in it used.
  static func theft(at offset: TimeSpan, every seconds: Int64) -> AttackPlan {
    AttackPlan(
      at: .start + offset, device: DeviceID(index: 0), takes: .storage,
      callsEvery: .seconds(seconds))
  }
}
