import Canvas
import CustomDump
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Going back and forth by keys.
struct TravelTests {
  private func end() throws -> LabModel { try .scenario("victim-first", at: .minutes(21)) }

  @Test func `back goes from event to event to the start and says that it is there`() throws {
    var model = try end()
    var clocks = [model.world.now]
    while model.world.now > .start {
      model.press(",")
      clocks.append(model.world.now)
    }
    #expect(clocks == clocks.sorted(by: >) && Set(clocks).count == clocks.count)
    let rows = try end().chronicle.rows.count
    #expect(clocks.count >= rows, "\(clocks.count) places for \(rows) rows")
    #expect(model.after(",").status == "this is the start")
    #expect(model.history.branches.count == 1)
  }

  @Test func `back and forth shows what was shown`() throws {
    let there = try end().after(", ,")
    let again = there.after(", .")
    #expect(again.trace == there.trace)
    #expect(again.frame(.large).lines().dropFirst(3) == there.frame(.large).lines().dropFirst(3))
  }

  @Test func `the header says that this is the past`() throws {
    let model = try end().after(",")
    #expect(try end().frame(.large).line(0).contains("PAUSED"))
    #expect(model.frame(.large).line(0).contains("PAST, known to 21:00"))
  }

  @Test func `decisions and refusals are found backwards`() throws {
    let model = try end()
    #expect(model.after("<").world.now == .start + .milliseconds(1_200_100))
    #expect(model.after("< <").world.now == .start + .milliseconds(901_100))
    #expect(model.after("< < <").world.now == .start)
    #expect(model.after("{ {").world.now == .start + .milliseconds(901_500))
    #expect(model.after("{ { }").world.now == .start + .milliseconds(1_200_100))
  }

  @Test(arguments: ["16m", "5m", "0s", "1h"])
  func `a time is gone to`(time: String) throws {
    let keys = time.map(String.init).joined(separator: " ")
    let span = try #require(TimeSpan(time))
    let model = try end().after("g \(keys) enter")
    #expect(model.world.now == .start + span && model.overlay == nil)
    let whole = try LabModel.scenario("victim-first", at: span)
    expectNoDifference(model.trace, whole.trace)
    #expect(model.chronicle.rows == whole.chronicle.rows)
  }

  @Test func `a wrong time is told and nothing moves`() throws {
    let model = try end()
    let typed = model.after("g 1 5 x enter")
    #expect(typed.status == "a time is like 15m or 1h30m5s, not '15x'")
    #expect(typed.world.now == model.world.now && typed.overlay != nil)
    #expect(model.after("g 9 9 d enter").status == "99d 0:00:00.0 is further than 40d ahead")
    #expect(model.after("g 9 9 d enter").world.now == model.world.now)
    #expect(model.after("g 9 esc").overlay == nil)
  }

  @Test func `undo goes to before the last order and says which`() throws {
    let model = LabModel.quiet().after("i s r")
    let undone = model.after("u")
    #expect(undone.world.now < model.world.now && undone.history.branch.isInPast)
    #expect(undone.status == "before alice refreshes: another act here opens a branch")
    #expect(undone.after("u").world.attacker.refreshTokens.isEmpty)
    #expect(LabModel.quiet().after("u").status == "you have done nothing yet to undo")
  }

  @Test func `an act in the past opens a branch and a rehearsal does not`() throws {
    let model = try end().after("< ,")
    let rehearsed = model.after("! R")
    #expect(rehearsed.history.branches.count == 1 && rehearsed.trace == model.trace)
    #expect(rehearsed.status?.hasPrefix("R would: open branch 2; refresh RT1 400") == true)
    let acted = model.after("R")
    #expect(acted.history.branches.count == 2)
    #expect(
      acted.status == "branch 2 opened; branch 1 keeps its future. B shows both")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a rehearsal foretells what the key does, and changes nothing`(seed: UInt64) {
    var model = RandomLab(seed: seed).model
    (model.overlay, model.duel, model.isRunning) = (nil, nil, false)
    for act in Act.allCases {
      guard let key = act.keys.first, act != .help(.rehearsal), key != .escape else { continue }
      guard model.act(for: key) == act else { continue }
      let told = model.after("! \(key.label)")
      #expect(told.trace == model.trace && told.world.now == model.world.now, "\(seed) \(act)")
      #expect(told.status?.hasPrefix(key.label) == true, "\(seed) \(act)")
      if let obstacle = act.obstacle(in: model) {
        #expect(told.status == "\(key.label) would do nothing: \(obstacle)", "\(seed) \(act)")
      }
    }
  }
}
