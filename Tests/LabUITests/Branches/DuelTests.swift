import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Branches by keys: the tree, names, and two of them side by side.
struct DuelTests {
  private func stolen() throws -> LabModel { try .scenario("victim-first", at: .minutes(14)) }

  @Test func `victim first and attacker first are one key from the theft`() throws {
    let start = try stolen()
    let model = start.after("V")
    let duel = try #require(model.duel)
    #expect(duel.left.branch.name == "victim first")
    #expect(duel.right.branch.name == "attacker first")
    #expect(duel.difference?.at == .start + .minutes(14) + .milliseconds(100))
    #expect(duel.left.chronicle.verdict.isAlarm && duel.right.chronicle.verdict.isAlarm)
    #expect(model.history.branches.count == 3 && model.history.branch.id == 1)
    #expect(model.trace == start.trace)
    let text = model.frame(.medium).text
    #expect(text.contains("1 branch 2 (victim first)") && text.contains("≠"))
    #expect(text.contains("reuse noticed") && text.contains("sign-ins"))
    #expect(text.contains("first different at 14:00.1") && text.contains("d difference"))
    #expect(!text.contains("s steal RT"))
  }

  @Test func `both sides are always at one instant`() throws {
    var model = try stolen().after("V")
    for key in ["0", ".", ".", "d", ",", "end", "d", "space"] {
      model.press(key)
      let duel = try #require(model.duel)
      #expect(duel.left.branch.world.now == duel.right.branch.world.now, "\(key)")
    }
    let before = try #require(model.duel).now
    _ = model.update(.tick(milliseconds: 1000))
    #expect(model.duel?.now == before + .minutes(1))
    #expect(model.world.now == .start + .minutes(14))
  }

  @Test func `what both have in common stands in both columns and only once`() throws {
    let duel = try #require(try stolen().after("V").duel)
    let lines = DuelLine.lines(of: duel)
    let common = lines.prefix { $0.isCommon }
    #expect(common.count == duel.difference?.row)
    #expect(lines.dropFirst(common.count).allSatisfy { !$0.isCommon })
    #expect(lines.compactMap(\.left) == Array(duel.left.chronicle.rows.indices))
    #expect(lines.compactMap(\.right) == Array(duel.right.chronicle.rows.indices))
    #expect(lines.map(\.at) == lines.map(\.at).sorted())
  }

  @Test func `the same script under another strategy is put beside it`() throws {
    let start = try LabModel.scenario("victim-first", at: .minutes(21)).after("C")
    var list = start
    list.press("p home")
    for strategy in Strategy.catalogue {
      let model = list.after("=")
      let duel = try #require(model.duel)
      #expect(duel.right.branch.world.setting.strategyID == strategy.id)
      #expect(duel.left.branch.trace == start.trace)
      if strategy.id == start.setting.strategyID { #expect(duel.difference == nil) }
      #expect(model.frame(.medium).text.contains("COMPARE"))
      list.press("down")
    }
  }

  @Test func `the same two differ nowhere, and that is said`() throws {
    let model = try LabModel.scenario("lost-response", at: .minutes(2)).after("p enter = d")
    #expect(model.status?.hasPrefix("no difference in the next") == true)
  }

  @Test func `a side is gone to`() throws {
    let model = try stolen().after("V 2")
    #expect(model.duel == nil && model.history.branch.name == "attacker first")
    #expect(try stolen().after("V esc").duel == nil)
  }

  @Test func `the tree shows where each branch came from`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(21)).after("< , R B")
    let text = model.frame(.large).text
    #expect(text.contains("branch 1: the first run"))
    #expect(text.contains("└─ branch 2, forked from branch 1"))
    let back = model.after("up enter")
    #expect(back.history.branch.id == 1 && back.overlay == nil)
    #expect(back.history.branch.isInPast)
  }

  @Test func `a branch is named, compared and forgotten`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(21)).after("< , R B")
    let named = model.after("N a b enter")
    #expect(named.history.branch(2)?.name == "ab")
    #expect(named.overlay == .branches(BranchMenu(selected: 2)))
    #expect(named.after("x").status == "branch 2 is where you are: go to another one first")
    #expect(named.after("up x").history.branches.map(\.id) == [2])
    #expect(named.after("up =").duel != nil)
    #expect(named.after("=").status == "branch 2 is the one shown: choose another to compare")
    #expect(named.after("N backspace backspace enter").history.branch(2)?.name == nil)
  }

  @Test func `the limit of branches is told and nothing is lost`() throws {
    var model = LabModel.quiet().after("i c")
    for _ in 1..<History.mostBranches { model.press("u c") }
    #expect(model.history.isFull)
    let before = model.after("u")
    let refused = before.after("c")
    #expect(refused.status == "there are 24 branches: B, then x, forgets one")
    #expect(refused.trace == before.trace && refused.history.branches.count == 24)
    #expect(model.after("p up enter").status == "there are 24 branches: B, then x, forgets one")
  }
}
