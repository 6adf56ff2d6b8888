import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Proofs made in advance with somebody else's key (RFC 9449 §11.2).
struct PreparedProofTests {
  private static func run(
    _ strategy: Strategy, nonce: TimeSpan? = nil, _ orders: [(TimeSpan, AttackerOrder)]
  ) -> Run {
    var setting = Setting(strategy: strategy)
    setting.policy.proofNonce = nonce
    var run = Run(setting)
    run.play(
      [
        (.zero, .client(.laptop, .signIn)), (.seconds(10), .client(.laptop, .callAPI)),
        (.minutes(1), .attacker(.prepareProofs(.laptop, for: .hours(1)))),
        (.minutes(1), .attacker(.stealStorage(.laptop))),
      ] + orders.map { ($0.0, .attacker($0.1)) })
    return run
  }

  /// The status of each answer to the attacker.
  private static func statuses(_ run: Run) -> [Int] {
    run.trace.events.compactMap(\.kind.exchange).filter { $0.from == .attacker }.map(\.status)
  }

  private static let theft: [(TimeSpan, AttackerOrder)] = [
    (.minutes(10), .callAPI), (.minutes(11), .refresh), (.minutes(12), .callAPI),
  ]

  @Test
  func `prepared proofs open the API for the stolen token, and get one that they do not open`() {
    #expect(Self.statuses(Self.run(.boundEverything, Self.theft)) == [200, 200, 401])
  }

  @Test func `a nonce stops them as soon as it is old`() {
    let run = Self.run(.boundEverything, nonce: .minutes(2), Self.theft)
    #expect(Self.statuses(run) == [401, 400, 401])
    let fresh = Self.run(.boundEverything, nonce: .hours(1), Self.theft)
    #expect(Self.statuses(fresh) == [200, 200, 401])
  }

  @Test func `where the refresh token alone is bound, they are worth as much as the key`() {
    let run = Self.run(
      .senderConstrained, [(.minutes(30), .refresh), (.minutes(31), .callAPI)])
    #expect(Self.statuses(run) == [200, 200])
  }

  @Test func `each is good for one request, at about its minute`() {
    let run = Self.run(
      .senderConstrained, [(.hours(2), .refresh), (.hours(2) + .seconds(10), .refresh)])
    #expect(Self.statuses(run) == [400, 400])
    #expect(run.world.attacker.prepared.count == 61 - 2)
  }

  @Test func `without a key there is nothing to prove`() {
    let run = Self.run(.rotationStrict, [])
    #expect(run.world.attacker.prepared.isEmpty)
    let obstacle = run.world.obstacle(to: .attacker(.prepareProofs(.laptop, for: .hours(1))))
    #expect(obstacle == "nothing is bound to a key: there is nothing to prove")
  }
}
