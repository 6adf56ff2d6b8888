import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// What the stopped wire shows of its messages.
struct WireViewTests {
  private var stopped: LabModel { LabModel.quiet().after("i s w") }

  @Test(arguments: [Size.medium, .large, .extraLarge])
  func `every message stands in a row with what it carries and when it arrives`(size: Size) {
    let model = stopped.after("r R h")
    let lines = model.frame(size).lines()
    func line(_ number: Int) -> String {
      lines.first { $0.contains(" \(number) ") && $0.contains("→ server") } ?? ""
    }
    #expect(line(5).contains("ATTACKER → server   POST /token refresh RT1"))
    #expect(line(5).contains("0:00.4") && line(5).contains("0:00.5"))
    #expect(line(4).contains("HELD, 100ms left") && line(4).contains("alice → server"))
    #expect(lines.contains { $0.contains("► ") && $0.contains(" 5 ") })
  }

  @Test func `answers tell their status and their tokens`() {
    let model = stopped.after("r R c enter enter")
    let cargo = model.wireRows.all.map(\.message.cargo)
    #expect(cargo == ["200 RT2 AT2", "400 invalid_grant"])
  }

  @Test func `a call and a sign-in are told as at a blackboard`() {
    #expect(stopped.after("c").wireRows.all.map(\.message.cargo) == ["GET /me AT1"])
    #expect(stopped.after("c enter").wireRows.all.map(\.message.cargo) == ["200"])
    #expect(stopped.after("o").wireRows.all.map(\.message.cargo) == ["POST /revoke RT1"])
    let signingIn = LabModel.quiet().after("w i")
    #expect(signingIn.wireRows.all.map(\.message.cargo) == ["GET /authorize alice"])
    #expect(
      signingIn.after("enter").wireRows.all.map(\.message.cargo) == ["302 a code and a cookie"])
    #expect(
      signingIn.after("enter enter").wireRows.all.map(\.message.cargo) == ["POST /token code"])
  }

  @Test func `more messages than rows scroll, and the selected one is in view`() {
    var model = stopped.after("r u u u u u u u u")
    for row in 0..<9 {
      #expect(model.wireRows.selected == row)
      let lines = model.frame(.medium).lines()
      #expect(
        lines.contains {
          $0.contains("► ") && $0.contains(" \(model.wireRows.all[row].message.id) alice")
        })
      model.press("down")
    }
  }

  @Test func `small screens show the rows too`() {
    let model = stopped.after("r R")
    let small = model.frame(Size(width: 60, height: 16)).text
    #expect(small.contains("C→AS") && small.contains("A→AS"))
    #expect(model.frame(Size(width: 40, height: 8)).text.contains("A→AS   refresh RT1"))
  }

  @Test func `no message shows a whole token`() {
    let model = stopped.after("r R enter")
    let text = model.frame(.extraLarge).text.filter { !$0.isWhitespace && $0 != "┃" }
    let tokens =
      model.world.clients.compactMap(\.storage.refreshToken?.text)
      + model.world.clients.compactMap(\.storage.accessToken?.text)
    #expect(tokens.count == 2 && !tokens.contains { text.contains($0) })
    #expect(text.contains("HTTP/1.1"))
  }

  @Test func `several devices of one person are told apart`() {
    let devices = [
      DeviceSetting.alice, DeviceSetting(person: "alice", device: "tablet"),
    ]
    let model = LabModel.quiet(devices: devices).after("i w r")
    #expect(model.frame(.large).text.contains("alice@laptop → server"))
  }
}
