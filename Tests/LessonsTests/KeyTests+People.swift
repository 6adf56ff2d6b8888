import CustomDump
import Simulation
import Testing
import TokenCore

@testable import Lessons

extension KeyTests {
  static let habits: [(String, ClientHabit)] = [
    ("renews: when-refused", ClientHabit(renews: .whenRefused)),
    (
      "renews: {before-expiry: 60s}",
      ClientHabit(renews: .beforeExpiry(margin: .seconds(60)))
    ),
    ("renews: {every: 10m}", ClientHabit(renews: .onTimer(every: .minutes(10)))),
    ("renews: asks-the-person", ClientHabit(renews: .asksThePerson)),
    ("retries: 0", ClientHabit(renews: .whenRefused, retries: 0)),
    (
      "response-timeout: 5s, retries: 100",
      ClientHabit(renews: .whenRefused, responseTimeout: .seconds(5), retries: 100)
    ),
  ]

  @Test(arguments: habits)
  func `a habit's keys`(keys: String, expected: ClientHabit) throws {
    let scenario = try Sample.least.adding("habit: {\(keys)}").read()
    expectNoDifference(scenario.setting.habit, expected)
  }

  @Test func `a scenario's own habit holds under another strategy as far as it suits`() throws {
    let scenario = try Sample.least
      .adding("habit: {renews: {every: 10m}, retries: 5}").read()
    let timer = RenewalHabit.onTimer(every: .minutes(10))
    #expect(
      scenario.under(.reusableRefresh).setting.habit == ClientHabit(renews: timer, retries: 5))
    #expect(
      scenario.under(.loginAgain).setting.habit
        == ClientHabit(renews: .asksThePerson, retries: 5))
    #expect(scenario.under(.loginAgain).under(.rotationStrict) == scenario)
  }

  static let activities: [(String, Activity)] = [
    (
      "{every: 2m}",
      Activity(interval: .minutes(2), presence: [at(.zero)..<at(.minutes(40))])
    ),
    (
      "{every: 2m, from: 5m, until: 3h}, signs-in-again: 30s",
      Activity(
        interval: .minutes(2), presence: [at(.minutes(5))..<at(.hours(3))],
        signsInAgainAfter: .seconds(30))
    ),
    (
      "{every: 1h, daily: {from: 9h, for: 8h, days: 2}}, signs-in-again: never",
      Activity(
        interval: .hours(1),
        presence: [at(.hours(9))..<at(.hours(17)), at(.hours(33))..<at(.hours(41))])
    ),
    (
      "{every: 1h, daily: {from: 0s, for: 1d, days: 2}}, signs-in-again: 1s",
      Activity(
        interval: .hours(1),
        presence: [at(.zero)..<at(.days(1)), at(.days(1))..<at(.days(2))],
        signsInAgainAfter: .seconds(1))
    ),
  ]

  private static func at(_ span: TimeSpan) -> Instant { .start + span }

  @Test(arguments: activities)
  func `a device's keys`(keys: String, expected: Activity) throws {
    let sample = Sample.least.adding("devices:", "  - {name: zoë@laptop-2, calls: \(keys)}")
    expectNoDifference(
      try sample.read().setting.devices,
      [DeviceSetting(person: "zoë", device: "laptop-2", activity: expected)])
  }

  @Test(arguments: CommandWord.allCases)
  func `every command can be ordered by its name`(word: CommandWord) throws {
    let device = word.arguments.contains(.device) ? ", device: b@phone" : ""
    let sample = Sample.least
      .with(line: 7, "  - {at: 40m, do: \(word.rawValue)\(device)}")
      .adding("devices: [{name: a@laptop}, {name: b@phone}]")
    let line = try #require(try sample.read().story.first)
    #expect(line.at == .start + .minutes(40))
    #expect(line.command.word == word)
    if case .client(let id) = line.command.party { #expect(id.index == 1) }
  }

  @Test func `lines are told by time, and lines of the same time as written`() throws {
    let scenario = try Sample.least.adding(
      "  - {at: 9m, do: log-out}",
      "  - at: 5m",
      "    together:",
      "      - {do: attacker-refreshes}",
      "      - {do: refresh, device: alice@laptop}",
      "  - {at: 5m, do: call-api}"
    ).read()
    let device = DeviceID(index: 0)
    expectNoDifference(
      scenario.story,
      [
        StoryLine(at: .start, command: .signIn(device)),
        StoryLine(at: .start + .minutes(5), command: .attackerRefreshes),
        StoryLine(at: .start + .minutes(5), command: .refresh(device)),
        StoryLine(at: .start + .minutes(5), command: .callAPI(device)),
        StoryLine(at: .start + .minutes(9), command: .logOut(device)),
      ])
  }

  @Test func `another seed changes nothing else`() throws {
    var scenario = try Sample.least.read()
    #expect(scenario.seeded(7).setting.seed == 7)
    scenario.setting.seed = 7
    #expect(try Sample.least.read().seeded(7) == scenario)
  }
}
