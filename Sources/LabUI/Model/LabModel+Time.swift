import Narrative
import Simulation
import TokenCore

extension LabModel {
  /// Lets virtual time pass up to the instant, at once, and takes in what happened.
  public mutating func advance(to instant: Instant) {
    history.move { $0.advance(to: instant) }
    chronicle.observe(trace)
  }

  /// A span of a person's time has passed, in milliseconds. Whoever calls this has made sure that
  /// the machine was awake for it. What is left of the tick before is dropped: where the machine is too
  /// slow for the speed, virtual time falls behind, and the header says how fast it goes.
  mutating func tick(milliseconds: Int64) {
    guard milliseconds > 0 else { return }
    reachedSpeed = errand?.reachedSpeed(in: self)
    guard errand?.progress(in: self) == nil else { return }
    let span = TimeSpan(milliseconds: milliseconds).times(Int64(speed.factor))
    if let duel, duel.isRunning {
      errand = .watching(Passing(from: duel.now, to: duel.now + span))
    } else if isRunning {
      errand = .passing(Passing(from: world.now, to: world.now + span))
    }
  }

  /// How long until something visible can change, in milliseconds of a person's time: nil while
  /// paused, so that nothing wakes the machine.
  public var millisecondsToNextChange: Int? {
    guard isRunning || duel?.isRunning == true else { return nil }
    let factor = Int64(speed.factor)
    let now = duel?.now ?? world.now
    let next = duel.map(\.nextEventTime) ?? history.branch.nextEventTime
    let toSecond = 1000 - now.milliseconds % 1000
    let toEvent = next.map { max(1, ($0 - now).milliseconds) } ?? toSecond
    let wait = (min(toSecond, toEvent) + factor - 1) / factor
    return Int(max(wait, factor == 1 ? 1 : Self.shortestFrame))
  }

  /// Ten frames a second is as fast as anybody reads.
  private static let shortestFrame: Int64 = 100

  /// Does a command now; in the past that opens a branch. While time stands still it runs on until the
  /// wire is quiet again, so that what the key did can be seen; unless somebody stops the wire.
  mutating func perform(_ command: Command) {
    let origin = history.branch.id
    switch history.give(command) {
    case .given: break
    case .branchOpened:
      status = "branch \(history.branch.id) opened; branch \(origin) keeps its future. B shows both"
    case .noRoom: return sayFull()
    }
    advance(to: world.now)
    selectedRow = nil
    if !isRunning, wire == nil { settle() }
  }

  /// Sets out until the wire is quiet.
  mutating func settle() {
    errand = .settling(by: world.now + Branch.longestSettling)
  }

  /// Sets out for the goal: it is looked for in a copy, and where it never comes one stays here.
  mutating func run(until goal: RunUntil) {
    isRunning = false
    errand = .searching(GoalSearch(goal, from: history.branch))
  }

  /// A new run from time zero under another strategy, with the same people, seed and script.
  mutating func start(under strategy: Strategy) {
    start(setting.under(strategy))
  }

  /// A new run with the same people, seed and script, beside the ones that there are.
  mutating func start(_ setting: Setting) {
    let run = history.branch.rerun(under: setting, withOrders: false, cryptography)
    guard history.open(run) else { return sayFull() }
    overlay = nil
    wire = nil
    lookAgain()
    status = history.branch.originText(in: history)
  }

  mutating func sayFull() {
    status = "there are \(History.mostBranches) branches: B, then x, forgets one"
  }
}
