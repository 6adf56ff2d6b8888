import Canvas
import Lessons
import Narrative
import Simulation
import Testing
import TokenCore

@testable import LabUI

struct CoachTests {
  @Test func `whoever presses what the coach says gets to a revoked family`() {
    var model = LabModel.quiet()
    var pressed: [String] = []
    while !model.chronicle.verdict.isAlarm, pressed.count < 10 {
      let line = Coach.line(for: model)
      let key = line.firstMatch(of: #/([a-zA-Z]): /#).map { String($0.1) } ?? "q"
      pressed.append(key)
      model.press(key)
    }
    #expect(pressed == ["i", "s", "r", "R"])
    #expect(model.frame(.medium).text.contains("REUSE DETECTED"))
  }

  @Test(arguments: Strategy.catalogue, 0..<3 as Range<UInt64>)
  func `the coach never sends anybody to a key with an obstacle`(
    strategy: Strategy, seed: UInt64
  ) {
    var random = RandomStream(seed: seed, label: "coach")
    var model = LabModel.quiet(strategy)
    for _ in 0..<60 {
      let line = Coach.line(for: model)
      #expect(!line.isEmpty && line.unicodeScalars.count <= 73, "\(line)")
      #expect(model.status != nil || model.frame(.medium).line(2) == " try: " + line)
      for match in line.matches(of: #/(?:[pP]ress |or |and |\b)([a-zA-Z])(?=:| and | or )/#) {
        let key = Key(label: String(match.1))
        let act = Act.allCases.first { key.map($0.keys.contains) ?? false }
        #expect(act?.obstacle(in: model) == nil, "\(strategy.id), seed \(seed): \(line)")
      }
      model.press(
        ["i", "c", "r", "s", "a", "R", "C", "e", "o", "E", "D", "K", "F", "X", "S"].randomElement(
          using: &random) ?? "i")
    }
  }

  /// What a line says of a token, the key that tries it, and whether a server then grants it.
  private static let claims: [(words: String, key: String, isGranted: Bool)] = [
    ("but not the key", "R", false), ("both hold a token that works", "R", true),
    ("both hold a token that works", "r", true), ("the copy opens the API", "C", true),
    ("calls the API with the copy, until exp", "C", true), ("the copy is dead", "C", false),
    (" is dead. s: steal again", "R", false), ("its session has ended", "r", false),
    ("refresh with RT", "R", true),
  ]

  @Test(arguments: ScenarioLibrary.names)
  func `what the coach says of a token is so when it is tried`(story: String) throws {
    let scenario = try ScenarioLibrary.scenario(named: story)
    for strategy in [nil, Strategy.rotationStrict, .serverSession, .trackedJTI] {
      var model = try LabModel.scenario(story, under: strategy)
      for line in scenario.story {
        model.advance(to: line.at + .seconds(7))
        let advice = Coach.line(for: model)
        if advice.hasSuffix("is signing in") { #expect(!model.client.phase.isSettled) }
        for claim in Self.claims where advice.contains(claim.words) {
          let isGranted = model.isGranted(after: claim.key)
          #expect(
            isGranted == claim.isGranted,
            "\(story), \(strategy?.id ?? "as written"), \(model.world.now.clockText): \(advice)")
        }
      }
    }
  }
}

extension LabModel {
  /// Whether the request that the key leads to is granted.
  fileprivate func isGranted(after key: String) -> Bool? {
    var tried = after(key)
    tried.advance(to: world.now + .milliseconds(900))
    return tried.trace.events(since: trace.count).compactMap(\.kind.exchange).first
      .map(\.decision.isAccepted)
  }
}
