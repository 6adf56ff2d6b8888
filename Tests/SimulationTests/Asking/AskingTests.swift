import CustomDump
import JOSE
import Soak
import Testing
import TokenCore

@testable import Simulation

/// Requests put again, and servers as they would stand: copies that answer as the real ones did.
struct AskingTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a request put again at its own time is answered the same to the last byte`(seed: UInt64)
    throws
  {
    var run = RandomRun(seed: seed, LabCryptography())
    for count in 0..<150 {
      let step = run.step()
      let answered = step.events.first { if case .answered = $0.kind { true } else { false } }
      guard let answered, case .answered(let exchange) = answered.kind else { continue }
      let presentation = try #require(step.before.presentation(in: answered))
      let again = step.before.asked(presentation, at: answered.at)
      expectNoDifference(again, exchange, "seed \(seed), step \(count)")
      let after = step.before.after(answered: presentation, at: answered.at)
      #expect(after.authorizationServer == step.after.authorizationServer, "seed \(seed) \(count)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a proof that is made again is as good at another time`(seed: UInt64) throws {
    var setting = Setting(strategy: .senderConstrained, seed: seed)
    setting.latency = .milliseconds(Int64(seed) * 37)
    var world = World(setting, LabCryptography())
    var trace = Trace()
    let laptop = DeviceID(index: 0)
    world.schedule(.client(laptop, .signIn), at: .start)
    world.schedule(.client(laptop, .refresh), at: .start + .minutes(10))
    world.advance(to: .start + .minutes(9), into: &trace)
    let before = world
    world.advance(to: .start + .minutes(11), into: &trace)
    let event = try #require(
      trace.events.last { if case .answered = $0.kind { true } else { false } })
    let refresh = try #require(before.presentation(in: event))
    for minutes in [5, 9, 60, 6 * 24 * 60] as [Int64] {
      #expect(before.asked(refresh, at: .start + .minutes(minutes)).decision.isAccepted)
    }
    let late = before.asked(refresh, at: .start + .days(8))
    #expect(late.decision.denial?.reason == .expiredIdle)
    #expect(
      before.asked(refresh.withoutProof, at: before.now).decision.denial?.reason
        == .proofInvalid("missing"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `supposing what is so changes nothing`(seed: UInt64) {
    var run = RandomRun(seed: seed, LabCryptography())
    for _ in 0..<100 { _ = run.step() }
    let server = run.world.authorizationServer
    #expect(server.supposing(server.policy) == server)
    for token in server.refreshTokens where token.isCurrent {
      #expect(server.supposing(unspent: token.id) == server)
    }
    for family in server.families where family.state == .active {
      #expect(server.supposing(standing: family.id) == server)
    }
    for token in server.accessTokens where token.revokedAt == nil {
      #expect(server.supposing(standing: token.id) == server)
      #expect(server.supposing(token.scope, of: token.id) == server)
    }
    for user in server.users where user.isEnabled {
      #expect(server.supposing(without: .disabled, of: user.id) == server)
    }
    #expect(server.supposing(published: server.signingKey) == server)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `another policy and back leaves every row as it was`(seed: UInt64) {
    var run = RandomRun(seed: seed, LabCryptography())
    for _ in 0..<100 { _ = run.step() }
    let server = run.world.authorizationServer
    var policy = server.policy
    policy.accessToken.lifetime = policy.accessToken.lifetime + .hours(1)
    if case .refreshToken(var refresh) = policy.renewal {
      refresh.idleLifetime = .days(3)
      refresh.absoluteLifetime = .days(50)
      policy.renewal = .refreshToken(refresh)
    }
    let other = server.supposing(policy)
    #expect(server.accessTokens.isEmpty || other != server)
    #expect(other.supposing(server.policy) == server, "seed \(seed)")
  }

  @Test func `what an act would do is seen while everybody else keeps still`() throws {
    let laptop = DeviceID(index: 0)
    let always = Activity(
      interval: .seconds(1), presence: [.start..<(.start + .hours(1))], signsInAgainAfter: .zero)
    let setting = Setting(
      strategy: .rotationStrict,
      devices: [DeviceSetting(person: "alice", device: "laptop", activity: always)])
    var world = World(setting, LabCryptography())
    var trace = Trace()
    world.schedule(.client(laptop, .signIn), at: .start)
    world.advance(to: .start + .minutes(1) + .milliseconds(50), into: &trace)
    #expect(world.hasMessagesInFlight)
    let refreshed = try #require(world.after(.client(laptop, .refresh)))
    #expect(refreshed.now == world.now + world.setting.latency.times(2))
    #expect(refreshed.authorizationServer.refreshTokens.count == 2)
    #expect(refreshed.clients[0].storage.refreshToken?.label == RefreshTokenID(index: 1))
    let out = try #require(world.after(.client(laptop, .logOut)))
    #expect(out.authorizationServer.families[0].isRevoked && out.clients[0].isSignedOut)
    #expect(world.after(.client(laptop, .signIn)) == nil && world.after(.attacker(.refresh)) == nil)
    #expect(!world.authorizationServer.families[0].isRevoked)
  }
}
