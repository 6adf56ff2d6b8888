import CustomDump
import Lessons
import Simulation
import Testing
import TokenCore

/// Stories of what an API goes by instead of asking about each token.
extension ShippedStoryTests {
  /// Calls arrive a tenth of a second after each full minute.
  private static func minute(_ minute: Int64) -> Instant {
    .start + .minutes(minute) + .milliseconds(100)
  }

  @Test func `a thief is served by an API's copy of the status list, and refused by its next`()
    throws
  {
    let run = try Run(shipped: "status-list")
    #expect(run.story.contains("12:00.1 f1 revoked: logout"))
    expectNoDifference(run.served(.attacker), (4...15).map(Self.minute))
    #expect(run.story.contains("16:00.1 attacker calls: no VALID entry in the status list"))
    let fetches = run.trace.events.compactMap { event -> Instant? in
      if case .server(.statusListFetched) = event.kind { event.at } else { nil }
    }
    expectNoDifference(fetches, [1, 6, 11, 16].map(Self.minute))
  }

  @Test func `an event that arrives ends a copy at once, and one that is lost ends nothing`() throws
  {
    let run = try Run(shipped: "shared-signals")
    let calls = run.story.filter { $0.contains("attacker calls") }
    expectNoDifference(
      calls,
      [
        "6:00.1 attacker calls: 200",
        "10:01.1 attacker calls: session revoked, an event said",
        "30:01.1 attacker calls: 200",
        "1:00:59.1 attacker calls: 200",
        "1:01:01.1 attacker calls: expired",
      ])
    let lost = run.trace.events.compactMap { event -> Instant? in
      guard case .lost(let message) = event.kind, case .securityEvent = message.payload else {
        return nil
      }
      return event.at
    }
    #expect(lost.count == 1)
    #expect(run.story.contains("30:00.1 f2 revoked: logout"))
  }

  @Test func `a signature alone would have served the same thief up to exp`() throws {
    var scenario = try ScenarioLibrary.scenario(named: "status-list")
    scenario.setting.policy.accessToken.check = .signatureOnly
    #expect(Run(scenario).served(.attacker).last == Self.minute(59))
  }
}
