import CustomDump
import Simulation
import Testing
import TokenCore

@testable import Lessons

/// Every key, with a value that is not its default.
@Suite struct KeyTests {
  @Test func `the least scenario has every default`() throws {
    expectNoDifference(
      try Sample.least.read(),
      Scenario(
        name: "probe", title: "A probe", about: "For the tests.",
        setting: Setting(strategy: .rotationStrict, seed: 1, devices: [.alice]),
        lasts: .minutes(40),
        story: [StoryLine(at: .start, command: .signIn(DeviceID(index: 0)))]))
  }

  @Test func `seed, latency and texts are taken as they stand`() throws {
    let scenario = try Sample.least
      .with(line: 2, "title: 'Hütten & \"Paläste\"'")
      .with(line: 3, "about: >", "  One  paragraph", "  in two lines.", "", "  And another.")
      .adding("seed: 18446744073709551615", "latency: 0s").read()
    #expect(scenario.title == "Hütten & \"Paläste\"")
    #expect(scenario.about == "One paragraph in two lines. And another.")
    #expect(scenario.setting.seed == .max)
    #expect(scenario.setting.latency == .zero)
  }

  @Test(arguments: Strategy.catalogue)
  func `every shipped strategy can be named`(strategy: Strategy) throws {
    let scenario = try Sample.least.with(line: 4, "strategy: \(strategy.id)").read()
    #expect(scenario.setting == Setting(strategy: strategy))
  }

  @Test func `a policy written out goes by the scenario's name and renews when refused`() throws {
    let setting = try Sample.ownPolicy.read().setting
    #expect(setting.strategyID == "probe")
    #expect(setting.policy == Strategy.rotationStrict.policy)
    #expect(setting.habit == ClientHabit(renews: .whenRefused))
  }

  @Test func `a policy without refresh tokens asks the person`() throws {
    let setting = try Sample.ownPolicy.with(line: 6, "  renewal: none").read().setting
    #expect(setting.policy == Strategy.loginAgain.policy)
    #expect(setting.habit == ClientHabit(renews: .asksThePerson))
  }

  static let accessTokens: [(String, AccessTokenPolicy)] = [
    ("lifetime: 1s", AccessTokenPolicy(lifetime: .seconds(1))),
    ("lifetime: 1m, check: signature-only", AccessTokenPolicy(lifetime: .minutes(1))),
    (
      "lifetime: 1m, check: deny-list",
      AccessTokenPolicy(lifetime: .minutes(1), check: .denyList)
    ),
    (
      "lifetime: 1m, check: allow-list",
      AccessTokenPolicy(lifetime: .minutes(1), check: .allowList)
    ),
    ("lifetime: 1m, leeway: 30s", AccessTokenPolicy(lifetime: .minutes(1), leeway: .seconds(30))),
    (
      "lifetime: 1m, ends-with-family: yes",
      AccessTokenPolicy(lifetime: .minutes(1), endsWithFamily: true)
    ),
    (
      "lifetime: 1m, ends-at-refresh: true, ends-with-family: no",
      AccessTokenPolicy(lifetime: .minutes(1), endsAtRefresh: true)
    ),
  ]

  @Test(arguments: accessTokens)
  func `an access token's keys`(keys: String, expected: AccessTokenPolicy) throws {
    let sample = Sample.ownPolicy.with(line: 5, "  access-token: {\(keys)}")
    expectNoDifference(try sample.read().setting.policy.accessToken, expected)
  }

  static let refreshTokens: [(String, RefreshPolicy)] = [
    (
      "idle: none, absolute: 24h, rotation: reusable",
      RefreshPolicy(idleLifetime: nil, absoluteLifetime: .hours(24), rotation: .reusable)
    ),
    (
      "idle: 1h30m, absolute: none, rotation: rotating, on-reuse: refuse-only, memory: 3d",
      RefreshPolicy(
        idleLifetime: .minutes(90), absoluteLifetime: nil,
        rotation: .rotating(onReuse: .refuseOnly, grace: .none), memory: .days(3))
    ),
    (rotating("revoke-user-on-client", "none"), rotating(.revokeUserOnClient, .none)),
    (rotating("revoke-user", "until-successor-used"), rotating(.revokeUser, .untilSuccessorUsed)),
    (
      rotating("revoke-family", "{window: 10s, answer: re-rotate}"),
      rotating(.revokeFamily, .window(GraceWindow(length: .seconds(10), answer: .reRotate)))
    ),
    (
      rotating(
        "revoke-family",
        "{window: 1ms, answer: new-branch, for: any-in-its-window, from: last-use}"),
      rotating(
        .revokeFamily,
        .window(
          GraceWindow(
            length: .milliseconds(1), answer: .newBranch, reach: .anyInItsWindow,
            anchor: .lastUse)))
    ),
  ]

  private static func rotating(_ onReuse: String, _ grace: String) -> String {
    "idle: 7d, absolute: 30d, rotation: rotating, on-reuse: \(onReuse), grace: \(grace)"
  }

  private static func rotating(_ onReuse: ReuseResponse, _ grace: Grace) -> RefreshPolicy {
    RefreshPolicy(
      idleLifetime: .days(7), absoluteLifetime: .days(30),
      rotation: .rotating(onReuse: onReuse, grace: grace))
  }

  @Test(arguments: refreshTokens)
  func `a refresh token's keys`(keys: String, expected: RefreshPolicy) throws {
    let sample = Sample.ownPolicy.with(line: 6, "  refresh-token: {\(keys)}")
    expectNoDifference(try sample.read().setting.policy.refresh, expected)
  }
}
