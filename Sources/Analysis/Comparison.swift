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
  /// before the theft: in the branch the attacker takes the access token only. `ContestRun` runs the
  /// same bit by bit.
  public func run(_ cryptography: any TokenCryptography) -> MeasuredRun {
    var run = ContestRun(self, cryptography)
    while run.next() {}
    return run.measured
  }
}

/// A contest's story under its strategy, on its way: a value that can be kept between two hours of
/// virtual time, and dropped.
public struct ContestRun: Sendable {
  private let setting: Setting
  private let end: Instant
  private var observed: Observed
  /// The branch in which only the access token is taken, from just before the theft.
  private var branch: Observed?

  /// At time zero, with the story in the queue.
  public init(_ contest: Contest, _ cryptography: any TokenCryptography) {
    setting = contest.setting
    end = contest.end
    observed = Observed(world: World(contest.setting, cryptography))
    for line in contest.story { observed.world.schedule(line.command, at: line.at) }
  }

  /// Runs on for an hour of virtual time, or less; false when all has been run.
  public mutating func next() -> Bool {
    if let plan = theft, branch == nil {
      observed.advance(to: min(forkTime, hourOn(from: observed)))
      if observed.world.now >= forkTime { fork(plan) }
      return true
    }
    guard observed.world.now >= end else {
      observed.advance(to: hourOn(from: observed))
      return true
    }
    guard let branch, branch.world.now < end, !branch.world.isAttackOver else { return false }
    let hourOn = hourOn(from: branch)
    self.branch?.advance(to: hourOn)
    return true
  }

  /// What has been measured so far; of the whole story once all has been run.
  public var measured: MeasuredRun {
    var measures = observed.reading
    measures.accessTokenExposure = branch?.reading.exposure
    return MeasuredRun(strategyID: setting.strategyID, seed: setting.seed, measures: measures)
  }

  /// The theft of the plan, if it lies within the story.
  private var theft: AttackPlan? { setting.attack.flatMap { $0.at <= end ? $0 : nil } }

  private var forkTime: Instant { (theft?.at ?? end) - .milliseconds(1) }

  private func hourOn(from observed: Observed) -> Instant {
    min(end, observed.world.now + .hours(1))
  }

  private mutating func fork(_ plan: AttackPlan) {
    branch = observed
    branch?.world = observed.world.attacked(by: plan.takingAccessTokenOnly)
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
