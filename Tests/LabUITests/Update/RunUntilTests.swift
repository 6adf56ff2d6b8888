import Simulation
import Testing
import TokenCore

@testable import LabUI
@testable import Narrative

struct RunUntilTests {
  @Test(arguments: RunUntil.allCases, 0..<25 as Range<UInt64>)
  func `time stops at the first event that is the goal`(goal: RunUntil, seed: UInt64) {
    let start = RandomLab(seed: seed).model
    var model = start
    model.run(until: goal)
    model.finish()
    #expect(!model.isRunning, "seed \(seed)")
    #expect(model.trace.events.starts(with: start.trace.events), "seed \(seed)")
    let new = model.trace.events[start.trace.events.count...]
    guard let first = new.firstIndex(where: { matches($0, goal) }) else {
      #expect(new.isEmpty && model.world.now == start.world.now, "seed \(seed)")
      #expect(model.status?.contains("does not happen in the next 40d") == true, "seed \(seed)")
      return expectNever(goal, after: start, seed)
    }
    #expect(new[first...].allSatisfy { $0.at == model.world.now }, "seed \(seed)")
    #expect(model.status == nil || model.status == start.status, "seed \(seed)")
  }

  @Test func `each goal is found where the story has it`() throws {
    let start = try LabModel.scenario("victim-first")
    #expect(start.after("e").world.now == Instant(milliseconds: 900_000 + 0))
    #expect(start.after("f").world.now == .start + .milliseconds(901_100))
    #expect(start.after("d").world.now == .start + .milliseconds(1_200_100))
    #expect(start.after("d d").status == "reuse is detected: does not happen in the next 40d")
    #expect(start.after("d d").world.now == start.after("d").world.now)
  }

  @Test func `step by step is the same story as all at once`() throws {
    var stepped = try LabModel.scenario("attacker-first")
    let whole = try LabModel.scenario("attacker-first", at: .minutes(30))
    while stepped.trace.events.count < whole.trace.events.count { stepped.press(".") }
    #expect(stepped.trace.events.starts(with: whole.trace.events))
    #expect(stepped.chronicle.rows.starts(with: whole.chronicle.rows))
  }

  /// Told again from the trace, and not by asking the goal.
  private func matches(_ event: TraceEvent, _ goal: RunUntil) -> Bool {
    switch (goal, event.kind) {
    case (.nextEvent, _): event.isStory && event.isNews
    case (.nextDecision, .answered): true
    case (.nextExpiry, .accessTokenExpired), (.nextExpiry, .refreshTokenExpired): true
    case (.nextRefusal, .answered(let exchange)): exchange.decision.denial != nil
    case (.detection, .server(.refreshTokenReused)): true
    default: false
    }
  }

  private func expectNever(_ goal: RunUntil, after start: LabModel, _ seed: UInt64) {
    var world = start.world
    var trace = Trace()
    world.advance(to: start.world.now + .days(40), into: &trace)
    #expect(!trace.events.contains { matches($0, goal) }, "seed \(seed)")
  }
}
