import Canvas
import CustomDump
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Selecting, zooming, overlays, restarting: what changes the view and not the world.
struct LookingTests {
  @Test func `going up and down selects rows and follows the newest at the end`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(12))
    let last = model.chronicle.rows.count - 1
    #expect(model.after("up").selectedRow == last - 1)
    #expect(model.after("k k").selectedRow == last - 2)
    #expect(model.after("up up down").selectedRow == last - 1)
    #expect(model.after("up down").selectedRow == nil)
    #expect(model.after("up up end").selectedRow == nil)
    #expect(model.after("up up esc").selectedRow == nil)
    #expect(model.after("down").status == "the newest event is selected already")
    let top = model.after(Array(repeating: "up", count: last + 3).joined(separator: " "))
    #expect(top.selectedRow == 0 && top.status == "this is the first event")
  }

  @Test func `new events do not move a selection`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(12)).after("up up")
    var later = model
    later.advance(to: .start + .minutes(19))
    #expect(later.selectedRow == model.selectedRow)
    #expect(later.currentRow == model.currentRow)
    #expect(later.chronicle.rows.count > model.chronicle.rows.count)
  }

  @Test func `why shows the selected exchange, or the last one before`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(12))
    #expect(model.currentAnswer?.exchange.request.title == "GET /me AT1")
    let atTheft = model.chronicle.rows.count - 1
    let earlier = model.after(Array(repeating: "up", count: atTheft - 1).joined(separator: " "))
    #expect(earlier.currentAnswer?.exchange.request.title == "GET /authorize alice")
    #expect(LabModel.quiet().currentAnswer == nil)
  }

  @Test func `the help turns back as soon as it is told to`() {
    let help = LabModel.quiet().after("?")
    let top = help.frame(.medium)
    #expect(help.after("space").frame(.medium) != top)
    #expect(help.after("space up").frame(.medium) == top)
    let bottom = help.after(Array(repeating: "space", count: 30).joined(separator: " "))
    let back = bottom.after(Array(repeating: "up", count: 12).joined(separator: " "))
    #expect(back.frame(.medium) == top)
  }

  @Test(arguments: [Size.medium, Size(width: 60, height: 16), Size(width: 40, height: 8)])
  func `the selected strategy is in view and marked`(size: Size) {
    var model = LabModel.quiet()
    model.press("p home")
    for strategy in Strategy.catalogue {
      let lines = model.frame(size).lines()
      #expect(lines.contains { $0.contains("► ") && $0.contains(" \(strategy.id) ") }, "\(lines)")
      model.press("down")
    }
  }

  @Test func `panes come one after the other and end at all of them`() {
    var model = LabModel.quiet()
    for pane in Pane.allCases {
      model.press("tab")
      #expect(model.zoomed == pane)
    }
    model.press("tab")
    #expect(model.zoomed == nil)
    #expect(model.after("z").zoomed == .why)
    #expect(model.after("z z").zoomed == nil)
    #expect(model.after("3 esc").zoomed == nil)
  }

  @Test func `a strategy is chosen by its row and starts the same people again`() throws {
    let start = try LabModel.scenario("victim-first", at: .minutes(12)).after("] + m")
    let picker = start.after("p")
    let current = try #require(Strategy.catalogue.firstIndex { $0.id == "rotation-strict" })
    #expect(picker.overlay == .strategies(StrategyMenu(selected: current)))
    let chosen = picker.after("up enter")
    #expect(chosen.setting.strategyID == "rotation-reject-only")
    #expect(chosen.setting.devices == start.setting.devices)
    #expect(chosen.world.now == .start && chosen.overlay == nil)
    #expect(chosen.speed == start.speed && chosen.timelineZoom == 1 && chosen.isMouseOn)
    #expect(
      chosen.status
        == "branch 2, forked from branch 1 (rotation-strict) at 12:00.0: under rotation-reject-only"
    )
    #expect(picker.after("esc").trace == start.trace)
    #expect(picker.after("home up").overlay == .strategies(StrategyMenu(selected: 0)))
    let last = Strategy.catalogue.count - 1
    #expect(picker.after("end down").overlay == .strategies(StrategyMenu(selected: last)))
    #expect(picker.after("x").status?.isEmpty == false)
  }

  @Test(arguments: Strategy.catalogue)
  func `the choice tells a strategy's summary, origin and rules`(strategy: Strategy) throws {
    let index = try #require(Strategy.catalogue.firstIndex(of: strategy))
    var model = LabModel.quiet()
    _ = model.show(.strategies(StrategyMenu(selected: index)))
    let words = model.cardWords
    #expect(words.contains(strategy.summary))
    #expect(words.contains("from: \(strategy.origin)"))
    #expect(words.contains("access token \(strategy.policy.accessToken.lifetime.shortText)"))
  }

  @Test func `starting again gives the same run`() throws {
    let model = try LabModel.scenario("attacker-first", at: .minutes(30))
    var again = model.after("0")
    #expect(again.world.now == .start)
    again.advance(to: .start + .minutes(30))
    expectNoDifference(again.trace, model.trace)
  }

  @Test func `the next device takes the keys`() {
    let devices = [
      DeviceSetting(person: "alice", device: "laptop"), DeviceSetting(person: "bob", device: "tv"),
    ]
    let model = LabModel.quiet(devices: devices).after("n i")
    #expect(model.client.name == "bob@tv" && model.client.isSignedIn)
    #expect(model.world.clients[0].isSignedOut)
    #expect(model.frame(.medium).text.contains("CLIENT bob"))
    #expect(model.after("n").client.name == "alice@laptop")
    #expect(LabModel.quiet().after("n").status == "there is one device only")
  }

  @Test func `what is asked of the program outside is said`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(12))
    func effects(_ keys: String) -> [Effect] {
      var model = model
      return model.press(keys)
    }
    #expect(effects("q") == [.quit])
    #expect(effects("? q") == [.quit])
    #expect(effects("p q") == [.measure(.rotationStrict), .quit])
    #expect(effects(": q").isEmpty)
    #expect(effects("T") == [.nextTheme])
    #expect(effects("m m") == [.setMouse(true), .setMouse(false)])
    #expect(effects("y") == [.copy("10:00.0  A  copies RT1 from alice@laptop")])
  }
}
