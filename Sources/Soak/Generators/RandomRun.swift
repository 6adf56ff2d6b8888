import Simulation
import TokenCore

/// A world drawn from a seed, with commands drawn as it goes: any policy that can be, any habit, one
/// to three devices, and whatever can be ordered, often at the very moment at which something else is
/// due. The same seed gives the same run, step by step.
public struct RandomRun: Sendable {
  public let seed: UInt64
  /// After so many steps the world has shown what it can show.
  public let length: Int
  public private(set) var world: World
  public private(set) var trace = Trace()
  private var random: RandomStream
  /// Whether the policy of the running server is changed, too.
  private let changesPolicy: Bool
  /// Commands that wait in the queue: there is always one, so that something is always due.
  private var waiting: Int

  public init(
    seed: UInt64, changesPolicy: Bool = false, _ cryptography: any TokenCryptography
  ) {
    var random = RandomStream(seed: seed, label: "random run")
    self.seed = seed
    self.changesPolicy = changesPolicy
    length = Int.random(in: 100...300, using: &random)
    let setting = Setting.random(seed: seed, using: &random)
    world = World(setting, cryptography)
    for device in setting.devices.indices {
      world.schedule(.client(DeviceID(index: device), .signIn), at: .start)
    }
    waiting = setting.devices.count
    self.random = random
  }

  /// A run that has taken so many steps.
  public static func played(
    seed: UInt64, steps: Int, _ cryptography: any TokenCryptography
  ) -> RandomRun {
    var run = RandomRun(seed: seed, cryptography)
    for _ in 0..<steps { _ = run.step() }
    return run
  }

  /// What was ordered so far, each command at its time: under the same setting it tells the run again.
  public var script: [(at: Instant, command: Command)] {
    trace.events.compactMap { event in
      switch event.kind {
      case .commanded(let command), .commandRefused(let command, _): (event.at, command)
      case .sent, .lost, .wire, .received, .answered, .server, .client, .attacker,
        .accessTokenExpired, .refreshTokenExpired:
        nil
      }
    }
  }

  /// Lets the next thing happen and shows the world on both sides of it.
  public mutating func step() -> WorldStep {
    let before = world
    let count = trace.events.count
    if waiting == 0 { order() }
    _ = world.step(into: &trace)
    let step = WorldStep(before: before, after: world, trace: trace, since: count)
    waiting -= step.events.count(where: \.isOrder)
    return step
  }

  /// Puts a command into the queue for some time from now, or a few that belong together.
  private mutating func order() {
    if Int.random(in: 0..<8, using: &random) == 0 { return orderOnTheWire() }
    if changesPolicy, Int.random(in: 0..<24, using: &random) == 0 { return orderPolicy() }
    let setting = world.setting
    let isScene = Int.random(in: 0..<4, using: &random) == 0
    let commands: [Command] =
      isScene
      ? Command.randomScene(in: setting, using: &random)
      : [.random(in: setting, using: &random)]
    var moment =
      world.randomDeadline(using: &random) ?? world.now + setting.randomPause(using: &random)
    for command in commands {
      world.schedule(command, at: moment)
      moment = moment + setting.randomShortPause(using: &random)
    }
    waiting += commands.count
  }

  /// Any rules for the application as it is registered.
  private mutating func orderPolicy() {
    var policy = Rules.random(using: &random).policy
    if case .refreshToken(var refresh) = policy.renewal {
      refresh.client = world.setting.policy.refresh?.client ?? .public
      policy.renewal = .refreshToken(refresh)
    }
    world.schedule(.administration(.changePolicy(policy)), at: world.now)
    waiting += 1
  }

  /// What is on the wire now may have arrived soon: mostly at once, sometimes in a while.
  private mutating func orderOnTheWire() {
    let pause = random.pick([TimeSpan.zero, .zero, world.setting.randomShortPause(using: &random)])
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      world.schedule(.wire(.random(in: world, using: &random)), at: world.now + pause)
      waiting += 1
    }
  }
}

extension TraceEvent {
  fileprivate var isOrder: Bool {
    switch kind {
    case .commanded, .commandRefused: true
    case .sent, .lost, .wire, .received, .answered, .server, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}

extension World {
  /// In one case of four, when to order something that arrives just before, at or just after the
  /// moment at which a token ends, or a grace, or a session; nil where nothing does before long.
  fileprivate func randomDeadline(using random: inout RandomStream) -> Instant? {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return nil }
    let ends = deadlines.filter { $0 > now + setting.latency && $0 < now + .hours(2) }
    guard !ends.isEmpty else { return nil }
    return random.pick(ends) - setting.latency + .milliseconds(random.pick([-1, 0, 0, 1]))
  }

  private var deadlines: [Instant] {
    let server = authorizationServer
    let refreshTokens = server.refreshTokens.suffix(4)
    let access = server.accessTokens.suffix(4).flatMap {
      [$0.expiresAt, $0.usableUntil ?? $0.expiresAt].flatMap {
        [$0, $0 + policy.accessToken.leeway]
      }
    }
    let sessions = server.families.suffix(2).compactMap { family in
      policy.session.map { family.lastUsedAt + $0.idle }
    }
    return access + sessions + refreshTokens.compactMap { server.expiry(of: $0.id) }
      + refreshTokens.compactMap(graceEnd)
  }

  private func graceEnd(of token: RefreshTokenRecord) -> Instant? {
    guard case .spent(let at, _, let last) = token.state,
      case .window(let window) = policy.refresh?.rotation.grace
    else { return nil }
    return (window.anchor == .firstUse ? at : last) + window.length
  }
}

extension Setting {
  /// Often nothing at all, often a whole latency or lifetime, sometimes anything.
  fileprivate func randomPause(using random: inout RandomStream) -> TimeSpan {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1, 2: randomShortPause(using: &random)
    case 3: .seconds(20)
    case 4: .milliseconds(.random(in: 0..<2000, using: &random))
    case 5: .seconds(.random(in: 0..<60, using: &random))
    case 6: .minutes(.random(in: 0..<20, using: &random))
    default: .seconds(1)
    }
  }

  /// From one command to the next that belongs to it.
  fileprivate func randomShortPause(using random: inout RandomStream) -> TimeSpan {
    random.pick([
      .zero, .zero, .milliseconds(1), latency, latency.times(2), habit.responseTimeout,
      .milliseconds(2900),
    ])
  }
}

extension RandomStream {
  /// One of the values, each as likely as its neighbour; there has to be one.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }
}
