import CustomDump
import Foundation
import Simulation
import Testing
import TokenCore

@testable import Lessons

/// `Assets/README.md` says what the code does.
@Suite struct ManualTests {
  private let manual: String

  init() throws {
    manual = try String(
      contentsOf: repository.appendingPathComponent("Assets/README.md"), encoding: .utf8)
  }

  private var example: String {
    get throws {
      let start = try #require(manual.range(of: "```yaml\n")).upperBound
      let end = try #require(manual.range(of: "```\n", range: start..<manual.endIndex)).lowerBound
      return String(manual[start..<end])
    }
  }

  /// The keys that open the rows of the table under a heading such as `story`.
  private func rows(after heading: String) throws -> [String] {
    let start = try #require(manual.range(of: heading + "\n")).upperBound
    let lines = manual[start...].drop { $0 != "|" }
      .split(separator: "\n", omittingEmptySubsequences: false)
    let table = lines.prefix { $0.hasPrefix("|") }.dropFirst(2)
    return table.compactMap { row in
      row.split(separator: "`", maxSplits: 2).dropFirst().first.map(String.init)
    }
  }

  private func expectRows<Key: FieldKey>(_ heading: String, _ type: Key.Type) throws {
    #expect(try rows(after: heading) == Key.allCases.map(\.rawValue), "\(heading)")
  }

  @Test func `every mapping's table lists its keys in the code's order`() throws {
    try expectRows("### The file", ScenarioKey.self)
    try expectRows("### `policy`", PolicyKey.self)
    try expectRows("`access-token`:", AccessTokenKey.self)
    try expectRows("`short-expiry`:", ShortExpiryKey.self)
    try expectRows("`reissue`:", ReissueKey.self)
    try expectRows(
      "`session`, which goes with `form: reference` and `check: session-record`:", SessionKey.self)
    try expectRows("`refresh-token`:", RefreshTokenKey.self)
    try expectRows("`grace`:", GraceKey.self)
    try expectRows("### `habit`", HabitKey.self)
    try expectRows("### `devices`", DeviceKey.self)
    try expectRows("`calls`:", CallsKey.self)
    try expectRows("### `clients`", ClientKey.self)
    try expectRows("### `resource-servers`", ResourceServerKey.self)
    try expectRows("### `attack`", AttackKey.self)
    try expectRows("`parameters`:", ParameterKey.self)
    try expectRows("`basic`:", BasicKey.self)
    try expectRows("`cookie`:", CookieKey.self)
    try expectRows("`proof`:", ProofKey.self)
    try expectRows("`headers`:", HeaderKey.self)
    try expectRows("`keep`, of what the endpoint gives:", ExplicitRequest.Part.self)
  }

  @Test func `the commands and the story's keys are all there`() throws {
    try expectRows("### `story`", ScriptKey.self)
    let start = try #require(manual.range(of: "| command | takes | what happens |")).lowerBound
    let table = manual[start...].split(separator: "\n").dropFirst(2).prefix { $0.hasPrefix("|") }
    let commands = table.map { row in
      row.split(separator: "|")[0...1].joined().split(separator: "`").filter {
        $0.contains(where: \.isLetter)
      }.joined(separator: " ")
    }
    let expected = CommandWord.allCases.map { word in
      ([word.rawValue] + word.arguments.map(\.rawValue)).joined(separator: " ")
    }
    #expect(commands == expected)
  }

  @Test func `the shipped strategies are named in order`() throws {
    let start = try #require(manual.range(of: "The shipped strategies:")).upperBound
    let end = try #require(manual.range(of: ".\n", range: start..<manual.endIndex)).lowerBound
    let names = manual[start..<end].split(separator: "`").map(String.init)
      .filter { $0.contains(where: \.isLetter) }
    #expect(names == Strategy.catalogue.map(\.id))
  }

  @Test(arguments: PolicyAxis.allCases)
  func `every word of an axis is in the manual`(axis: PolicyAxis) {
    guard case .choice(let scale) = axis.described.scale else { return }
    for value in scale.values where value.form.takesWord && value.word != "no" {
      #expect(manual.contains("`\(value.word)`") || value.word == "yes", "\(value.word)")
    }
  }

  @Test(arguments: [
    Loot.allCases.map(\.rawValue), ExplicitRequest.Endpoint.allCases.map(\.rawValue),
  ])
  func `every word that a key takes is in the manual`(words: [String]) {
    for word in words { #expect(manual.contains("`\(word)`"), "\(word)") }
  }

  @Test func `the ways to renew are taken as the manual writes them`() throws {
    let start = try #require(manual.range(of: "| `renewal` | how |")).lowerBound
    let rows = manual[start...].split(separator: "\n").dropFirst(2).prefix { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    for row in rows.map({ String($0.split(separator: "`")[1]) }) where row != "refresh-token" {
      let access =
        row.contains("session")
        ? "{lifetime: 1h, form: reference, check: session-record}" : "{lifetime: 15m}"
      let sample = Sample.ownPolicy
        .with(line: 5, "  access-token: \(access)").with(line: 6, "  renewal: \(row)")
      #expect(sample.complaint == nil, "\(row)")
    }
  }

  @Test func `a contradiction is answered as the manual shows`() throws {
    let sample = Sample.ownPolicy
      .with(line: 5, "  access-token: {lifetime: 15m, form: reference, check: deny-list}")
    #expect(manual.contains("\n    \(try #require(sample.complaint))\n"))
  }

  private static let exampleKeys: [String] =
    ScenarioKey.allCases.map(\.rawValue).filter { $0 != "strategy" }
    + PolicyKey.allCases.map(\.rawValue) + AccessTokenKey.allCases.map(\.rawValue)
    + CheckKey.allCases.map(\.rawValue) + RefreshTokenKey.allCases.map(\.rawValue)
    + GraceKey.allCases.map(\.rawValue) + HabitKey.allCases.map(\.rawValue)
    + DeviceKey.allCases.map(\.rawValue) + CallsKey.allCases.map(\.rawValue)
    + DailyKey.allCases.map(\.rawValue) + SpanKey.allCases.map(\.rawValue)
    + ClientKey.allCases.map(\.rawValue) + ResourceServerKey.allCases.map(\.rawValue)
    + AttackKey.allCases.map(\.rawValue) + ScriptKey.allCases.map(\.rawValue)
    + ParameterKey.allCases.map(\.rawValue) + BasicKey.allCases.map(\.rawValue)
    + CookieKey.allCases.map(\.rawValue)
    + ProofKey.allCases.map(\.rawValue).filter { $0 != "key-of" }
    + HeaderKey.allCases.map(\.rawValue) + ExplicitRequest.Part.allCases.map(\.rawValue)

  @Test func `the example is a scenario, uses every key, and ends as its own text says`() throws {
    let text = try example
    let scenario = try Scenario(yaml: text, file: "late-retry.yaml")
    for key in Self.exampleKeys { #expect(text.contains("\(key):"), "\(key)") }
    let run = Run(scenario)
    #expect(
      run.story.contains("11:04.1 alice refreshes: reuse, grace over"), "\(run.story.prefix(25))")
    #expect(run.story.filter { $0.contains("answer lost") }.count == 2)
    #expect(!run.story.contains { $0.contains("not done") })
    #expect(!run.served(.attacker).isEmpty)
    expectNoDifference(
      run.answersToStrangers,
      [
        "10:00:00.0 200",
        "11:00:00.0 400 invalid_grant (refresh_token_client_mismatch)",
        "15:00:00.0 401 invalid_token (access_token_expired)",
        "15:10:00.0 302",
        "15:10:10.0 200",
        "15:10:20.0 401 invalid_dpop_proof (call_proof_invalid)",
        "15:20:00.0 400 invalid_grant (code_used)",
      ])
  }

  @Test func `the example's mistake is answered as the manual shows`() throws {
    let spoiled = try example.replacing("at: 10m,", with: "at: soon,")
    let found = try #require(complaint(about: spoiled))
    let shown = found.replacing("probe.yaml", with: "late-retry.yaml")
    #expect(manual.contains("\n    \(shown)\n"), "\(shown)")
  }
}
