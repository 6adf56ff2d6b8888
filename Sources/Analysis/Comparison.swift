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
    var observed = Observed(world: World(setting, cryptography))
    for line in story { observed.world.schedule(line.command, at: line.at) }
    var branch: Observed?
    if let plan = setting.attack, plan.at <= end {
      observed.advance(to: plan.at - .milliseconds(1))
      branch = observed
      branch?.world = observed.world.attacked(by: plan.takingAccessTokenOnly)
    }
    observed.advance(to: end)
    var measures = observed.reading
    measures.accessTokenExposure = branch.map { exposure(in: $0) } ?? nil
    return MeasuredRun(strategyID: setting.strategyID, seed: setting.seed, measures: measures)
  }

  /// Runs the branch until its attack is over, or to the end.
  private func exposure(in branch: Observed) -> Measures.Exposure? {
    var branch = branch
    while branch.world.now < end, !branch.world.isAttackOver {
      branch.advance(to: min(end, branch.world.now + .hours(1)))
    }
    return branch.reading.exposure
  }
}

/// A world and the meter that reads its trace; no event is kept once it has been read.
private struct Observed: Sendable {
  var world: World
  private var meter = Meter()
  private var trace = Trace()

  init(world: World) {
    self.world = world
  }

  var reading: Measures {
    meter.reading(isOpen: world.setting.attack != nil && !world.isAttackOver)
  }

  /// In steps of an hour, after each of which the server's rows are counted.
  mutating func advance(to target: Instant) {
    while world.now < target {
      world.advance(to: min(target, world.now + .hours(1)), into: &trace)
      for event in trace.drain() { meter.observe(event) }
      meter.observe(rows: world.authorizationServer.storedRows(at: world.now).count)
    }
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
