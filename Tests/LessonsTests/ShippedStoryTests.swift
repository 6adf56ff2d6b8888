import CustomDump
import Lessons
import Simulation
import Testing
import TokenCore

/// What the shipped stories say, to the tenth of a second.
@Suite struct ShippedStoryTests {
  @Test func `the first login renews at the access token's end and after a long break`() throws {
    expectNoDifference(
      try Run(shipped: "first-login").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "14:59.1 alice calls: 200",
        "15:00.1 alice calls: expired",
        "15:00.3 alice refreshes: 200",
        "15:00.5 alice calls: 200",
        "20:00.1 alice calls: 200",
        "50:00.1 alice calls: expired",
        "50:00.3 alice refreshes: 200",
        "50:00.5 alice calls: 200",
        "52:00.1 alice calls: 200",
      ])
  }

  @Test func `where the victim is first, the attacker raises the alarm and gets nothing`() throws {
    let run = try Run(shipped: "victim-first")
    expectNoDifference(
      run.story,
      [
        "0:00.3 alice signs in: 200",
        "5:00.1 alice calls: 200",
        "15:01.1 alice calls: expired",
        "15:01.3 alice refreshes: 200",
        "15:01.5 alice calls: 200",
        "20:00.1 attacker refreshes: reuse, no grace",
        "20:00.1 f1 revoked: reuse",
        "25:00.1 alice calls: 200",
        "30:00.1 alice calls: 200",
        "30:02.1 alice calls: expired",
        "30:02.3 alice refreshes: family revoked",
        "30:02.4 signed out",
        "31:00.3 alice signs in: 200",
        "32:00.1 alice calls: 200",
      ])
    #expect(run.world.attacker.accessTokens.isEmpty)
  }

  @Test func `where the attacker is first, the victim raises the alarm`() throws {
    expectNoDifference(
      try Run(shipped: "attacker-first").story,
      [
        "0:00.3 alice signs in: 200",
        "5:00.1 alice calls: 200",
        "12:00.1 attacker refreshes: 200",
        "13:00.1 attacker calls: 200",
        "15:01.1 alice calls: expired",
        "15:01.3 alice refreshes: reuse, no grace",
        "15:01.3 f1 revoked: reuse",
        "15:01.4 signed out",
        "16:00.1 attacker refreshes: family revoked",
        "17:00.3 alice signs in: 200",
        "20:00.1 attacker calls: 200",
        "26:59.1 attacker calls: 200",
        "27:00.1 attacker calls: expired",
        "28:00.1 alice calls: 200",
      ])
  }

  @Test func `a victim who comes back after the idle limit is the alarm`() throws {
    expectNoDifference(
      try Run(shipped: "late-victim").story,
      [
        "0:00.3 alice signs in: 200",
        "5:00.1 alice calls: 200",
        "20:00.1 attacker refreshes: 200",
        "3d 0:00:00.1 attacker refreshes: 200",
        "6d 0:00:00.1 attacker refreshes: 200",
        "9d 0:00:00.1 attacker refreshes: 200",
        "9d 0:01:00.1 attacker calls: 200",
        "10d 0:00:00.1 alice calls: expired",
        "10d 0:00:00.3 alice refreshes: reuse, no grace",
        "10d 0:00:00.3 f1 revoked: reuse",
        "10d 0:00:00.4 signed out",
        "10d 0:02:00.3 alice signs in: 200",
        "10d 1:00:00.1 attacker refreshes: family revoked",
        "11d 0:00:00.1 alice calls: expired",
        "11d 0:00:00.3 alice refreshes: 200",
        "11d 0:00:00.5 alice calls: 200",
        "11d 1:00:00.1 attacker refreshes: family revoked",
      ])
  }

  @Test func `rotation that only refuses leaves the attacker in`() throws {
    let story = try Run(shipped: "attacker-first", under: .rotationRejectOnly).story
    #expect(story.contains("15:01.3 alice refreshes: spent"))
    #expect(story.contains("16:00.1 attacker refreshes: 200"))
    #expect(story.contains("27:00.1 attacker calls: 200"))
    #expect(!story.contains { $0.contains("revoked") })
  }

  @Test func `a lost answer is a false alarm where there is no grace`() throws {
    expectNoDifference(
      try Run(shipped: "lost-response").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "6:00.1 alice calls: 200",
        "11:00.1 alice calls: 200",
        "16:00.1 alice calls: expired",
        "16:00.3 alice refreshes: 200",
        "16:00.3 answer lost",
        "16:02.3 alice refreshes: reuse, no grace",
        "16:02.3 f1 revoked: reuse",
        "16:02.4 signed out",
        "16:32.7 alice signs in: 200",
        "21:00.1 alice calls: 200",
        "26:00.1 alice calls: 200",
      ])
  }

  @Test func `the same lost answer heals where a retry gets the same successor`() throws {
    let run = try Run(shipped: "lost-response", under: .graceSameSuccessor)
    expectNoDifference(
      run.story.filter { $0.hasPrefix("16:") },
      [
        "16:00.1 alice calls: expired",
        "16:00.3 alice refreshes: 200",
        "16:00.3 answer lost",
        "16:02.3 alice refreshes: 200",
        "16:02.5 alice calls: 200",
      ])
    #expect(run.world.clients[0].storage.refreshToken?.label == RefreshTokenID(index: 1))
    #expect(run.world.authorizationServer.families.count == 1)
  }

  @Test(arguments: ScenarioLibrary.names)
  func `every command of a shipped story does something, and every run is repeatable`(
    name: String
  ) throws {
    let scenario = Run.thinned(try ScenarioLibrary.scenario(named: name))
    let run = Run(scenario)
    #expect(!run.story.contains { $0.contains("not done") })
    #expect(Run(scenario).trace == run.trace)
    let other = Run(scenario.seeded(2))
    #expect(other.trace != run.trace)
    #expect(other.story == run.story)
  }

  @Test(arguments: ScenarioLibrary.names, Strategy.catalogue)
  func `every shipped story runs under every strategy`(name: String, strategy: Strategy) throws {
    let scenario = Run.thinned(try ScenarioLibrary.scenario(named: name).under(strategy))
    let run = Run(scenario)
    #expect(run.world.setting.strategyID == strategy.id)
    #expect(run.world.now == run.scenario.end)
  }
}
