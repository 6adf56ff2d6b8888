import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// What counts as a false alarm, and what as a theft.
struct MeterTests {
  private static let laptop = DeviceID(index: 0)

  private func measures(
    _ strategy: Strategy, guarding: RefreshGuard? = nil, tabs: Int = 1,
    _ story: [(at: Instant, command: Command)]
  ) -> Measures {
    let hour = Instant.start..<(.start + .hours(1))
    var setting = Setting(
      strategy: strategy,
      devices: [
        DeviceSetting(
          person: "alice", device: "laptop",
          activity: Activity(
            interval: .minutes(1), presence: [hour], signsInAgainAfter: .seconds(30)),
          tabs: tabs)
      ])
    if let guarding { setting.habit.guarding = guarding }
    let contest = Contest(
      setting: setting, story: [(.start, .client(Self.laptop, .signIn))] + story,
      end: .start + .hours(1))
    return contest.run(LabCryptography()).measures
  }

  /// Tokens whose issue it did not see are nobody's: it knows less and goes on.
  @Test(arguments: [1, 5, 20, 60])
  func `a meter may be fed from the middle of a run`(first: Int) {
    var world = World(Setting(strategy: .rotationStrict), LabCryptography())
    var trace = Trace()
    let orders: [(TimeSpan, Command)] = [
      (.zero, .client(Self.laptop, .signIn)), (.minutes(1), .attacker(.stealStorage(Self.laptop))),
      (.minutes(2), .client(Self.laptop, .refresh)), (.minutes(3), .attacker(.callAPI)),
      (.minutes(4), .attacker(.refresh)), (.minutes(5), .attacker(.callAPI)),
      (.minutes(6), .client(Self.laptop, .refresh)),
    ]
    for (span, command) in orders { world.schedule(command, at: .start + span) }
    world.advance(to: .start + .minutes(9), into: &trace)
    var meter = Meter()
    for event in trace.events.dropFirst(first) { meter.observe(event) }
    #expect(meter.reading(isOpen: false).calls == 0)
  }

  @Test func `a lost answer is a false alarm under strict rotation, and none with a grace`() {
    let story = [
      (at: Instant.start + .minutes(14), command: Command.network(Self.laptop, .dropNextResponse))
    ]
    #expect(measures(.rotationStrict, story).logins == Measures.Logins(expected: 1, falseAlarm: 1))
    #expect(measures(.graceSameSuccessor, story).logins == Measures.Logins(expected: 1))
  }

  @Test(arguments: [2, 3])
  func `tabs that refresh side by side sign themselves out, unless they share a lock`(tabs: Int) {
    #expect(measures(.rotationStrict, tabs: tabs, []).logins.falseAlarm >= 1)
    let locked = measures(.rotationStrict, guarding: .acrossTabs, tabs: tabs, [])
    #expect(locked.logins == Measures.Logins(expected: 1))
  }

  @Test func `a login after a theft was noticed is no false alarm`() {
    let story: [(at: Instant, command: Command)] = [
      (.start + .minutes(5), .attacker(.stealRefreshToken(Self.laptop))),
      (.start + .minutes(20), .attacker(.refresh)),
    ]
    let measures = measures(.rotationStrict, story)
    #expect(measures.logins == Measures.Logins(expected: 1, afterTheft: 1))
    #expect(measures.detectionLatency == .minutes(15) + .milliseconds(100))
    #expect(measures.exposure == Measures.Exposure(span: .zero, isOpen: false))
  }

  /// Her session goes on, and his beside it: he is served until the last call that he makes.
  @Test func `a sign-in of the attacker's own is a theft that nobody detects`() {
    let story: [(at: Instant, command: Command)] = [
      (.start + .minutes(5), .attacker(.startFlow(Self.laptop))),
      (.start + .minutes(6), .attacker(.callAPI)), (.start + .minutes(40), .attacker(.refresh)),
      (.start + .minutes(41), .attacker(.callAPI)),
    ]
    let measures = measures(.rotationStrict, story)
    #expect(measures.exposure?.span == .minutes(36) + .milliseconds(100))
    #expect(measures.detectionLatency == nil)
    #expect(measures.logins == Measures.Logins(expected: 1))
  }

  /// 720 times as long at the API that does not know the short expiry.
  @Test(arguments: [(0, TimeSpan.minutes(9)), (1, .days(5) - .minutes(1))])
  func `a stolen token with two ends is worth what the API that it is shown to knows`(
    server: Int, served: TimeSpan
  ) throws {
    var setting = Setting(strategy: .twoExpiryJWT)
    setting.resourceServers = [
      .api, ResourceServerSetting(name: "archive", knowsPrivateClaims: false),
    ]
    setting.attack = AttackPlan(
      at: .start + .seconds(1), device: Self.laptop, takes: .accessToken,
      callsEvery: .minutes(1), renews: false, server: ResourceServerID(index: server))
    let contest = Contest(
      setting: setting, story: [(.start, .client(Self.laptop, .signIn))], end: .start + .days(6))
    let exposure = try #require(contest.run(LabCryptography()).measures.exposure)
    #expect(exposure.span > served && exposure.span <= served + .minutes(1))
  }

  @Test func `revocation takes as long as the last access token lives`() {
    let story: [(at: Instant, command: Command)] = [
      (.start + .minutes(4), .attacker(.stealAccessToken(Self.laptop))),
      (.start + .minutes(4), .client(Self.laptop, .logOut)),
      (.start + .minutes(14), .attacker(.callAPI)),
      (.start + .minutes(16), .attacker(.callAPI)),
    ]
    #expect(measures(.rotationStrict, story).revocationLatency == .minutes(10))
  }
}
