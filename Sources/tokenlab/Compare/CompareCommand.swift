import Analysis
import ArgumentParser
import Foundation
import JOSE
import Lessons
import TokenCore

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run a scenario under several strategies and put the measures side by side.",
    discussion: """
      The same seed, the same people and the same theft under each strategy. Every figure is read \
      off the trace of a run.
      """)

  @Argument(help: "A shipped scenario's name, a scenario file, or a scenario string (- reads one).")
  var scenario: String

  @Option(help: "Names from tokenlab list, with commas, or all.")
  var strategies = "all"

  @Option(help: "How many seeds to run, beginning with the scenario's own; figures are means.")
  var seeds = "1"

  @Option(help: "text, json or csv.")
  var format = "text"

  func run() throws {
    try reporting {
      guard let format = Format(rawValue: format) else {
        throw CommandError.unknown("format", self.format, of: Format.allCases.map(\.rawValue))
      }
      guard let count = UInt64(seeds), (1...1000).contains(count) else {
        throw CommandError(.usage, "--seeds wants 1 to 1000, found '\(excerpt(seeds))'")
      }
      let scenario = try Options.scenario(scenario, strategy: nil, seed: nil)
      let strategies = try chosenStrategies()
      for strategy in strategies { _ = try Options.scenario(scenario, under: strategy) }
      let runs = ContestRunner(scenario: scenario, strategies: strategies, seeds: count).run()
      let table = ComparisonTable(scenario: scenario, strategies: strategies, runs: runs)
      switch format {
      case .text: try StandardOutput.shared.writeLine(table.text)
      case .json: try StandardOutput.shared.writeLine(table.json)
      case .csv: try StandardOutput.shared.writeLine(table.csv)
      }
    }
  }

  private func chosenStrategies() throws -> [Strategy] {
    guard strategies != "all" else { return Strategy.catalogue }
    return try strategies.split(separator: ",").map { try Options.strategy(String($0)) }
  }

  enum Format: String, CaseIterable {
    case text, json, csv
  }
}

/// Runs every strategy with every seed, as many at a time as the machine has cores, and says how far
/// it has got when that takes longer than a second.
struct ContestRunner {
  let scenario: Scenario
  let strategies: [Strategy]
  let seeds: UInt64

  /// One run for each strategy and seed, in that order.
  func run() -> [[MeasuredRun]] {
    let contests = strategies.flatMap { strategy in
      (0..<seeds).map { contest(strategy, seed: scenario.setting.seed &+ $0) }
    }
    let results = Results(count: contests.count)
    DispatchQueue.concurrentPerform(iterations: contests.count) { index in
      results.put(contests[index].run(LabCryptography()), at: index)
    }
    let runs = results.runs
    let perStrategy = Int(seeds)
    return strategies.indices.map { Array(runs[$0 * perStrategy..<($0 + 1) * perStrategy]) }
  }

  private func contest(_ strategy: Strategy, seed: UInt64) -> Contest {
    let scenario = scenario.under(strategy).seeded(seed)
    return Contest(
      setting: scenario.setting,
      story: scenario.story.map { (at: $0.at, command: $0.command) }, end: scenario.end)
  }
}

/// The runs as they come in from several threads.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [MeasuredRun?]
  private var done = 0
  private let started = ContinuousClock.now
  private var lastReport = ContinuousClock.now

  init(count: Int) {
    slots = Array(repeating: nil, count: count)
  }

  var runs: [MeasuredRun] { lock.withLock { slots.compactMap(\.self) } }

  func put(_ run: MeasuredRun, at index: Int) {
    lock.withLock {
      slots[index] = run
      done += 1
      let now = ContinuousClock.now
      guard now - started > .seconds(1), now - lastReport > .seconds(1) else { return }
      lastReport = now
      complain("\(done) of \(slots.count) runs done")
    }
  }
}
