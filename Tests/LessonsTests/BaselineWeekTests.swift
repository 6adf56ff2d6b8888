import CustomDump
import Lessons
import Simulation
import Testing
import TokenCore

/// The week that strategies are compared by, in its full length.
@Suite struct BaselineWeekTests {
  private static let alice = Party.client(DeviceID(index: 0))
  private static let week = Result { try Run(shipped: "baseline-week") }

  /// After the theft she signs in once instead of renewing, and seven calls fall into the wait.
  @Test func `a week of eight-hour days is 40,320 calls and 224 ends of an access token`() throws {
    let run = try Self.week.get()
    #expect(run.served(Self.alice).count == 40_320 - 7)
    #expect(run.story.filter { $0.hasSuffix("alice calls: expired") }.count == 224)
    #expect(run.story.filter { $0.hasSuffix("alice refreshes: 200") }.count == 224 - 1)
    #expect(run.story.filter { $0.hasSuffix("alice signs in: 200") }.count == 1 + 1)
  }

  @Test func `rotation that detects ends the theft within an access token's life`() throws {
    let run = try Self.week.get()
    let served = run.served(.attacker).map(\.clockText)
    expectNoDifference(served, (8...14).map { "2d 10:\($0 < 10 ? "0" : "")\($0):30.1" })
    expectNoDifference(
      run.story.filter { !$0.contains("alice calls") && !$0.hasSuffix("alice refreshes: 200") }
        .filter { !$0.hasSuffix("attacker calls: 200") },
      [
        "8:59:30.3 alice signs in: 200",
        "2d 10:15:30.1 attacker calls: expired",
        "2d 10:16:30.1 attacker refreshes: reuse, no grace",
        "2d 10:16:30.1 f1 revoked: reuse",
        "2d 10:30:00.3 alice refreshes: family revoked",
        "2d 10:30:00.4 signed out",
        "2d 10:30:30.7 alice signs in: 200",
      ])
  }

  /// When the attacker was last served up to the evening of that day, by strategy.
  static let lastServed: [(Strategy, String?)] = [
    (.loginAgain, "2d 10:16:30.1"),
    (.rotationRejectOnly, "2d 10:14:30.1"),
    (.refreshWindow, "2d 10:30:30.1"),
    (.recommended, nil),
    (.tokenPerRequest, nil),
    (.serverSession, "2d 16:59:30.1"),
    (.slidingWeek, "2d 17:58:30.1"),
    (.twoExpiryJWT, "2d 17:59:30.1"),
  ]

  @Test(arguments: lastServed)
  func `the same theft lasts as long as the strategy lets it`(
    strategy: Strategy, expected: String?
  ) throws {
    var scenario = try ScenarioLibrary.scenario(named: "baseline-week").under(strategy)
    scenario.setting.devices[0].activity.presence.removeFirst(2)
    scenario.lasts = .hours(2 * 24 + 18)
    #expect(Run(scenario).served(.attacker).last?.clockText == expected)
  }
}
