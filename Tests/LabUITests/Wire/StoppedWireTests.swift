import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// The wire, stopped: what is sent stays on it, and keys handle it message by message.
struct StoppedWireTests {
  /// Alice is signed in, the wire is stopped.
  private var stopped: LabModel { LabModel.quiet().after("i w") }

  @Test func `a paused lab leaves on the stopped wire what a key sends`() {
    let model = stopped.after("s r R")
    #expect(model.world.messagesInFlight.map(\.from) == [.client(DeviceID(index: 0)), .attacker])
    #expect(model.world.now == LabModel.quiet().after("i").world.now)
    let text = model.frame(.medium).text
    #expect(text.contains("WIRE STOPPED 60x"))
    #expect(text.contains("2 in flight, 0 held"))
    #expect(text.contains("alice → server") && text.contains("ATTACKER → server"))
  }

  @Test func `the attacker's refresh is brought to the front within five keys`() {
    let swapped = stopped.after("s r R t")
    #expect(swapped.world.messagesInFlight.map(\.from).first == .attacker)
    let straight = stopped.after("s R r")
    #expect(straight.world.messagesInFlight.map(\.from).first == .attacker)
    for model in [swapped, straight] {
      let first = model.after("enter")
      #expect(first.world.authorizationServer.families[0].state == .active)
      #expect(first.world.messagesInFlight.contains { $0.to == .attacker })
      #expect(first.world.now == model.world.now)
      #expect(first.after("enter").world.authorizationServer.families[0].isRevoked)
    }
  }

  @Test func `each key does to the selected message what its act says`() {
    let model = stopped.after("s r R down")
    let numbers = model.world.messagesInFlight.map(\.id)
    #expect(model.wireRows.selected == 1 && model.wireRows.selectedMessage?.id == numbers[1])
    #expect(model.after("h").world.heldMessages.map(\.message.id) == [numbers[1]])
    #expect(model.after("h l").world.heldMessages == [])
    #expect(model.after("x").world.messagesInFlight.map(\.id) == [numbers[0]])
    #expect(model.after("u").world.messagesInFlight.map(\.id) == numbers + [numbers[1] + 1])
    #expect(model.after("up t").world.messagesInFlight.map(\.id) == numbers.reversed())
    #expect(model.after("enter").world.authorizationServer.refreshTokens.count == 2)
  }

  @Test func `a key of the wire without a message says why`() {
    for key in ["h", "l", "x", "u", "t", "enter"] {
      #expect(stopped.after(key).status == "nothing is on the wire", "\(key)")
    }
    let one = stopped.after("r")
    #expect(one.after("t").status == "there is no message after 4 to swap it with")
    #expect(one.after("l").status == "message 4 is not held")
    #expect(one.after("h h").status == "message 4 is held already")
    #expect(one.after("up").status == "this is the first message")
    #expect(one.after("down").status == "this is the last message")
  }

  @Test func `the other keys do what they always do`() {
    #expect(stopped.after("s").world.attacker.refreshTokens.count == 1)
    #expect(stopped.after("p").overlay == .strategies(StrategyMenu(selected: 16)))
    #expect(stopped.after("X").world.faults.count == 1)
    #expect(stopped.after("r 9").zoomed == .store)
    #expect(stopped.after("r 9 down").storeScroll.distance == 1)
    #expect(stopped.after("r 9 x").world.faults.count == 1)
    #expect(stopped.after("r .").world.messagesInFlight.map(\.payload.isRequest) == [false])
  }

  @Test func `what is on the wire when it is left stays there until the next act`() {
    let left = stopped.after("r c h esc")
    #expect(left.wire == nil && left.world.heldMessages.count == 1)
    let flying = stopped.after("r esc")
    #expect(flying.world.hasMessagesInFlight)
    #expect(flying.status == "1 in flight: the next act or . lets them arrive")
    #expect(flying.after("+").world.hasMessagesInFlight)
    #expect(!flying.after("x").world.hasMessagesInFlight)
    #expect(stopped.after("esc").status == nil)
    #expect(stopped.after("w").wire == nil)
  }

  @Test func `what is held out of sight is told in the header`() {
    let model = stopped.after("r h esc")
    #expect(model.status == "1 held: w shows them")
    #expect(model.frame(.medium).line(0).contains("PAUSED 1 HELD 60x"))
    #expect(!model.after("w").frame(.medium).line(0).contains("PAUSED"))
    #expect(!model.after("w l w +").frame(.medium).line(0).contains("HELD"))
  }

  @Test func `stopping the wire stops time, and running time moves the wire`() {
    let running = LabModel.quiet().after("i space w")
    #expect(!running.isRunning && running.wire != nil)
    var moving = stopped.after("r space")
    #expect(!moving.frame(.medium).text.contains("WIRE STOPPED"))
    _ = moving.update(.tick(milliseconds: 1000))
    #expect(!moving.world.hasMessagesInFlight)
  }

  @Test func `a new run lets the wire flow, and the start of this one does not`() {
    #expect(stopped.after("r 0").wire != nil)
    #expect(stopped.after("r p up enter").wire == nil)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no advice on the stopped wire names a key with an obstacle`(_ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "wire")
    var model = stopped
    let keys = ["r", "R", "s", "c", "C", "h", "l", "x", "u", "t", "enter", "up", "down", "i", "o"]
    for count in 0..<60 {
      model.press(keys.randomElement(using: &random) ?? "r")
      let line = Coach.line(for: model)
      #expect(line.unicodeScalars.count <= 73, "\(line)")
      for match in line.matches(of: #/\b([a-z]+): /#) {
        let act = Key(label: String(match.1)).flatMap(model.act)
        #expect(
          act.map { $0.obstacle(in: model) == nil } ?? false, "seed \(seed), \(count): \(line)")
      }
    }
  }
}
