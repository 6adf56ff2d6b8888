import Canvas
import CustomDump
import JOSE
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// What takes longer than a key may is done in slices, and a key stops it.
struct ErrandTests {
  /// Alice's laptop, which calls an API every two minutes for ever; paused.
  private static func lab(_ labels: String = "") -> LabModel {
    LabModel.freeLab(LabCryptography()).after("space " + labels)
  }

  private static func going(_ model: LabModel, to time: String) -> LabModel {
    var model = model
    for key in [Key.character("g")] + time.unicodeScalars.map(Key.character) + [.enter] {
      _ = model.begin(.key(key))
    }
    return model
  }

  @Test(arguments: [1, 3, 50], 0..<8 as Range<UInt64>)
  func `slices of any size do what is done at once`(steps: Int, seed: UInt64) {
    var lab = RandomLab(seed: seed)
    var sliced = lab.model
    for _ in 0..<12 {
      let act = Act.allCases.filter { !$0.keys.isEmpty }.randomElement(using: &lab.random)
      let key = Bool.random(using: &lab.random) ? act?.keys.first : Key.random(using: &lab.random)
      guard let key else { continue }
      let effects = lab.press(key)
      #expect(sliced.begin(.key(key)) == effects, "seed \(seed), \(key)")
      while sliced.isBusy { sliced.work(steps: steps) }
      #expect(sliced.frame(.large) == lab.model.frame(.large), "seed \(seed), \(key)")
      #expect(sliced.world == lab.model.world && sliced.trace == lab.model.trace, "seed \(seed)")
    }
  }

  @Test func `a slice takes no more steps than it may`() {
    var model = Self.going(Self.lab(), to: "2d")
    while model.isUnderWay {
      let before = model.history.branch.moment.steps
      model.work(steps: 7)
      #expect(model.history.branch.moment.steps - before <= 7)
    }
    #expect(model.world.now == .start + .days(2) && model.status == nil)
  }

  @Test func `a way that takes long is told, and escape stops there`() throws {
    var model = Self.going(Self.lab(), to: "2d")
    model.work(steps: 50)
    let stopped = model.world.now
    #expect(stopped > .start && stopped < .start + .days(2))
    #expect(model.frame(.medium).line(2).contains("going to 2d 0:00:00.0: now "))
    #expect(model.begin(.key(.escape)).isEmpty && !model.isUnderWay)
    #expect(model.world.now == stopped && !model.isRunning)
    #expect(model.status == "stopped here, on the way to 2d 0:00:00.0")
  }

  @Test func `a search is stopped where it had come`() {
    let start = Self.lab("7")
    var model = start
    _ = model.begin(.key("d"))
    model.work(steps: 50)
    #expect(model.world.now == start.world.now)
    #expect(model.frame(.medium).line(2).contains("to reuse is detected: now "))
    _ = model.begin(.key(.escape))
    #expect(model.world.now > start.world.now && model.zoomed == .events)
    #expect(model.status == "stopped here: reuse is detected has not come so far")
    #expect(model.after("0").world.now == .start)
  }

  @Test func `any other key stops it and does what it always does`() {
    var model = Self.going(Self.lab(), to: "2d")
    model.work(steps: 50)
    let stopped = model.world.now
    _ = model.update(.key("8"))
    #expect(model.world.now == stopped && model.zoomed == .why && !model.isUnderWay)
  }

  @Test func `time falls behind a machine that is too slow, and the header says how fast it goes`()
  {
    var model = Self.lab("] ] ] ] ] ] space")
    #expect(model.speed.factor == 3600 && model.isRunning)
    let start = model.world.now
    _ = model.begin(.tick(milliseconds: 10_000))
    model.work(steps: 30)
    let reached = model.world.now
    #expect(reached > start && reached < start + .hours(10))
    _ = model.begin(.tick(milliseconds: 1000))
    let share = (reached - start).milliseconds * 3600 / TimeSpan.hours(10).milliseconds
    #expect(model.frame(.medium).line(0).contains("► \(share)x of 3600x "))
    model.finish()
    #expect(model.world.now == reached + .hours(1))
    _ = model.update(.tick(milliseconds: 1))
    #expect(model.frame(.medium).line(0).contains("► 3600x "))
  }

  @Test func `a search in a duel is told and stopped`() {
    let lab = Self.lab(".")
    var model = lab.after("p enter =")
    #expect(model.duel != nil)
    _ = model.begin(.key("d"))
    model.work(steps: 20)
    #expect(model.frame(.medium).line(2).contains("to a difference: now "))
    _ = model.begin(.key(.escape))
    #expect(model.duel != nil && model.status == "stopped here: no difference so far")
    #expect(model.after("esc").duel == nil)
  }

  @Test func `two that are not side by side yet can be left`() {
    var model = Self.going(Self.lab(), to: "1d").finished.after("p")
    _ = model.begin(.key("="))
    model.work(steps: 5)
    #expect(model.frame(.medium).line(2).contains("putting side by side: now "))
    _ = model.begin(.key(.escape))
    #expect(model.duel == nil && model.status == "stopped: they are not side by side")
  }
}

extension LabModel {
  fileprivate var finished: LabModel {
    var model = self
    model.finish()
    return model
  }
}
