import JOSE
import Soak
import Testing
import TokenCore

@testable import Simulation

/// A branch with a random setting and random orders at random times, some of them given between two
/// things that are due at one moment.
struct RandomBranch {
  var branch: Branch
  var random: RandomStream

  init(_ seed: UInt64) {
    random = RandomStream(seed: seed, label: "random branch")
    let setting = Setting.random(seed: seed, using: &random)
    let script = setting.devices.indices.map {
      ScriptLine(at: .start, command: .client(DeviceID(index: $0), .signIn))
    }
    branch = Branch(setting, script: script, LabCryptography())
  }

  /// Lets some time or some steps pass and gives an order, so many times; then all that is due.
  mutating func play(_ count: Int) {
    for _ in 0..<count {
      goOn()
      branch.give(.random(in: branch.world.setting, using: &random))
    }
    branch.advance(to: branch.world.now)
  }

  private mutating func goOn() {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: for _ in 0..<Int.random(in: 0..<6, using: &random) { _ = branch.step() }
    case 1:
      branch.advance(to: branch.world.now + .milliseconds(.random(in: 0..<900, using: &random)))
    default: branch.advance(to: branch.world.now + .minutes(.random(in: 0..<9, using: &random)))
    }
  }

  /// Some place that was passed, or some time.
  mutating func anyStep() -> Int { .random(in: 0...branch.end.steps, using: &random) }

  mutating func anyInstant() -> Instant {
    .start + .milliseconds(.random(in: 0...branch.end.at.milliseconds, using: &random))
  }
}

/// A place in a run, for comparing two as values.
struct Place: Equatable {
  let moment: Moment
  let orders: [Order]
  let trace: Trace
  let world: World

  init(_ branch: Branch) {
    moment = branch.moment
    orders = Array(branch.ordersGiven)
    trace = branch.trace
    world = branch.world
  }

  /// The first thing in which two places differ; nil where they are the same.
  func difference(from other: Place) -> String? {
    if moment != other.moment { return "at \(moment), not \(other.moment)" }
    if orders != other.orders { return "\(orders.count) orders, not \(other.orders.count)" }
    if trace != other.trace {
      let place = zip(trace.events, other.trace.events).first { $0 != $1 }
      return "traces: \(place.map { "\($0.0)\n\($0.1)" } ?? "one is longer")"
    }
    return world == other.world ? nil : "worlds"
  }
}
