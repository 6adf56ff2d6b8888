import Canvas
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
}
