import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

struct EditorTests {
  @Test func `a changed policy is a run of its own, forked from the one before`() throws {
    let start = try LabModel.scenario("victim-first", at: .minutes(12))
    let model = start.after("P right enter")
    #expect(model.overlay == nil)
    #expect(model.setting.strategyID == "rotation-strict*")
    #expect(model.setting.policy.accessToken.lifetime == .minutes(30))
    #expect(model.setting.devices == start.setting.devices)
    #expect(model.setting.seed == start.setting.seed)
    #expect(model.world.now == .start)
    #expect(
      model.status
        == "branch 2, forked from branch 1 (rotation-strict) at 12:00.0: under rotation-strict*")
    #expect(model.frame(.large).line(0).contains(" rotation-strict* "))
    let back = model.after("P left enter")
    #expect(back.setting.strategyID == "rotation-strict")
    #expect(
      back.status
        == "branch 3, forked from branch 2 (rotation-strict*) at 0:00.0: under rotation-strict")
  }

  @Test func `a changed policy can be given to the server that runs`() throws {
    let start = try LabModel.scenario("victim-first", at: .minutes(12))
    let model = start.after("P right a")
    #expect(model.overlay == nil && model.history.branches.count == 1)
    #expect(model.world.policy.accessToken.lifetime == .minutes(30))
    #expect(model.setting.policy.accessToken.lifetime == .minutes(15))
    #expect(model.world.clients[0].isSignedIn)
    #expect(model.world.now == start.world.now)
    #expect(model.frame(.large).line(0).contains(" rotation-strict* "))
    #expect(model.frame(.large).text.contains("access lifetime 15m → 30m"))
    let back = model.after("P left a")
    #expect(back.world.policy == start.world.policy)
    #expect(back.frame(.large).line(0).contains(" rotation-strict "))
  }

  @Test func `what the running server cannot be given is told`() {
    let model = LabModel.quiet()
    #expect(model.after("P a").status == "nothing of the policy is changed")
    let contradiction = model.after("P down right a")
    #expect(contradiction.overlay != nil)
    #expect(contradiction.status?.hasPrefix("the policy cannot be: access form") == true)
    var draft = PolicyDraft(model.world)
    draft.selected = .habit
    var editing = model
    editing.overlay = .editor(draft)
    let habit = editing.after("right a")
    #expect(habit.status == "nothing of the policy is changed")
  }

  @Test func `the fork plays the same story under the new rules`() throws {
    var model = try LabModel.scenario("victim-first", at: .minutes(12)).after("P right enter")
    model.advance(to: .start + .minutes(31))
    #expect(model.chronicle.rows.count > 3)
    #expect(
      model.trace.events.contains { if case .attacker(.stole) = $0.kind { true } else { false } })
  }

  @Test func `leaving changes nothing`() throws {
    let start = try LabModel.scenario("victim-first", at: .minutes(12))
    let left = start.after("P right right down right esc")
    #expect(left.trace == start.trace && left.setting == start.setting)
    #expect(left.overlay == nil && left.history.branches.count == 1)
  }

  @Test func `a contradiction is told and does not start`() {
    let model = LabModel.quiet().after("P down right")
    let text = model.frame(.medium).text
    #expect(text.contains("✗ cannot be: access form reference contradicts"))
    let pressed = model.after("enter")
    #expect(pressed.overlay != nil && pressed.setting == model.setting)
    #expect(pressed.status?.hasPrefix("cannot start: ") == true)
    #expect(pressed.frame(.medium).text.contains("cannot start: access form"))
  }

  @Test func `nothing changed starts nothing`() {
    let model = LabModel.quiet().after("P enter")
    #expect(model.overlay != nil && model.status?.hasPrefix("nothing is changed") == true)
  }

  @Test func `remarks stand with their source`() {
    let text = LabModel.quiet().after("P right right right").frame(.medium).text
    #expect(text.contains("longer than an hour (RFC 6750 §5.3)"))
  }

  @Test(arguments: Strategy.catalogue)
  func `every reachable policy either runs or says why not`(strategy: Strategy) {
    for axis in PolicyDraft(Setting(strategy: strategy)).axes {
      for key in ["left", "right"] {
        var model = LabModel.quiet(strategy)
        model.press("P")
        guard case .editor(var draft) = model.overlay else { return }
        draft.selected = axis
        model.overlay = .editor(draft)
        model.press("\(key) enter i c r s R C")
        #expect(model.frame(.medium).size == .medium, "\(axis) \(key)")
      }
    }
  }
}
