import Analysis
import ArgumentParser
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

  @OptionGroup var bounds: BoundOptions

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
      let runner = ContestRunner(scenario: scenario, strategies: strategies, seeds: count)
      let (runs, halt) = runner.run(within: try bounds.bounds)
      let table = ComparisonTable(
        scenario: scenario, strategies: strategies, seeds: count, runs: runs)
      if halt == nil || table.finished > 0 || format != .text {
        try StandardOutput.shared.writeLine(text(of: table, as: format))
      }
      try halt?.end(at: "\(table.finished) of \(table.wanted) runs", table.missing)
    }
  }

  private func text(of table: ComparisonTable, as format: Format) -> String {
    switch format {
    case .text: table.text
    case .json: table.json
    case .csv: table.csv
    }
  }

  private func chosenStrategies() throws -> [Strategy] {
    guard strategies != "all" else { return Strategy.catalogue }
    let names = strategies.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw CommandError(
        .usage, "--strategies wants each name once, found '\(excerpt(names[twice]))' again")
    }
    return try names.map { try Options.strategy($0) }
  }

  enum Format: String, CaseIterable {
    case text, json, csv
  }
}
