import Simulation
import TokenCore

/// One strategy's run of a story, measured.
public struct MeasuredRun: Hashable, Sendable {
  public let strategyID: String
  public let seed: UInt64
  public let measures: Measures
}

/// A story to be run under several strategies: same people, same theft, same seed.
public struct Contest: Sendable {
  public var setting: Setting
  public var story: [(at: Instant, command: Command)]
  public var end: Instant

  public init(setting: Setting, story: [(at: Instant, command: Command)], end: Instant) {
    self.setting = setting
    self.story = story
    self.end = end
  }

  /// Runs the story and measures it. Where the story has a planned attack, the world is forked just
  /// before the theft: in the branch the attacker takes the access token only.
  public func run(_ cryptography: any TokenCryptography) -> MeasuredRun {
    var run = ContestRun(self, cryptography)
    while run.next() {}
    return run.measured
  }

  /// The same, but after every few hundred steps it is asked whether to go on, and told how many were
  /// taken since it was last asked. Nil where it was stopped: half a run has no measures.
  public func run(
    _ cryptography: any TokenCryptography, while goesOn: (_ steps: Int) -> Bool
  ) -> MeasuredRun? {
    var run = ContestRun(self, cryptography)
    var told = 0
    while run.next() {
      guard goesOn(run.steps - told) else { return nil }
      told = run.steps
    }
    return run.measured
  }
}

extension AttackPlan {
  /// The same theft of the access token alone, which cannot be renewed.
  var takingAccessTokenOnly: AttackPlan {
    var plan = self
    plan.takes = .accessToken
    plan.renews = false
    return plan
  }
}
