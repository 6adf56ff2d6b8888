import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// All strategies, all acts: whatever is done, something is said and nothing traps.
struct StrategyTableTests {
  @Test(arguments: Strategy.catalogue)
  func `every act is done or has an obstacle, before and after a sign-in`(strategy: Strategy) {
    let quiet = LabModel.quiet(strategy)
    for start in [quiet, quiet.after("i S")] {
      for act in Act.allCases {
        var model = start
        let obstacle = act.obstacle(in: model)
        _ = model.attempt(act)
        model.finish()
        #expect(obstacle == nil || model.status == obstacle, "\(act)")
        #expect(obstacle == nil || model.trace == start.trace, "\(act)")
        let refused = model.trace.events.dropFirst(start.trace.events.count).contains {
          if case .commandRefused = $0.kind { true } else { false }
        }
        #expect(!refused, "\(act)")
        #expect(model.frame(.medium).size == .medium)
      }
    }
  }

  @Test(arguments: Strategy.catalogue)
  func `the cards tell what the strategy has`(strategy: Strategy) {
    let text = LabModel.quiet(strategy).after("i c").frame(.medium).text
    switch strategy.policy.renewal {
    case .session:
      #expect(text.contains("session f1 ● active") && text.contains("idle out in 30:00"))
    case .everyRequest: #expect(text.contains("a token with each call"))
    case .reissue: #expect(text.contains("re-issues after a 401"))
    case .none: #expect(text.contains("asks for a new sign-in"))
    case .refreshToken: #expect(text.contains("RT1"))
    }
    #expect(text.contains("RT  none issued") == (strategy.policy.refresh == nil))
  }

  @Test(arguments: Strategy.catalogue)
  func `the card tells the correction and the remarks`(strategy: Strategy) throws {
    let index = try #require(Strategy.catalogue.firstIndex(of: strategy))
    var model = LabModel.quiet()
    let choice = Overlay.strategies(StrategyMenu(selected: index))
    let effects = model.show(choice)
    #expect(effects == [.measure(strategy)] && model.measureLines.isEmpty)
    model.measure(for: effects)
    let again = model.show(choice)
    #expect(again == [])
    let words = model.cardWords
    #expect(words.contains("but: \(strategy.correction ?? "")") == (strategy.correction != nil))
    for remark in strategy.policy.remarks { #expect(words.contains("remark: \(remark)")) }
    let measured = try #require(model.measureLines[strategy.id])
    #expect(measured.count == 4)
    let card = model.cardWords(Size(width: 100, height: 32))
    for line in measured { #expect(card.contains(line), "\(line)") }
  }

  @Test func `the selection is in view and pointed at, at every size`() {
    for size in [Size.medium, .large, Size(width: 60, height: 16), Size(width: 40, height: 8)] {
      var model = LabModel.quiet()
      model.press("p home")
      for strategy in Strategy.catalogue {
        let lines = model.frame(size).lines()
        #expect(lines.contains { $0.contains("► ") && $0.contains(" \(strategy.id)") }, "\(size)")
        model.press("down")
      }
    }
  }
}
