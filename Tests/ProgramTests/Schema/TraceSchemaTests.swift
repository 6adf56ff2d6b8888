import Foundation
import JOSE
import Narrative
import Simulation
import Testing
import TokenCore

@testable import Lessons
@testable import tokenlab

/// The JSON trace is what its schema says, in the eyes of a validator that is not ours.
struct TraceSchemaTests {
  @Test func `every shipped story fits the schema, and every strategy's`() throws {
    let documents = try Self.runs.map { try (name: $0.name, text: $0.text()) }
    let refused = try SchemaValidator.refused(documents)
    #expect(refused.isEmpty)
  }

  @Test func `what is left out, added or misnamed is refused`() throws {
    let run = Run(story: "administrative-acts", strategy: "rotation-strict", hasTokens: true)
    let mutants = try Mutants(of: try run.text()).documents
    #expect(mutants.count > 200)
    let refused = try SchemaValidator.refused(mutants)
    let taken = mutants.map(\.name).filter { refused[$0] == nil }
    #expect(taken.isEmpty)
  }

  @Test func `a message that is named stands in full before`() throws {
    for run in Self.runs {
      let text = try run.text()
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      var told: Set<Int> = []
      for event in try #require(document?["events"] as? [[String: Any]]) {
        let one = (event["message"] as? [String: Any]).map { [$0] } ?? []
        let messages = one + (event["messages"] as? [[String: Any]] ?? [])
        told.formUnion(messages.compactMap { $0["id"] as? Int })
        if let id = event["message_id"] as? Int { #expect(told.contains(id), "\(run.name)") }
      }
    }
  }

  @Test func `the schema lists every word that the rules have`() throws {
    #expect(try Self.listed("check") == Check.allCases.map(\.code))
    #expect(try Self.listed("fact_name") == Fact.Name.allCases.map(\.rawValue))
    #expect(try Self.listed("command", "word") == CommandWord.allCases.map(\.rawValue))
    let flaws = ProofFlaw.allCases.map(\.rawValue) + DPoPFlaw.allCases.map(\.rawValue)
    #expect(try Self.listed("reason_detail") == ReuseCause.allCases.map(\.code) + flaws)
    #expect(try Self.listed("reason").sorted() == DenialReason.names.sorted())
    #expect(try Self.listed("error") == ErrorCode.allCases.map(\.rawValue))
    #expect(try Self.listed("revocation_reason") == RevocationReason.allCases.map(\.code))
    #expect(try Self.listed("event", "kind") == TraceDocument.Kind.allCases.map(\.rawValue))
  }

  /// The words that a definition, or one of its properties, may be.
  private static func listed(_ name: String, _ property: String? = nil) throws -> [String] {
    let data = try Data(contentsOf: SchemaValidator.schema)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var found = try #require(definitions[name] as? [String: Any])
    if let property {
      let properties = try #require(found["properties"] as? [String: Any])
      found = try #require(properties[property] as? [String: Any])
    }
    return try #require(found["enum"] as? [String])
  }
}

extension TraceSchemaTests {
  /// Every story under its own rules and the recommended ones, and one theft under every strategy.
  static let runs: [Run] =
    ScenarioLibrary.names.flatMap { story in
      [nil, "recommended"].map { Run(story: story, strategy: $0) }
    }
    + Strategy.catalogue.map { Run(story: "attacker-first", strategy: $0.id, hasTokens: true) }

  struct Run {
    let story: String
    var strategy: String?
    var hasTokens = false

    var name: String { "\(story) \(strategy ?? "")" }

    /// The first hours are enough of a week.
    func text() throws -> String {
      let scenario = try Options.scenario(story, strategy: strategy, seed: nil)
      let end = min(scenario.lasts, .minutes(9 * 60 + 15))
      return scenario.told(
        as: TraceDocument(scenario, end: end, withSecrets: hasTokens), until: end)
    }
  }
}
