import Testing
import TokenCore

@testable import Simulation

/// Whatever is ordered under whatever policy, the invariants hold after every step.
struct InvariantTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no story breaks an invariant`(_ seed: UInt64) throws {
    let story = RandomStory(seed: seed)
    var run = Run(story.setting)
    for (span, command) in story.script { run.world.schedule(command, at: .start + span) }
    let end = Instant.start + (story.script.last?.0 ?? .zero) + .minutes(5)
    while let next = run.world.nextEventTime, next <= end {
      let before = run.world
      let seen = run.trace.events.count
      guard run.world.step(into: &run.trace) else { break }
      let step = WorldStep(
        before: before, after: run.world, events: run.trace.events[seen...], trace: run.trace)
      for invariant in Invariant.allCases {
        let violation = invariant.violation(in: step)
        try #require(
          violation == nil, "seed \(seed), \(run.world.now.clockText): \(invariant.rawValue)")
      }
    }
    #expect(run.trace.events.count > 80, "seed \(seed)")
  }

  /// Every call that was begun ends in exactly one way.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `every call is served or fails`(_ seed: UInt64) {
    var setting = RandomStory(seed: seed).setting
    if case .onTimer = setting.habit.renews { setting.habit.renews = .whenRefused }
    var run = Run(setting)
    run.play(RandomStory(seed: seed).script)
    let begun = run.trace.events.count {
      if case .commanded(.callAPI) = $0.kind { true } else { false }
    }
    let ended = run.clientEvents.count {
      switch $0 {
      case .callServed, .callFailed: true
      case .storedTokens, .callWaits, .triesAgain, .gaveUp, .signedOut: false
      }
    }
    #expect(begun == ended, "seed \(seed)")
  }
}
