import Analysis
import LabUI
import JOSE
import Lessons
import Simulation
import TokenCore

/// A shipped scenario of which the world before every step was kept, so that its answers can be asked
/// about.
struct Retold {
  private var steps: [(before: World, count: Int)] = []
  private(set) var trace = Trace()
  private(set) var world: World

  init(_ name: String, under strategy: Strategy? = nil) throws {
    var scenario = try ScenarioLibrary.scenario(named: name)
    if let strategy { scenario = scenario.under(strategy) }
    self.init(
      scenario.setting, scenario.story.map { (at: $0.at, command: $0.command) }, until: scenario.end
    )
  }

  init(_ setting: Setting, _ story: [(at: Instant, command: Command)], until end: Instant) {
    world = World(setting, LabCryptography())
    for line in story { world.schedule(line.command, at: line.at) }
    while let next = world.nextEventTime, next <= end {
      steps.append((world, trace.events.count))
      _ = world.step(into: &trace)
    }
    world.advance(to: end, into: &trace)
  }

  /// The world when everything up to and at the instant had happened.
  func past(_ instant: Instant) -> World? {
    if world.now <= instant { return world }
    return steps.last { $0.before.now <= instant }?.before
  }

  /// The event in which a server answered at that time.
  func answer(at instant: Instant) -> TraceEvent? {
    trace.events.last { event in
      guard event.at == instant, case .answered = event.kind else { return false }
      return true
    }
  }

  func whatIf(_ event: TraceEvent) -> WhatIf? {
    guard let step = steps.last(where: { $0.count <= event.id }) else { return nil }
    return WhatIf(event, before: step.before, trace: trace.events[..<event.id], past: past)
  }

  /// What changed at the server because of an event.
  func effects(of event: TraceEvent) -> [ServerEvent] {
    trace.events.compactMap { effect in
      guard effect.cause == event.id, case .server(let change) = effect.kind else { return nil }
      return change
    }
  }

  /// All that is known of the answer at that time.
  func outlook(at instant: Instant) -> WhyOutlook? {
    guard let event = answer(at: instant), case .answered(let exchange) = event.kind else {
      return nil
    }
    return WhyOutlook(
      exchange, effects: effects(of: event), whatIf: whatIf(event), in: world.authorizationServer)
  }
}
