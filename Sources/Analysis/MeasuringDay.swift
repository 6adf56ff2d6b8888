import Simulation
import TokenCore

/// The short story that every strategy is told on its card: one person, one day, one theft. Long
/// enough for each limit that bites within a day, short enough to be run when a card is looked at.
public enum MeasuringDay {
  /// When the person sits down and signs in: so that noon falls into the middle of an access token's
  /// life, be that a quarter of an hour or five minutes, and not onto its end.
  public static let begin = Instant.start + .hours(7) + .minutes(53)
  /// When everything that the device stores is copied.
  public static let theft = Instant.start + .hours(12)
  /// When the person leaves, after eight hours.
  public static let leave = begin + .hours(8)
  /// When measuring ends.
  public static let end = Instant.start + .days(1)
  /// From one call to the next, of the person and of the thief.
  public static let callsEvery = TimeSpan.minutes(1)

  /// The day under a strategy. The person signs in again, half a minute after being asked to.
  public static func contest(_ strategy: Strategy, seed: UInt64 = 1) -> Contest {
    let activity = Activity(
      interval: callsEvery, presence: [begin..<leave], signsInAgainAfter: .seconds(30))
    let device = DeviceID(index: 0)
    var setting = Setting(
      strategy: strategy, seed: seed,
      devices: [DeviceSetting(person: "alice", device: "laptop", activity: activity)])
    setting.attack = AttackPlan(at: theft, device: device, takes: .storage, callsEvery: callsEvery)
    return Contest(setting: setting, story: [(begin, .client(device, .signIn))], end: end)
  }
}
