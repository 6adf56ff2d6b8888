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
    (
      "renews: {before-expiry: 60s, known-from: exp}",
      ClientHabit(renews: .beforeExpiry(margin: .seconds(60), knownFrom: .exp))
    ),
    (
      "renews: {before-expiry: 0s, known-from: expires-in}",
      ClientHabit(renews: .beforeExpiry(margin: .zero))
    ),
    ("renews: {every: 10m}", ClientHabit(renews: .onTimer(every: .minutes(10)))),
    ("renews: {checks-every: 5m}", ClientHabit(renews: .onCheck(every: .minutes(5)))),
    (
      "renews: {warned-from: 1h, warned-until: 10m}",
      ClientHabit(renews: .whenWarned(from: .hours(1), until: .minutes(10)))
    ),
    ("renews: asks-the-person", ClientHabit(renews: .asksThePerson)),
    ("guard: none", ClientHabit(renews: .whenRefused, guarding: .none)),
    ("guard: per-tab", ClientHabit(renews: .whenRefused)),
    ("guard: across-tabs", ClientHabit(renews: .whenRefused, guarding: .acrossTabs)),
    ("clock-offset: 20m", ClientHabit(renews: .whenRefused, clockOffset: .minutes(20))),
    ("clock-offset: -90s", ClientHabit(renews: .whenRefused, clockOffset: .seconds(-90))),
    ("clock-offset: -0s", ClientHabit(renews: .whenRefused)),
    ("clock-offset: -3650d", ClientHabit(renews: .whenRefused, clockOffset: .days(-3650))),
    ("storage: memory", ClientHabit(renews: .whenRefused, storage: .memory)),
    ("storage: local-storage", ClientHabit(renews: .whenRefused)),
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
      .adding("habit: {renews: {every: 10m}, guard: none, clock-offset: 1m, retries: 5}").read()
    func habit(_ renews: RenewalHabit) -> ClientHabit {
      ClientHabit(renews: renews, guarding: .none, clockOffset: .minutes(1), retries: 5)
    }
    let timer = RenewalHabit.onTimer(every: .minutes(10))
    #expect(scenario.under(.reusableRefresh).setting.habit == habit(timer))
    #expect(scenario.under(.refreshWindow).setting.habit == habit(timer))
    for strategy in [Strategy.loginAgain, .serverSession, .tokenPerRequest] {
      #expect(scenario.under(strategy).setting.habit == habit(.asksThePerson))
    }
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
    (
      "{every: 2m, from: 1m, until: never}",
      Activity(interval: .minutes(2), presence: [at(.minutes(1))..<Instant.distantFuture])
    ),
    (
      "{every: 2m, spans: [{from: 0s, until: 5m}, {from: 5m, until: 6m}, {from: 1h, until: never}]}",
      Activity(
        interval: .minutes(2),
        presence: [
          at(.zero)..<at(.minutes(5)), at(.minutes(5))..<at(.minutes(6)),
          at(.hours(1))..<Instant.distantFuture,
        ])
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

  @Test func `a device's tabs, and the role of its person`() throws {
    let devices = try Sample.least.with(line: 7, "  - {at: 0s, do: steal-database}").adding(
      "devices:", "  - {name: a@b, tabs: 16, calls: {every: 40m, from: 39m}}",
      "  - {name: c@d, admin: yes}", "  - {name: c@e, admin: no}"
    ).read().setting.devices
    let span = Self.at(.minutes(39))..<Self.at(.minutes(40))
    expectNoDifference(
      devices,
      [
        DeviceSetting(
          person: "a", device: "b", activity: Activity(interval: .minutes(40), presence: [span]),
          tabs: 16),
        DeviceSetting(person: "c", device: "d", isAdmin: true),
        DeviceSetting(person: "c", device: "e"),
      ])
  }

  @Test func `another seed changes nothing else`() throws {
    var scenario = try Sample.least.read()
    #expect(scenario.seeded(7).setting.seed == 7)
    scenario.setting.seed = 7
    #expect(try Sample.least.read().seeded(7) == scenario)
  }
}
