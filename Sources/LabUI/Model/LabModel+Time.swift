import Simulation
import TokenCore

extension LabModel {
  /// Lets virtual time pass up to the instant and takes in what happened.
  public mutating func advance(to instant: Instant) {
    world.advance(to: instant, into: &trace)
    chronicle.observe(trace)
  }

  /// A span of a person's time has passed, in milliseconds. Whoever calls this has made sure that
  /// the machine was awake for it.
  mutating func tick(milliseconds: Int64) {
    guard isRunning, milliseconds > 0 else { return }
    let target = world.now + TimeSpan(milliseconds: milliseconds).times(Int64(speed.factor))
    let wasAlarm = chronicle.verdict.isAlarm
    while let next = world.nextEventTime, next <= target {
      advance(to: next)
      if chronicle.verdict.isAlarm, !wasAlarm { return stopAtAlarm() }
    }
    advance(to: target)
  }

  /// Time stops at an alarm, so that it can be read; a person sets it going again.
  private mutating func stopAtAlarm() {
    isRunning = false
    selectedRow = nil
  }

  /// How long until something visible can change, in milliseconds of a person's time: nil while
  /// paused, so that nothing wakes the machine.
  public var millisecondsToNextChange: Int? {
    guard isRunning else { return nil }
    let factor = Int64(speed.factor)
    let toSecond = 1000 - world.now.milliseconds % 1000
    let toEvent = world.nextEventTime.map { max(1, ($0 - world.now).milliseconds) } ?? toSecond
    let wait = (min(toSecond, toEvent) + factor - 1) / factor
    return Int(max(wait, factor == 1 ? 1 : Self.shortestFrame))
  }

  /// Ten frames a second is as fast as anybody reads.
  private static let shortestFrame: Int64 = 100

  /// Runs to the goal at once and stops there; says so where it never comes.
  mutating func run(until goal: RunUntil) {
    isRunning = false
    guard let (world, trace) = world.reaching(goal, from: trace) else {
      status = "\(goal.words): does not happen in the next \(RunUntil.horizon.shortText)"
      return
    }
    self.world = world
    self.trace = trace
    chronicle.observe(trace)
    selectedRow = nil
  }

  /// Does a command now. While time stands still it runs on until the wire is quiet again, so that
  /// what the key did can be seen.
  mutating func perform(_ command: Command) {
    world.schedule(command, at: world.now)
    advance(to: world.now)
    selectedRow = nil
    if !isRunning { settle() }
  }

  private mutating func settle() {
    let end = world.now + Self.longestSettling
    while world.hasMessagesInFlight, let next = world.nextEventTime, next <= end {
      advance(to: next)
    }
  }

  /// A client that gets no answers gives up well before this.
  private static let longestSettling = TimeSpan.seconds(30)

  /// Starts again at time zero, under the same or another strategy.
  mutating func restart(under strategy: Strategy? = nil) {
    let setting = strategy.map(world.setting.under) ?? world.setting
    start(setting, origin: strategy == nil ? origin : origin.next(after: self))
    status = "started again under \(setting.strategyID), seed \(setting.seed)"
  }

  /// A new run with the same people, seed and opening commands; what the person at the keyboard has
  /// set for looking stays.
  mutating func start(_ setting: Setting, origin: RunOrigin) {
    var fresh = LabModel(
      title: title, setting: setting, opening: opening, isRunning: isRunning, cryptography)
    fresh.speed = speed
    fresh.timelineZoom = timelineZoom
    fresh.isMouseOn = isMouseOn
    fresh.measureLines = measureLines
    fresh.origin = origin
    self = fresh
  }
}
