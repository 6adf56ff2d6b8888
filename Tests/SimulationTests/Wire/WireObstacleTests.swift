import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Every reason for which an order about messages does nothing, in words.
struct WireObstacleTests {
  /// Message 4 is in flight, 5 is held; 0 to 3 have arrived and 6 is yet to come.
  private var run: Run {
    var run = Run(.rotationStrict)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1))
    run.order(.wire(.hold(5)), at: .minutes(1))
    return run
  }

  static let rows: [(WireOrder, String?)] =
    [0, 6, -1, .max].flatMap { number in
      [.hold(number), .release(number), .drop(number), .duplicate(number), .deliverNow(number)]
        .map { ($0, "there is no message \(number) on the wire") }
    } + [
      (.hold(4), nil), (.hold(5), "message 5 is held already"),
      (.release(4), "message 4 is not held"), (.release(5), nil), (.releaseNext, nil),
      (.drop(4), nil), (.drop(5), nil), (.duplicate(4), nil), (.duplicate(5), nil),
      (.sendAgain(4), nil), (.sendAgain(5), nil),
      (.sendAgain(0), "no message makes a person sign in"), (.sendAgain(1), nil),
      (.sendAgain(6), "message 6 has not been sent yet"),
      (.deliverNow(4), nil), (.deliverNow(5), nil), (.swap(4, 5), nil), (.swap(5, 4), nil),
      (.swap(4, 4), "message 4 cannot change places with itself"),
      (.swap(0, 4), "there is no message 0 on the wire"),
      (.swap(4, 6), "there is no message 6 on the wire"), (.holdNextRequest(.laptop), nil),
      (.holdNextResponse(.laptop), nil), (.holdAttackersNextRequest, nil),
      (.holdAttackersNextResponse, nil),
    ]

  @Test(arguments: rows)
  func `an order is possible or says why not`(_ order: WireOrder, _ obstacle: String?) {
    var run = run
    #expect(run.world.obstacle(to: .wire(order)) == obstacle)
    let before = run.world.still
    let wire = run.world.messagesInFlight
    run.order(.wire(order), at: .minutes(1))
    #expect(run.refusals == [obstacle].compactMap(\.self))
    let changed = run.world.still != before || run.world.messagesInFlight != wire
    #expect(changed == (obstacle == nil))
  }

  @Test func `nothing is released where nothing is held`() {
    var run = run
    run.order(.wire(.releaseNext), at: .minutes(1))
    run.order(.wire(.releaseNext), at: .minutes(1))
    #expect(run.refusals == ["no message is held"])
  }

  @Test func `a message is held in advance once`() {
    var run = run
    for order in [WireOrder.holdNextRequest(.laptop), .holdAttackersNextResponse] {
      for _ in 0..<2 { run.order(.wire(order), at: .minutes(1)) }
    }
    #expect(
      run.refusals == ["that awaits alice@laptop already", "that awaits the attacker already"])
  }
}
