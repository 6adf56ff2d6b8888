import JOSE
import Soak
import TokenCore

@testable import Analysis
@testable import Simulation

/// A run of which every step was kept, so that a question can be asked about any of its events.
struct Recording {
  private(set) var trace = Trace()
  /// The world before each step, and the number of events that there were then.
  private var steps: [(before: World, count: Int)] = []
  private(set) var world: World

  /// Runs the story to the end.
  init(_ setting: Setting, _ story: [(at: Instant, command: Command)], until end: Instant) {
    world = World(setting, LabCryptography())
    for line in story { world.schedule(line.command, at: line.at) }
    while let next = world.nextEventTime, next <= end { step() }
  }

  /// A random run of that many steps.
  init(seed: UInt64, steps count: Int) {
    var run = RandomRun(seed: seed, LabCryptography())
    world = run.world
    for _ in 0..<count {
      steps.append((run.world, run.trace.events.count))
      _ = run.step()
    }
    world = run.world
    trace = run.trace
  }

  private mutating func step() {
    steps.append((world, trace.events.count))
    _ = world.step(into: &trace)
  }

  /// The events in which a server answered a request.
  var exchanges: [TraceEvent] {
    trace.events.filter { if case .answered = $0.kind { true } else { false } }
  }

  func before(_ event: TraceEvent) -> World {
    steps.last { $0.count <= event.id }?.before ?? world
  }

  /// The world when everything up to and at the instant had happened.
  func past(_ instant: Instant) -> World? {
    guard instant >= .start else { return nil }
    let later = steps.firstIndex { $0.before.now > instant } ?? steps.count
    if later == steps.count { return world.now <= instant ? world : steps.last?.before }
    return later > 0 ? steps[later - 1].before : nil
  }

  func whatIf(_ event: TraceEvent) -> WhatIf? {
    WhatIf(event, before: before(event), trace: trace.events[..<event.id], past: past)
  }

  /// What would have turned the answer that came at that time.
  func whatIf(at instant: Instant) -> WhatIf? {
    exchanges.last { $0.at == instant }.flatMap(whatIf)
  }
}

extension WhatIf {
  /// The suppositions of each turn.
  var suppositions: [[Supposition]] { counterfactuals.map(\.suppositions) }
}
