import JOSE
import Testing
import TokenCore

@testable import Simulation

/// Whatever is ordered under whatever policy, the invariants hold after every step.
struct InvariantTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no random run breaks an invariant`(_ seed: UInt64) throws {
    var run = RandomRun(seed: seed, LabCryptography())
    for count in 1...150 {
      let violation = run.step().violation
      try #require(
        violation == nil,
        """
        seed \(seed), step \(count): \(violation?.invariant.rawValue ?? ""): \
        \(violation?.found ?? "")
        """)
    }
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
      case .storedTokens, .callWaits, .triesAgain, .gaveUp, .restarted, .signedOut: false
      }
    }
    #expect(begun == ended, "seed \(seed)")
  }
}
