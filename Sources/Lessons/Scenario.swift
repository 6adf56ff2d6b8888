import Simulation
import TokenCore

/// A story to run: a setting, and what is ordered in it when. The same scenario gives the same run,
/// byte for byte.
public struct Scenario: Hashable, Sendable {
  /// Lower-case letters, digits and dashes; a shipped scenario's is its file's name.
  public var name: String
  public var title: String
  /// One paragraph.
  public var about: String
  public var setting: Setting
  /// What the file says of the clients itself; it holds under every strategy.
  public var habitOverride: HabitOverride
  /// How long a run goes on unless told otherwise.
  public var lasts: TimeSpan
  /// By time; lines of the same time in the order in which they happen.
  package var story: [ScriptLine]

  package init(
    name: String, title: String, about: String, setting: Setting,
    habitOverride: HabitOverride = HabitOverride(), lasts: TimeSpan, story: [ScriptLine]
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.setting = setting
    self.habitOverride = habitOverride
    self.lasts = lasts
    self.story = story
  }

  /// Of a scenario file, in bytes.
  package static let longestFile = YAMLText.maximumBytes

  /// When a run ends unless told otherwise.
  public var end: Instant { .start + lasts }

  /// What a reviewer would say of the rules that this runs under: warnings, not mistakes.
  public var remarks: [PolicyRemark] { setting.policy.remarks }

  /// Why this would do more of its own accord than a scenario file may ask for; nil where it does not.
  /// Only a scenario under another strategy than its file's can.
  public var overwork: String? { setting.overwork(within: lasts) }

  /// A world at time zero with the whole story ordered.
  public func world(_ cryptography: any TokenCryptography) -> World {
    var world = World(setting, cryptography)
    for line in story { world.schedule(line.command, at: line.at) }
    return world
  }

  /// The same people, network and story under another strategy.
  public func under(_ strategy: Strategy) -> Scenario {
    var scenario = self
    scenario.setting = setting.under(strategy)
    scenario.setting.habit = habitOverride.applied(to: strategy)
    return scenario
  }

  /// The same story with other random values in it.
  public func seeded(_ seed: UInt64) -> Scenario {
    var scenario = self
    scenario.setting.seed = seed
    return scenario
  }
}
