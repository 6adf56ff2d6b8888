import Canvas
import Foundation
import Lessons
import Simulation
import TokenCore

/// Text from the command line as values, or an error that says what was expected.
enum Options {
  static func strategy(_ id: String) throws -> Strategy {
    guard let strategy = Strategy.named(id) else {
      throw CommandError.unknown("strategy", id, of: Strategy.catalogue.map(\.id))
    }
    return strategy
  }

  /// A length of time of at most ten years, as in scenario files.
  static func time(_ text: String, for option: String) throws -> TimeSpan {
    guard let span = TimeSpan(text) else {
      throw CommandError(
        .usage, "\(option) wants a time like 15m or 1h30m, found '\(excerpt(text))'")
    }
    guard span <= SpanScale.most else {
      throw CommandError(
        .usage,
        "\(option) wants at most \(SpanScale.most.shortText), found '\(excerpt(text))'")
    }
    return span
  }

  /// `120x36`: 12 to 500 columns, 2 to 200 rows. On less, the lab has nothing to say.
  static func size(_ text: String) throws -> Size {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (12...500).contains(width), (2...200).contains(height)
    else {
      throw CommandError(
        .usage,
        "--size wants columns x rows like 120x36, from 12x2 to 500x200, found "
          + "'\(excerpt(text))'")
    }
    return Size(width: width, height: height)
  }

  static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw CommandError(.usage, "--seed wants a whole number from 0, found '\(excerpt(text))'")
    }
    return seed
  }

  /// A shipped scenario by name, a scenario string, or a file: whatever holds a slash or ends in
  /// `.yaml` is a file. `-` is a scenario string on standard input.
  static func scenario(
    _ name: String, strategy: String?, seed: String?
  ) throws -> Scenario {
    var scenario = try find(name)
    if let strategy { scenario = try self.scenario(scenario, under: self.strategy(strategy)) }
    if let seed { scenario.setting.seed = try self.seed(seed) }
    return scenario
  }

  /// The scenario under another strategy, unless its timers would be too much work.
  static func scenario(_ scenario: Scenario, under strategy: Strategy) throws -> Scenario {
    let scenario = scenario.under(strategy)
    if let overwork = scenario.overwork {
      throw CommandError(
        .usage,
        "scenario '\(scenario.name)' cannot run under \(strategy.id): it \(overwork)")
    }
    return scenario
  }

  private static func find(_ name: String) throws -> Scenario {
    try reading {
      switch Origin(of: name) {
      case .library: try ScenarioLibrary.scenario(named: name)
      case .standardInput: try StandardInput.scenario()
      case .string: try Scenario(string: name)
      case .file: try Scenario(path: name)
      case nil:
        throw CommandError.unknown("scenario", name, of: scenarioWords)
      }
    }
  }

  /// What a scenario can be given as.
  static let scenarioWords = ScenarioLibrary.names + ["or a file.yaml or a scenario string"]

  /// Runs a body that reads or writes a scenario; what is wrong with it is bad data.
  static func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as ScenarioError { throw CommandError(error) }
  }

  /// Where a scenario is, told by what it is called.
  enum Origin {
    case library, standardInput, string, file

    /// Nil for a word that means nothing.
    init?(of name: String) {
      let hasSuffix = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      if ScenarioLibrary.names.contains(name) {
        self = .library
      } else if name == "-" {
        self = .standardInput
      } else if !hasSuffix, Scenario.isString(name) {
        self = .string
      } else if hasSuffix || name.contains("/") {
        self = .file
      } else {
        return nil
      }
    }
  }
}

/// Text from outside, safe to print: control characters become `.`, and its length is bounded.
func excerpt(_ text: String) -> String {
  Text.cut(Text.drawable(text), width: 60)
}
