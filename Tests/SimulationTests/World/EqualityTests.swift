import JOSE
import TestRuns
import Testing

@testable import Simulation
@testable import TokenCore

/// Two worlds are equal when everything in them is.
struct EqualityTests {
  /// Alice is signed in, a refresh is in flight and a call is held.
  private static var busy: World {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .callAPI), at: .seconds(10))
    run.order(.wire(.hold(4)), at: .seconds(10))
    run.order(.client(.laptop, .refresh), at: .seconds(10))
    return run.world
  }

  /// One row for each thing that a world has, by its name.
  private static let changes: [(name: String, change: @Sendable (inout World) -> Void)] = [
    ("now", { $0.now = $0.now + .milliseconds(1) }),
    ("authorizationServer", { $0.authorizationServer.users[0].isEnabled = false }),
    ("resourceServers", { $0.resourceServers[0].fetchedAt = $0.now }),
    ("clients", { $0.clients[0].nextTicket += 1 }),
    ("attacker", { _ = $0.attacker.take(.numbered(1), nil, from: .laptop, at: $0.now) }),
    ("faults", { $0.faults = [NetworkFault(device: .laptop, kind: .loseRequest)] }),
    ("heldMessages", { $0.heldMessages = [] }),
    ("random", { $0.random = RandomStreams(seed: 7) }),
    ("queue", { _ = $0.queue.popNext() }),
    ("nextMessage", { $0.nextMessage += 1 }),
    ("inFlight", { $0.inFlight += 1 }),
    (
      "captures",
      {
        $0.captures.note(
          .init(
            id: 4, from: .attacker, to: .resourceServer,
            payload: .resourceRequest(ResourceRequest(token: nil)), request: 1, sentAt: .start,
            arrivesAt: .start))
      }
    ),
    ("visitor", { $0.visitor.use(key: "one") }),
    ("visits", { $0.visits += 1 }),
    ("willSignIn", { $0.willSignIn[0].toggle() }),
  ]

  @Test(arguments: changes.indices)
  func `a world that differs in anything is another one`(_ index: Int) {
    let world = Self.busy
    var other = world
    #expect(other == world)
    Self.changes[index].change(&other)
    #expect(other != world, "\(Self.changes[index].name)")
  }

  @Test func `worlds under settings that differ in a name are two`() {
    var setting = Setting(strategy: .rotationStrict)
    let world = World(setting, LabCryptography())
    #expect(World(setting, LabCryptography()) == world)
    setting.strategyID = "other"
    #expect(World(setting, LabCryptography()) != world)
  }

  @Test func `everything else that a world has is in the table, but for the cryptography`() {
    let names = Mirror(reflecting: Self.busy).children.compactMap(\.label)
    #expect(Set(names) == Set(Self.changes.map(\.name) + ["setting", "cryptography"]))
  }

  /// What is due at one moment happens in its turn, so the turns count.
  @Test func `the same things due in other turns are another queue`() {
    var left = EventQueue()
    var right = EventQueue()
    for device in [DeviceID(index: 0), DeviceID(index: 1)] {
      left.insert(.personActs(device), at: .start)
    }
    for device in [DeviceID(index: 1), DeviceID(index: 0)] {
      right.insert(.personActs(device), at: .start)
    }
    #expect(left != right)
    #expect(left.popNext() != nil && right.popNext() != nil)
    #expect(left != right)
    #expect(left.popNext() != nil && right.popNext() != nil)
    #expect(left == right)
  }
}
