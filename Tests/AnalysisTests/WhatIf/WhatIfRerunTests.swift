import JOSE
import Soak
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// What is claimed of an answer, held against worlds that were really run otherwise from the start.
/// Random runs with several APIs: what one of them does not look at another may.
///
/// No order makes a request in another way, presents a code first or revokes a family by itself, and a
/// key that is named was withdrawn long ago: such claims are put to the servers again in
/// `WhatIfPropertyTests` and have their stories in `WhatIfTests`.
struct WhatIfRerunTests {
  @Test func `what is claimed comes true in a world that is run so`() {
    var confirmed: [String: Int] = [:]
    for seed in 0..<120 as Range<UInt64> {
      guard RandomRun(seed: seed, LabCryptography()).world.setting.resourceServers.count > 1 else {
        continue
      }
      let recording = Recording(seed: seed, steps: 110)
      for event in recording.exchanges where event.id % 4 == Int(seed % 4) {
        for (supposition, claimed) in recording.claims(of: event) {
          let rerun = Rerun(of: event, in: recording, supposing: supposition)
          guard let answer = rerun?.answer else { continue }
          confirmed[supposition.kind, default: 0] += 1
          #expect(
            answer.isGranted == claimed.isGranted
              && answer.decision.denial?.reason == claimed.decision.denial?.reason,
            "seed \(seed), event \(event.id), \(supposition): \(answer.decision.lines)")
        }
      }
    }
    #expect(Self.kinds.subtracting(confirmed.keys) == [], "\(confirmed)")
  }

  /// What the runs come to more than once, or is a question of time.
  private static let kinds = Set(
    ["earlier", "later"]
      + ["accessLifetime", "idleLifetime", "absoluteLifetime", "sessionAbsolute"].map {
        "at most \($0)"
      }
      + ["disabling", "passwordChange", "keyWithdrawal"].map { "having \($0)" })
}

extension Recording {
  /// Every single supposition that is said to turn the answer, with the answer then.
  fileprivate func claims(of event: TraceEvent) -> [(Supposition, Exchange)] {
    (whatIf(event)?.counterfactuals ?? []).compactMap { counterfactual in
      counterfactual.suppositions.count == 1
        ? (counterfactual.suppositions[0], counterfactual.answer) : nil
    }
  }
}
