import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// Random runs under random policies: whatever is claimed of an answer is tried again.
struct WhatIfPropertyTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `every claimed turn turns the answer, and nothing nearer does`(seed: UInt64) throws {
    let recording = Recording(seed: seed, steps: 120)
    for event in recording.exchanges {
      let whatIf = try #require(recording.whatIf(event), "seed \(seed), event \(event.id)")
      for counterfactual in whatIf.counterfactuals {
        let claim = "seed \(seed), event \(event.id): \(counterfactual.suppositions)"
        let check = Recheck(whatIf: whatIf, event: event, recording: recording)
        #expect(check.turns(counterfactual.suppositions), "\(claim)")
        for nearer in counterfactual.suppositions.indices.compactMap({
          counterfactual.suppositions.nearer(at: $0)
        }) {
          #expect(!check.turns(nearer), "\(claim): so does \(nearer)")
        }
        if counterfactual.suppositions.count == 2 {
          for alone in counterfactual.suppositions {
            #expect(!check.turns([alone]), "\(claim): one does")
          }
        }
      }
    }
  }

  /// Lists what no random run has turned; a gap here is a supposition that does nothing. A grace for
  /// any spent token is too rare for them and has its story in `WhatIfTests`.
  @Test func `the runs turn answers by every kind of supposition`() {
    var seen: Set<String> = []
    for seed in 0..<300 as Range<UInt64> where !Self.kinds.isSubset(of: seen) {
      let recording = Recording(seed: seed, steps: 150)
      for whatIf in recording.exchanges.compactMap(recording.whatIf) {
        for supposition in whatIf.counterfactuals.flatMap(\.suppositions) {
          seen.insert(supposition.kind)
        }
      }
    }
    #expect(Self.kinds.subtracting(seen) == [], "not seen")
  }

  private static let kinds = Set(
    ["earlier", "later", "reusable", "recordAsked"]
      + ["grace", "leeway", "accessLifetime", "idleLifetime"].map {
        "at least \($0)"
      }
      + ["absoluteLifetime", "sessionIdle", "sessionAbsolute", "accessLifetime"].map {
        "at most \($0)"
      }
      + ["spending", "revocation", "strikingOff", "disabling", "keyWithdrawal"].map {
        "without \($0)"
      }
      + ["revocation", "disabling", "passwordChange", "keyWithdrawal", "firstPresentation"].map {
        "having \($0)"
      }
      + ["byItsClient", "withTheKey", "withoutTheKey", "withoutTheSecret", "tidied"].map {
        "made \($0)"
      })
}

/// Puts a request before the servers again, by hand where that is possible.
private struct Recheck {
  let whatIf: WhatIf
  let event: TraceEvent
  let recording: Recording

  func turns(_ suppositions: [Supposition]) -> Bool {
    answer(under: suppositions).map { $0.isGranted != whatIf.wasGranted } ?? false
  }

  private func answer(under suppositions: [Supposition]) -> Exchange? {
    let before = recording.before(event)
    guard let presentation = before.presentation(in: event) else { return nil }
    switch suppositions.count == 1 ? suppositions[0] : .made(.tidied) {
    case .earlier(let span):
      let moment = event.at - span
      return recording.past(moment - .milliseconds(1))?.asked(presentation, at: moment)
    case .later(let span):
      return before.asked(presentation, at: event.at + span)
    default:
      let inquiry = Inquiry(
        Trial(world: before, presentation: presentation, instant: event.at), whatIf.exchange,
        recording.trace.events[..<event.id], recording.past)
      return inquiry.answer(under: suppositions)
    }
  }
}

extension [Supposition] {
  /// The same with one length of time a step nearer to what was: a millisecond of the clock, a second
  /// of the policy. Nil where the supposition has none, or is as near as can be.
  fileprivate func nearer(at index: Int) -> [Supposition]? {
    let nearer: Supposition
    switch self[index] {
    case .earlier(let span):
      guard span > .milliseconds(1) else { return nil }
      nearer = .earlier(by: span - .milliseconds(1))
    case .later(let span):
      guard span > .milliseconds(1) else { return nil }
      nearer = .later(by: span - .milliseconds(1))
    case .atLeast(let knob, let span):
      guard span > .seconds(1) else { return nil }
      nearer = .atLeast(knob, span - .seconds(1))
    case .atMost(let knob, let span): nearer = .atMost(knob, span + .seconds(1))
    case .choice, .without, .having, .made: return nil
    }
    var nearby = self
    nearby[index] = nearer
    return nearby
  }
}

extension Supposition {
  /// The supposition without its lengths and names.
  var kind: String {
    switch self {
    case .earlier: "earlier"
    case .later: "later"
    case .atLeast(let knob, _): "at least \(knob.rawValue)"
    case .atMost(let knob, _): "at most \(knob.rawValue)"
    case .choice(let choice): choice.rawValue
    case .without(let happening): "without \(happening.kind)"
    case .having(let happening): "having \(happening.kind)"
    case .made(let manner): "made \("\(manner)".prefix { $0 != "(" })"
    }
  }
}

extension Supposition.Happening {
  fileprivate var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
