import JOSE
import Soak
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// What the invariants of the wire see, and that random runs give them something to see.
struct WireInvariantTests {
  @Test func `random runs carry out every order about messages`() {
    var orders: Set<String> = []
    var events: Set<String> = []
    for event in PlayedRun.all.flatMap(\.trace.events) {
      switch event.kind {
      case .commanded(.wire(let order)): orders.insert(caseName(of: order))
      case .wire(let event): events.insert(caseName(of: event))
      default: break
      }
    }
    #expect(orders.count == 12, "\(orders.sorted())")
    #expect(events.count == 6, "\(events.sorted())")
  }

  /// Numbers of messages mean the same in a replay, which knows all orders beforehand.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a random run is the same when its orders are given again`(_ seed: UInt64) {
    var live = RandomRun(seed: seed, LabCryptography())
    var again = Run(live.world.setting)
    for _ in 0..<150 { _ = live.step() }
    for (instant, command) in live.script { again.world.schedule(command, at: instant) }
    while again.trace.events.count < live.trace.events.count {
      guard again.world.step(into: &again.trace) else { break }
    }
    #expect(again.trace == live.trace, "seed \(seed)")
    #expect(again.world.clients == live.world.clients, "seed \(seed)")
  }

  static let tamperings: [(Invariant, @Sendable (inout World) -> Void)] = [
    (.messagesAreConserved, { $0.queue = EventQueue() }),
    (.messagesAreConserved, { $0.heldMessages = [] }),
    (.messagesAreConserved, { $0.inFlight += 1 }),
    (.messagesAreConserved, { $0.heldMessages += $0.heldMessages }),
    (
      .messagesAreConserved,
      { world in
        guard let held = world.heldMessages.first else { return }
        world.queue.insert(.arrival(held.message, cause: held.cause), at: world.now)
        world.inFlight += 1
      }
    ),
    (
      .messagesArriveAsSent,
      { world in
        guard let entry = world.queue.arrival(of: 5),
          case .arrival(let message, let cause) = entry.event
        else { return }
        world.queue.replace(
          entry, by: .arrival(message.arriving(at: world.now - .milliseconds(1)), cause: cause))
      }
    ),
    (
      .messagesArriveAsSent,
      { world in
        guard let held = world.heldMessages.first else { return }
        let other = Message(
          id: held.message.id, from: .attacker, to: held.message.to,
          payload: held.message.payload, request: held.message.request,
          sentAt: held.message.sentAt, arrivesAt: held.message.arrivesAt)
        world.heldMessages = [
          HeldMessage(message: other, remaining: held.remaining, cause: held.cause)
        ]
      }
    ),
  ]

  /// Message 4 is held, 5 is in flight, and a third is being sent.
  @Test(arguments: tamperings.indices)
  func `a doctored wire breaks an invariant`(_ index: Int) {
    let (invariant, tamper) = Self.tamperings[index]
    var run = Run(.rotationStrict)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    run.order(.wire(.hold(4)), at: .minutes(1))
    run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1))
    run.world.schedule(.client(.laptop, .refreshInAnotherTab), at: run.world.now)
    let before = run.world
    let count = run.trace.events.count
    _ = run.world.step(into: &run.trace)
    func violation(_ world: World) -> String? {
      invariant.violation(
        in: WorldStep(before: before, after: world, trace: run.trace, since: count))
    }
    #expect(violation(run.world) == nil)
    var doctored = run.world
    tamper(&doctored)
    #expect(violation(doctored) != nil)
  }

  private func caseName(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
