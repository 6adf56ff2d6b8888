import Canvas
import JOSE
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// There is a most to what is kept of what happened; time stops there and says so.
struct KeepingTests {
  private static func lab(most: Int) -> LabModel {
    var model = LabModel.freeLab(LabCryptography()).after("space")
    model.mostEvents = most
    return model
  }

  private static let words = "300 trace events kept (--max-events): "

  @Test(arguments: ["space", "g 9 d enter", "d"])
  func `time stops where no more is kept, and says so`(labels: String) {
    var model = Self.lab(most: 300).after(labels)
    for _ in 0..<1000 where model.isRunning { _ = model.update(.tick(milliseconds: 1000)) }
    #expect(model.status?.hasPrefix(Self.words) == true && !model.isRunning)
    #expect((300..<1000).contains(model.trace.events.count))
    #expect(model.frame(.medium).text.contains(model.status ?? "none"), "all of it can be read")
    let longer = "\(LabModel.usualMostEvents)".count - "300".count
    #expect(Text.width(model.status ?? "") + longer <= 77, "the usual bound can be read, too")
    #expect(Coach.line(for: model).hasPrefix("no more of this lab is kept. p starts a run"))
    let stopped = model.world.now
    for key in ["space", ".", "d", "c", "M enter"] {
      let pressed = model.after(key)
      #expect(pressed.status?.hasPrefix(Self.words) == true, "\(key)")
      #expect(pressed.world.now == stopped && !pressed.isRunning, "\(key)")
    }
  }

  @Test func `a run is forgotten, and time goes on`() {
    let full = Self.lab(most: 300).after("g 9 d enter")
    #expect(full.status?.contains("p starts a run; B, x forgets this") == true)
    let beside = full.after("p enter")
    #expect(beside.after(".").status?.contains("B, then x, forgets a branch") == true)
    #expect(Coach.line(for: beside).hasSuffix("B, then x, forgets a branch"))
    let freed = beside.after("B k k k x esc .")
    #expect(freed.history.branches.count == 1 && freed.world.now > .start)
    #expect(freed.status == nil)
  }

  @Test func `going back makes room`() {
    let full = Self.lab(most: 300).after("g 9 d enter")
    let back = full.after("0 .")
    #expect(back.world.now > .start && back.status == nil)
  }

  @Test func `what two branches do side by side is kept, too`() {
    var model = Self.lab(most: 300).after("g 3 0 m enter p = end space ] ] ] ] ] ]")
    for _ in 0..<1000 where model.duel?.isRunning == true {
      _ = model.update(.tick(milliseconds: 1000))
    }
    #expect(model.duel?.isRunning == false)
    #expect(model.status?.hasPrefix(Self.words) == true)
  }

  @Test func `two runs that are too much together are not put side by side`() {
    var model = Self.lab(most: 300).after("g 5 0 m enter")
    let kept = model.trace.events.count
    #expect(kept > 150 && kept < 300)
    model.press("p =")
    #expect(model.duel == nil)
    #expect(model.status?.hasPrefix("side by side they are more than 300 events") == true)
  }
}
