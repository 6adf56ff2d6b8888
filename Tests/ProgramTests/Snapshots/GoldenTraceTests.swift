import JOSE
import Lessons
import Narrative
import Testing
import TokenCore

@testable import tokenlab

/// The shipped stories as they were approved, each under its own strategy and under others.
struct GoldenTraceTests {
  @Test(arguments: GoldenTraceTests.runs)
  func `a story is told as it was approved`(run: Run) throws {
    try Golden(path: run.path).check(run.text())
  }

  @Test(arguments: GoldenTraceTests.documents)
  func `a story as JSON is as it was approved`(run: Run) throws {
    try Golden(path: run.path(as: "json")).check(run.document())
  }

  static let documents = ["victim-first", "two-apis"].map {
    Run(scenario: $0, strategy: "rotation-strict")
  }

  static let runs: [Run] =
    [
      "first-login", "victim-first", "attacker-first", "late-victim", "lost-response",
      "two-tabs", "administrative-acts", "two-apis", "explicit-requests",
    ]
    .map { Run(scenario: $0, strategy: "rotation-strict") }
    + [
      Run(scenario: "spent-token-weapon", strategy: "one-time-no-expiry"),
      Run(scenario: "stolen-cookie"), Run(scenario: "migration", strategy: "reusable-refresh"),
      Run(scenario: "crossing-refreshes"), Run(scenario: "failed-write"),
      Run(scenario: "late-deny-list"), Run(scenario: "status-list"),
      Run(scenario: "shared-signals"),
      Run(scenario: "introspection-down"),
      Run(scenario: "closing-the-browser", strategy: "server-session"),
      Run(scenario: "another-site"),
      Run(scenario: "token-confusion"), Run(scenario: "extended-by-hand", strategy: "tracked-jti"),
      Run(scenario: "things-have-changed"),
      Run(scenario: "crossing-requests", strategy: "token-per-request"),
      Run(scenario: "stolen-key"), Run(scenario: "insider"),
      Run(scenario: "bound-tokens"), Run(scenario: "bound-tokens", strategy: "sender-constrained"),
      Run(scenario: "prepared-proofs"),
      Run(scenario: "prepared-proofs", strategy: "bound-everything"),
      Run(scenario: "device-bound-session"), Run(scenario: "bff"), Run(scenario: "step-up"),
      Run(scenario: "proofs-by-hand"),
      Run(scenario: "two-apis", strategy: "two-expiry-jwt"),
      // A week of calls is long; this much has the first of its refreshes.
      Run(scenario: "baseline-week", strategy: "rotation-strict", until: .minutes(9 * 60 + 15)),
    ]
    + ["rotation-reject-only", "reusable-refresh", "grace-same-successor", "login-again"]
    .flatMap { strategy in
      ["victim-first", "attacker-first"].map { Run(scenario: $0, strategy: strategy) }
    } + [Run(scenario: "lost-response", strategy: "grace-same-successor")]

  struct Run: CustomTestStringConvertible, Sendable {
    let scenario: String
    /// Nil for the scenario's own.
    var strategy: String?
    /// Nil for the scenario's end.
    var until: TimeSpan?

    var testDescription: String { "\(scenario) under \(strategy ?? "its own policy")" }
    var path: String { path(as: "txt") }

    func path(as format: String) -> String {
      "Traces/" + ([scenario, strategy, format].compactMap(\.self)).joined(separator: ".")
    }

    func text() throws -> String {
      let (scenario, end) = try chosen()
      let text = TraceText(name: scenario.name, title: scenario.title, end: end)
      return scenario.told(as: ShownText(text), until: end)
    }

    func document() throws -> String {
      let (scenario, end) = try chosen()
      return scenario.told(
        as: TraceDocument(scenario, end: end, withSecrets: false), until: end)
    }

    private func chosen() throws -> (Scenario, TimeSpan) {
      let scenario = try Options.scenario(scenario, strategy: strategy, seed: nil)
      return (scenario, until ?? scenario.lasts)
    }
  }
}

struct GoldenFolderTests {
  @Test func `every recorded file belongs to a test`() throws {
    let expected =
      GoldenFrameTests.pictures.map(\.path) + GoldenTraceTests.runs.map(\.path)
      + GoldenTraceTests.documents.map { $0.path(as: "json") }
    #expect(Set(expected).count == expected.count)
    let leftOver = Set(try Golden.recordedPaths()).subtracting(expected)
    #expect(leftOver.isEmpty, "delete what no test reads any more")
  }

  @Test(arguments: ScenarioLibrary.names)
  func `every shipped scenario is recorded under its own strategy`(name: String) throws {
    let own = try Options.scenario(name, strategy: nil, seed: nil).setting.strategyID
    let recorded = GoldenTraceTests.runs.filter { $0.scenario == name }.map { $0.strategy ?? own }
    #expect(recorded.contains(own))
  }
}
