import CustomDump
import Lessons
import Testing
import TokenCore

/// Stories in which nobody steals anything that works.
extension ShippedStoryTests {
  @Test func `two tabs that wake at once end their own family`() throws {
    expectNoDifference(
      try Run(shipped: "two-tabs").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "1:00.1 alice calls: 200",
        "9:00.1 alice calls: 200",
        "9:00.1 alice calls: 200",
        "17:00.1 alice calls: expired",
        "17:00.1 alice calls: expired",
        "17:00.3 alice refreshes: 200",
        "17:00.3 alice refreshes: reuse, no grace",
        "17:00.3 f1 revoked: reuse",
        "17:00.4 signed out",
        "17:00.5 alice calls: 200",
        "17:30.7 alice signs in: 200",
        "25:00.1 alice calls: 200",
        "25:00.1 alice calls: 200",
      ])
  }

  private static let healed = [
    "17:00.1 alice calls: expired",
    "17:00.1 alice calls: expired",
    "17:00.3 alice refreshes: 200",
    "17:00.5 alice calls: 200",
    "17:00.5 alice calls: 200",
  ]

  @Test func `a lock across the tabs heals it without any grace`() throws {
    let text = try #require(ScenarioLibrary.text(named: "two-tabs"))
    let scenario = try Scenario(
      yaml: text.replacing("# habit:", with: "habit:"), file: "two-tabs.yaml")
    #expect(scenario.setting.habit.guarding == .acrossTabs)
    expectNoDifference(Run(scenario).story.filter { $0.hasPrefix("17:") }, Self.healed)
  }

  @Test func `so does the recommended strategy, by its lock, and grace by itself`() throws {
    let recommended = try Run(shipped: "two-tabs", under: .recommended).story
    #expect(recommended.filter { $0.contains("refreshes") }.count == 3)
    #expect(!recommended.contains { $0.contains("signed out") })
    let graceful = try Run(shipped: "two-tabs", under: .graceSameSuccessor).story
    expectNoDifference(
      graceful.filter { $0.hasPrefix("17:00.3") },
      ["17:00.3 alice refreshes: 200", "17:00.3 alice refreshes: 200"])
    #expect(!graceful.contains { $0.contains("signed out") })
  }

  @Test func `a spent token opens nothing and signs out both devices each morning`() throws {
    let run = try Run(shipped: "spent-token-weapon")
    expectNoDifference(
      run.story.filter { $0.contains("attacker") || $0.contains("revoked: ") },
      [
        "9:05:00.1 attacker refreshes: reuse, no grace",
        "9:05:00.1 f1 revoked: reuse", "9:05:00.1 f2 revoked: reuse",
        "9:45:00.1 attacker refreshes: family revoked",
        "1d 9:05:00.1 attacker refreshes: reuse, no grace",
        "1d 9:05:00.1 f3 revoked: reuse", "1d 9:05:00.1 f4 revoked: reuse",
        "2d 9:05:00.1 attacker refreshes: reuse, no grace",
        "2d 9:05:00.1 f5 revoked: reuse", "2d 9:05:00.1 f6 revoked: reuse",
      ])
    expectNoDifference(
      run.story.filter { $0.contains("signed out") },
      ["", "1d ", "2d "].flatMap { ["\($0)9:10:00.4 signed out", "\($0)9:20:00.4 signed out"] })
    #expect(run.served(.attacker).isEmpty)
    #expect(run.world.attacker.accessTokens.isEmpty)
  }

  @Test func `where a reuse ends the family only, the other device stays in`() throws {
    let story = try Run(shipped: "spent-token-weapon", under: .rotationStrict).story
    expectNoDifference(
      story.filter { $0.contains("signed out") },
      ["9:20:00.4 signed out", "1d 9:20:00.4 signed out", "2d 9:10:00.4 signed out"])
  }
}
