import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// What an application does that has a key: proofs by its own clock, and with the servers' nonces.
struct ProvingClientTests {
  private static func statuses(_ run: Run) -> [Int] {
    run.trace.events.compactMap(\.kind.exchange).map(\.status)
  }

  @Test func `a client makes another proof with the nonce that it is told`() {
    var run = Run(.boundEverything)
    run.play([(.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAPI))])
    #expect(Self.statuses(run) == [302, 400, 200, 401, 200])
    run.play([(.minutes(2), .client(.laptop, .callAPI))])
    #expect(Self.statuses(run).last == 200)
    #expect(Self.statuses(run).count == 6)
  }

  @Test func `a nonce that got old costs one more round trip, and no sign-in`() {
    var run = Run(.boundEverything)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAPI)),
      (.minutes(12), .client(.laptop, .callAPI)), (.hours(1), .client(.laptop, .refresh)),
    ])
    #expect(Self.statuses(run) == [302, 400, 200, 401, 200, 401, 200, 400, 200])
    #expect(run.world.clients[0].isSignedIn)
  }

  @Test
  func `a server whose nonces change while they travel signs the client out, not into a loop`() {
    var setting = Setting(strategy: .boundEverything, latency: .seconds(1))
    setting.policy.proofNonce = .milliseconds(500)
    setting.habit.responseTimeout = .seconds(10)
    var run = Run(setting)
    run.play([(.zero, .client(.laptop, .signIn))])
    #expect(Self.statuses(run) == [302, 400, 400])
    #expect(run.world.clients[0].isSignedOut)
  }

  @Test(arguments: [nil, TimeSpan.minutes(5)])
  func `a device twenty minutes slow signs in only where a nonce says the time`(
    _ nonce: TimeSpan?
  ) {
    var setting = Setting(strategy: .boundEverything)
    setting.policy.proofNonce = nonce
    setting.habit.clockOffset = .minutes(-20)
    var run = Run(setting)
    run.play([(.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAPI))])
    #expect(run.world.clients[0].isSignedIn == (nonce != nil))
    #expect(Self.statuses(run).last == (nonce == nil ? 400 : 200))
  }

  @Test func `stolen tokens open nothing without the key, and everything on the device`() {
    var run = Run(.boundEverything)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealStorage(.laptop))),
      (.minutes(2), .attacker(.callAPI)), (.minutes(3), .attacker(.refresh)),
      (.minutes(4), .attacker(.callOnDevice(.laptop))),
      (.minutes(5), .attacker(.refreshOnDevice(.laptop))), (.minutes(6), .attacker(.callAPI)),
    ])
    let attackers = run.trace.events.compactMap(\.kind.exchange).filter { $0.from == .attacker }
    #expect(attackers.map(\.status) == [401, 400, 401, 200, 200, 401])
  }

  @Test func `a flow of the attacker's own gives tokens for a key of its own`() {
    var run = Run(.boundEverything)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.startFlow(.laptop))),
      (.minutes(2), .attacker(.callAPI)), (.minutes(3), .attacker(.refresh)),
    ])
    let attackers = run.trace.events.compactMap(\.kind.exchange).filter { $0.from == .attacker }
    #expect(attackers.map(\.status) == [302, 400, 200, 401, 200, 200])
  }

  @Test func `a forger binds its token to a key of its own`() {
    var run = Run(.recommended)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealSigningKey)),
      (.minutes(2), .attacker(.forge(UserID(index: 0)))),
    ])
    #expect(Self.statuses(run).last == 200)
  }
}
