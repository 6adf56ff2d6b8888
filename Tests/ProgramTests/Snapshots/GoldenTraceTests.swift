import JOSE
import LabUI
import Lessons
import Testing

@testable import tokenlab

/// The shipped stories as they were approved, each under its own strategy and under others.
struct GoldenTraceTests {
  @Test(arguments: GoldenTraceTests.runs)
  func `a story is told as it was approved`(run: Run) throws {
    try Golden(path: run.path).check(run.text())
  }

  @Test func `a story as JSON is as it was approved`() throws {
    let run = Run(scenario: "victim-first", strategy: "rotation-strict")
    let (scenario, model) = try run.finished()
    let text = TraceJSON(scenario: scenario, model: model, end: scenario.lasts).text
    try Golden(path: Self.jsonPath).check(text)
  }

  static let jsonPath = "Traces/victim-first.rotation-strict.json"

  static let runs: [Run] =
    ["first-login", "victim-first", "attacker-first", "lost-response"]
    .map { Run(scenario: $0, strategy: "rotation-strict") }
    + ["rotation-reject-only", "reusable-refresh", "grace-same-successor", "login-again"]
    .flatMap { strategy in
      ["victim-first", "attacker-first"].map { Run(scenario: $0, strategy: strategy) }
    } + [Run(scenario: "lost-response", strategy: "grace-same-successor")]

  struct Run: CustomTestStringConvertible, Sendable {
    let scenario: String
    let strategy: String

    var testDescription: String { "\(scenario) under \(strategy)" }
    var path: String { "Traces/\(scenario).\(strategy).txt" }

    func finished() throws -> (Scenario, LabModel) {
      let scenario = try Options.scenario(scenario, strategy: strategy, seed: nil)
      var model = LabModel(scenario, LabCryptography())
      model.advance(to: scenario.end)
      return (scenario, model)
    }

    func text() throws -> String {
      let (scenario, model) = try finished()
      return TraceText(scenario: scenario, model: model, end: scenario.lasts).text
    }
  }
}

struct GoldenFolderTests {
  @Test func `every recorded file belongs to a test`() throws {
    let expected =
      GoldenFrameTests.pictures.map(\.path) + GoldenTraceTests.runs.map(\.path)
      + [GoldenTraceTests.jsonPath]
    #expect(Set(expected).count == expected.count)
    let leftOver = Set(try Golden.recordedPaths()).subtracting(expected)
    #expect(leftOver.isEmpty, "delete what no test reads any more")
  }

  @Test(arguments: ["first-login", "victim-first", "attacker-first", "lost-response"])
  func `the strategy named in the table is the scenario's own`(name: String) throws {
    #expect(
      try Options.scenario(name, strategy: nil, seed: nil).setting.strategyID == "rotation-strict")
  }
}
