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
        story: [ScriptLine(at: .start, command: .client(DeviceID(index: 0), .signIn))]))
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

  @Test func `what a reviewer says of the rules goes with the scenario, under any strategy`() throws
  {
    let scenario = try Sample.least.read()
    #expect(scenario.remarks.isEmpty)
    #expect(scenario.under(.slidingWeek).remarks == Strategy.slidingWeek.policy.remarks)
    let odd = Sample.ownPolicy.with(line: 5, "  access-token: {lifetime: 2h}")
    #expect(
      try odd.read().remarks.map(\.description)
        == ["the access token lives 2h, longer than an hour (RFC 6750 §5.3)"])
  }
}
