import JOSE
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Worlds that differ in nothing that a rule reads have one form.
struct CanonicalFormTests {
  /// A theft, a refresh by each side, and requests that are still under way at the end: alice at the
  /// laptop is told what to do, bob comes and goes by himself.
  private static let story: [(TimeSpan, Command)] = [
    (.zero, .client(.laptop, .signIn)), (.seconds(1), .client(DeviceID(index: 1), .signIn)),
    (.seconds(10), .client(.laptop, .callAPI)),
    (.minutes(1), .client(.laptop, .refresh)), (.minutes(2), .attacker(.stealStorage(.laptop))),
    (.minutes(2) + .seconds(1), .attacker(.callAPI)), (.minutes(3), .client(.laptop, .refresh)),
    (.minutes(3) + .seconds(5), .network(.laptop, .dropNextResponse)),
    (.minutes(3) + .seconds(6), .wire(.holdAttackersNextResponse)),
    (.minutes(3) + .seconds(7), .client(.laptop, .callAPI)),
    (.minutes(3) + .seconds(7), .client(.laptop, .refresh)),
  ]

  /// What leaves nothing behind that anybody could use: a sign-in and its end, and requests refused.
  private static let history: [(TimeSpan, Command)] = [
    (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAPI)),
    (.minutes(2), .client(.laptop, .logOut)),
    (.minutes(3), .attacker(.callWith("nonsense"))), (.minutes(4), .visitor(refused)),
    (.minutes(5), .attacker(.refresh)),
  ]

  private static let refused = ExplicitRequest(
    endpoint: .token,
    parameters: [
      .init("grant_type", .text("refresh_token")), .init("refresh_token", .text("nonsense")),
      .init("client_id", .text("web")),
    ])

  /// The story as it stands some milliseconds after its last order.
  private static func told(
    _ strategy: Strategy, seed: UInt64 = 1, at start: TimeSpan = .zero,
    after history: [(TimeSpan, Command)] = []
  ) -> World {
    var devices = [DeviceSetting.alice, .bob]
    let begins = Instant.start + start
    devices[1].activity = Activity(
      interval: .seconds(50), presence: [begins..<begins + .hours(1)],
      signsInAgainAfter: .seconds(9))
    var run = Run(Setting(strategy: strategy, seed: seed, devices: devices))
    for (span, command) in history { run.world.schedule(command, at: .start + span) }
    for (span, command) in story { run.world.schedule(command, at: begins + span) }
    run.advance(to: start + .minutes(3) + .milliseconds(7150))
    return run.world
  }

  @Test(arguments: Strategy.catalogue)
  func `another seed makes no difference`(_ strategy: Strategy) {
    let forms = [1, 2, 3].map { (seed: UInt64) in Self.told(strategy, seed: seed).canonicalForm }
    #expect(Set(forms).count == 1)
  }

  @Test(arguments: Strategy.catalogue)
  func `whole seconds make no difference, and parts of one do`(_ strategy: Strategy) {
    let form = Self.told(strategy).canonicalForm
    // A server's nonces change with the clock.
    let second = strategy.policy.proofNonce ?? .seconds(1)
    #expect(Self.told(strategy, at: second).canonicalForm == form)
    #expect(Self.told(strategy, at: .days(40)).canonicalForm == form)
    #expect(Self.told(strategy, at: .milliseconds(300)).canonicalForm != form)
  }

  @Test(arguments: Strategy.catalogue)
  func `a session that is over and refused requests make no difference`(_ strategy: Strategy) {
    let plain = Self.told(strategy, at: .days(1))
    let later = Self.told(strategy, at: .days(1), after: Self.history)
    #expect(later != plain)
    #expect(later.canonicalForm == plain.canonicalForm)
  }

  /// A waiting command may name anything by its number.
  @Test func `while a command waits, numbers count`() {
    var worlds = [Self.told(.rotationStrict), Self.told(.rotationStrict, seed: 2)]
    #expect(worlds[0].canonicalForm == worlds[1].canonicalForm)
    for index in worlds.indices {
      worlds[index].schedule(
        .attacker(.refreshWith(.oldest)), at: worlds[index].now + .seconds(1))
    }
    #expect(worlds[0].canonicalForm != worlds[1].canonicalForm)
  }
}
