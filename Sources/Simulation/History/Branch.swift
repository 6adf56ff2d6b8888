import TokenCore

/// One course of events, and a place in it: the world as it is there and the trace up to there. A run
/// is its setting, its script and the orders given by hand, so every other place is found by running.
package struct Branch: Sendable, Identifiable {
  /// From 1, in the order in which branches were opened.
  package internal(set) var id = 1
  package internal(set) var name: String?
  package internal(set) var origin = Origin.start
  package private(set) var world: World
  package private(set) var trace = Trace()
  /// The furthest place that was reached.
  package private(set) var end: Moment
  /// What was ordered beforehand; a branch that is opened in the past goes on with it.
  package let script: [ScriptLine]
  /// What was ordered by hand, whether before or after the present place.
  package private(set) var orders: [Order] = []
  /// How many of the orders lie before the present place.
  private var given = 0
  private var steps = 0
  /// How many events there were after each step, from none.
  private var counts: Ledger<Int> = [0]
  private var checkpoints: Checkpoints

  /// How a branch came to be.
  package enum Origin: Hashable, Sendable {
    case start
    /// A command was given in the past of another branch.
    case fork(from: Int, at: Moment, by: Command)
    /// A new run with the people and script of another branch, for instance under another strategy;
    /// the time is where that one had got to.
    case rerun(of: Int, at: Instant)
  }

  /// The start of a run: time zero, and what is due then has happened.
  package init(
    _ setting: Setting, script: [ScriptLine], _ cryptography: any TokenCryptography
  ) {
    world = World(setting, cryptography)
    for line in script { world.schedule(line.command, at: line.at) }
    self.script = script
    end = Moment(steps: 0, at: .start)
    checkpoints = Checkpoints(start: .init(world: world, steps: 0, events: 0, given: 0))
    advance(to: .start)
  }

  package var moment: Moment { Moment(steps: steps, at: world.now) }

  /// Whether something is known of what comes: an act now would open another branch.
  package var isInPast: Bool { steps < end.steps || given < orders.count }

  /// The orders that led to the present place.
  package var ordersGiven: ArraySlice<Order> { orders[..<given] }

  /// When the next thing happens: an order of the known future counts.
  package var nextEventTime: Instant? {
    guard given < orders.count, orders[given].moment.steps <= steps else {
      return world.nextEventTime
    }
    let order = max(orders[given].moment.at, world.now)
    return world.nextEventTime.map { min($0, order) } ?? order
  }

  /// Lets the next thing happen; false when nothing is due.
  package mutating func step() -> Bool {
    while given < orders.count, orders[given].moment.steps <= steps {
      world.schedule(orders[given].command, at: orders[given].moment.at)
      given += 1
    }
    guard world.step(into: &trace) else { return false }
    steps += 1
    counts.append(trace.count)
    end = max(end, moment)
    checkpoints.consider(steps) {
      .init(world: world, steps: steps, events: trace.count, given: given)
    }
    return true
  }

  /// Lets everything happen that is due up to and at the instant, and puts the clock there.
  package mutating func advance(to instant: Instant) {
    while let next = nextEventTime, next <= instant, step() {}
    world.advance(to: instant, into: &trace)
    end = max(end, moment)
  }

  /// The same, but after so many steps it stops where it is and gives false.
  package mutating func advance(to instant: Instant, atMost count: Int) -> Bool {
    let last = steps + count
    while let next = nextEventTime, next <= instant {
      guard steps < last, step() else { return false }
    }
    advance(to: instant)
    return true
  }

  /// Goes to the place at which an order was given, before it was.
  package mutating func seek(before order: Order) {
    seek(toStep: order.moment.steps)
    guard world.nextEventTime.map({ $0 > order.moment.at }) ?? true else { return }
    world.advance(to: order.moment.at, into: &trace)
  }

  /// Gives a command now, at the end of what is known.
  mutating func give(_ command: Command) {
    precondition(!isInPast, "an order in the past belongs to another branch")
    end = moment
    orders.append(Order(moment: moment, command: command))
    world.schedule(command, at: world.now)
    given += 1
  }

  /// The same up to here, with an open future: only the script and the people go on.
  func withoutFuture() -> Branch {
    var branch = self
    branch.orders.removeSubrange(given...)
    branch.checkpoints.cut(after: steps)
    branch.end = moment
    return branch
  }

  /// The step that an event of the trace belongs to, from 1.
  func step(of event: Int) -> Int {
    var low = 0
    var high = counts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if counts[middle] > event { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Goes to the checkpoint: the trace and the orders are those up to there.
  mutating func restore(_ checkpoint: Checkpoints.Checkpoint) {
    world = checkpoint.world
    steps = checkpoint.steps
    given = checkpoint.given
    trace.cut(to: checkpoint.events)
    counts.cut(to: steps + 1)
  }

  func checkpoint(where holds: (Moment) -> Bool) -> Checkpoints.Checkpoint {
    checkpoints.last { holds(Moment(steps: $0.steps, at: $0.world.now)) }
  }
}
