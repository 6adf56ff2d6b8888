import Analysis
import ArgumentParser
import JOSE
import Lessons
import Narrative
import Simulation
import TokenCore

/// What it costs to ask what would have turned an answer, and what is held and for how long.
struct WhatIfBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Milliseconds to find what would have turned each answer, and what ends what.")

  @Argument(help: "A shipped scenario's name, or a scenario file.")
  var scenario = "administrative-acts"

  @Option(help: "Run it under another strategy.")
  var strategy: String?

  func run() throws {
    try reporting {
      let run = Run(try Options.scenario(scenario, strategy: strategy, seed: nil))
      var counterfactuals = 0
      let times = run.exchanges.map { event in
        milliseconds { counterfactuals += run.whatIf(event)?.counterfactuals.count ?? 0 }
      }.sorted()
      guard let longest = times.last else {
        return try StandardOutput.shared.sendLine("no request was answered")
      }
      try StandardOutput.shared.sendLine("answers   turns   p50 ms   p95 ms   max ms")
      let figures = [times[times.count / 2], times[times.count * 95 / 100], longest]
      let columns = figures.map { right(rounded($0), 9) }.joined()
      try StandardOutput.shared.sendLine(
        right("\(times.count)", 7) + right("\(counterfactuals)", 8) + columns)
      try run.measureHoldings()
    }
  }

  /// A run of which the world before every step is kept.
  private struct Run {
    private var steps: [(before: World, count: Int)] = []
    private var trace = Trace()
    /// The world at the end.
    private let world: World

    init(_ scenario: Scenario) {
      var world = World(scenario.setting, LabCryptography())
      for line in scenario.story { world.schedule(line.command, at: line.at) }
      while let next = world.nextEventTime, next <= scenario.end {
        steps.append((world, trace.events.count))
        _ = world.step(into: &trace)
      }
      self.world = world
    }

    /// What the attacker holds at the end, and a ruler from there.
    func measureHoldings() throws {
      var count = 0
      let holdings = milliseconds { count = world.holdings(of: .attacker).count }
      let residualAccess = milliseconds {
        count += ResidualAccess(after: world, since: world.now).bars.count
      }
      try StandardOutput.shared.sendLine(
        "holdings of the attacker and residualAccess: \(count), \(rounded(holdings)) and "
          + "\(rounded(residualAccess)) ms")
    }

    var exchanges: [TraceEvent] {
      trace.events.filter { if case .answered = $0.kind { true } else { false } }
    }

    func whatIf(_ event: TraceEvent) -> WhatIf? {
      let step = firstStep { $0.count > event.id } - 1
      return WhatIf(event, before: steps[step].before, trace: trace.events[..<event.id], past: past)
    }

    /// The world when everything up to and at the instant had happened.
    private func past(_ instant: Instant) -> World? {
      let later = firstStep { $0.before.now > instant }
      return later > 0 ? steps[later - 1].before : nil
    }

    /// Of steps that are ordered, the number of the first for which it holds.
    private func firstStep(_ holds: ((before: World, count: Int)) -> Bool) -> Int {
      var (low, high) = (0, steps.count)
      while low < high {
        let middle = (low + high) / 2
        if holds(steps[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
