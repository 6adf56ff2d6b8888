import Simulation
import TokenCore

/// A contest's story under its strategy, on its way: a value that can be kept between two stretches of
/// a few hundred steps, and dropped.
public struct ContestRun: Sendable {
  /// How many steps have been taken, those of the branch among them.
  public private(set) var steps = 0
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

  /// Runs on for a stretch; false when all has been run.
  public mutating func next() -> Bool {
    if branch == nil, let plan = setting.attack, plan.at <= end {
      goOn(to: plan.at - .milliseconds(1), or: plan)
    } else if !observed.hasReached(end) {
      steps += observed.goOn(to: end)
    } else if var branch, !branch.hasReached(end), !branch.isIdle {
      self.branch = nil  // so that there is one world, and nothing of it is copied
      steps += branch.goOn(to: end)
      self.branch = branch
    } else {
      return false
    }
    return true
  }

  /// What has been measured so far; of the whole story once all has been run.
  public var measured: MeasuredRun {
    var measures = observed.reading
    measures.accessTokenExposure = branch?.reading.exposure
    return MeasuredRun(strategyID: setting.strategyID, seed: setting.seed, measures: measures)
  }

  /// Towards the place just before the theft; there the branch is opened.
  private mutating func goOn(to fork: Instant, or plan: AttackPlan) {
    guard observed.hasReached(fork) else { return steps += observed.goOn(to: fork) }
    branch = observed
    branch?.world = observed.world.attacked(by: plan.takingAccessTokenOnly)
  }
}

/// A world and the meter that reads its trace; no event is kept once it has been read. After each hour
/// the server's rows are counted.
private struct Observed: Sendable {
  var world: World
  private var meter = Meter()
  private var trace = Trace()
  /// The end of the hour that it is in the middle of.
  private var hour: Instant?

  init(world: World) {
    self.world = world
  }

  var reading: Measures {
    meter.reading(isOpen: world.setting.attack != nil && !world.isAttackOver)
  }

  func hasReached(_ target: Instant) -> Bool { hour == nil && world.now >= target }

  /// Whether an hour is over at whose end nothing was left for the attacker to do.
  var isIdle: Bool { hour == nil && world.isAttackOver }

  /// Lets a few hundred things happen, to the end of the hour or to the target, and has them read;
  /// gives their number.
  mutating func goOn(to target: Instant) -> Int {
    let end = hour ?? min(target, world.now + .hours(1))
    hour = end
    var taken = 0
    while taken < Self.few, let next = world.nextEventTime, next <= end, world.step(into: &trace) {
      taken += 1
    }
    for event in trace.drain() { meter.observe(event) }
    if taken < Self.few { finish(end) }
    return taken
  }

  private mutating func finish(_ end: Instant) {
    world.advance(to: end, into: &trace)
    meter.observe(rows: world.authorizationServer.storedRows(at: world.now).count)
    hour = nil
  }

  private static let few = 256
}
