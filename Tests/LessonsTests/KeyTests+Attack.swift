import CustomDump
import Simulation
import Testing
import TokenCore

@testable import Lessons

extension KeyTests {
  static let attacks: [(String, AttackPlan)] = [
    (
      "at: 40m, takes: access-token, calls-every: 1s",
      AttackPlan(
        at: .start + .minutes(40), device: DeviceID(index: 0), takes: .accessToken,
        callsEvery: .seconds(1))
    ),
    (
      "at: 0s, device: a@b, takes: refresh-token, calls-every: 1d, renews: no",
      AttackPlan(
        at: .start, device: DeviceID(index: 0), takes: .refreshToken, callsEvery: .days(1),
        renews: false)
    ),
    (
      "at: 5m, takes: storage, calls-every: 1m, renews: yes, waits-until-victim-is-gone: yes",
      AttackPlan(
        at: .start + .minutes(5), device: DeviceID(index: 0), takes: .storage,
        callsEvery: .minutes(1), waitsUntilVictimIsGone: true)
    ),
    (
      "at: 5m, takes: storage, calls-every: 1m, waits-until-victim-is-gone: no",
      AttackPlan(
        at: .start + .minutes(5), device: DeviceID(index: 0), takes: .storage,
        callsEvery: .minutes(1))
    ),
  ]

  @Test(arguments: attacks)
  func `an attack's keys, which hold under every strategy`(
    keys: String, expected: AttackPlan
  ) throws {
    let scenario = try Sample.least.adding(
      "devices: [{name: a@b, calls: {every: 1m}}]", "attack: {\(keys)}"
    ).read()
    expectNoDifference(scenario.setting.attack, expected)
    expectNoDifference(scenario.under(.loginAgain).setting.attack, expected)
  }

  @Test func `an attack on the second of two devices`() throws {
    let scenario = try Sample.least.with(line: 7, "  - {at: 0s, do: sign-in, device: a@b}").adding(
      "devices: [{name: a@b}, {name: c@d}]",
      "attack: {at: 0s, device: c@d, takes: storage, calls-every: 1m}"
    ).read()
    #expect(scenario.setting.attack?.device == DeviceID(index: 1))
  }

  @Test func `clients beside the application's own`() throws {
    let scenario = try Sample.least.adding(
      "clients:", "  - {id: mobile}", "  - {id: a b, secret: \"é\"}", "  - {id: Web}"
    ).read()
    expectNoDifference(
      scenario.setting.otherClients,
      [
        OtherClient(clientID: "mobile"), OtherClient(clientID: "a b", secret: "é"),
        OtherClient(clientID: "Web"),
      ])
    #expect(try Sample.least.adding("clients: []").read() == Sample.least.read())
  }

  @Test func `a client may be a resource server`() throws {
    let scenario = try Sample.least.adding(
      "clients: [{id: a, secret: b, server: reports}]",
      "resource-servers: [{name: api}, {name: reports}]"
    ).read()
    #expect(
      scenario.setting.otherClients == [
        OtherClient(clientID: "a", secret: "b", server: ResourceServerID(index: 1))
      ])
  }
}
