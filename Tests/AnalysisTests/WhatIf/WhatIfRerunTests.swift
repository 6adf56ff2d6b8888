import JOSE
import Soak
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// What is claimed of an answer, held against worlds that were really run otherwise from the start.
/// Random runs with two APIs, of which one does not look at what the other looks at.
///
/// No order makes a request in another way, presents a code first or revokes a family by itself, and a
/// key that is named was withdrawn long ago: such claims are put to the servers again in
/// `WhatIfPropertyTests` and have their stories in `WhatIfTests`.
struct WhatIfRerunTests {
  @Test func `what is claimed comes true in a world that is run so`() {
    var confirmed: [String: Int] = [:]
    for seed in 0..<96 as Range<UInt64> {
      let recording = Recording.ofSeveralAPIs(seed)
      for event in recording.exchanges where event.id % 8 == Int(seed % 8) {
        for (supposition, claimed) in recording.claims(of: event) {
          let rerun = Rerun(of: event, in: recording, supposing: supposition)
          // A client that is told a nonce asks again: that answer is another one.
          guard let answer = rerun?.answer, answer.decision.denial?.reason != .nonceWanted
          else { continue }
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

  /// Seed 27 of the test above, under a policy without an idle limit: the last refresh was a minute
  /// ago, and an idle lifetime of two would have been kept.
  @Test func `nothing is said of the idle time of a reusable token that has no limit`() throws {
    let laptop = DeviceID(index: 0)
    var setting = Setting(strategy: .reusableRefresh)
    setting.policy.changeRefresh { $0.idleLifetime = nil }
    let story = [Instant.start + .minutes(1), .start + .minutes(2), .start + .minutes(3)].map {
      (at: $0, command: Command.client(laptop, .refresh))
    }
    let recording = Recording(
      setting, [(at: .start, command: .client(laptop, .signIn))] + story,
      until: .start + .minutes(4))
    let last = try #require(recording.exchanges.last)
    let whatIf = try #require(recording.whatIf(last))
    #expect(whatIf.wasGranted && !whatIf.counterfactuals.isEmpty)
    for supposition in whatIf.suppositions.flatMap(\.self) {
      #expect(supposition.kind != "at most idleLifetime")
    }
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
  /// Any policy, often with a short expiry, which the second API does not know; tokens may be for it or
  /// not. Every other order is a call at one of the two.
  fileprivate static func ofSeveralAPIs(_ seed: UInt64) -> Recording {
    var random = RandomStream(seed: seed, label: "what if")
    var setting = Setting.random(seed: seed, using: &random)
    let second = ResourceServerSetting(
      name: "reports", isInAudience: .random(using: &random), knowsPrivateClaims: false)
    setting.resourceServers = [.api, second]
    setting.attack = nil
    for index in setting.devices.indices { setting.devices[index].activity = .none }
    var policy = setting.policy
    policy.accessToken.shortExpiry = .checked(.seconds(10))
    if policy.faults.isEmpty { setting.policy = policy }
    if seed.isMultiple(of: 8) { setting.policy = shortSession }
    var story = setting.devices.indices.map {
      (at: Instant.start, command: Command.client(DeviceID(index: $0), .signIn))
    }
    var now = Instant.start
    for index in 0..<36 {
      now =
        now
        + random.pick([.milliseconds(100), .seconds(1), .seconds(4), .seconds(15), .minutes(1)])
      let device = DeviceID(index: .random(in: setting.devices.indices, using: &random))
      let server = ResourceServerID(index: .random(in: 0...1, using: &random))
      story.append(
        (
          now,
          index.isMultiple(of: 2)
            ? .client(device, .callServer(server)) : .random(in: setting, using: &random)
        ))
    }
    return Recording(setting, story, until: now)
  }

  /// Few of the random policies are a session's, and they last for hours.
  private static var shortSession: Policy {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(SessionPolicy(idle: .minutes(2), absolute: .minutes(5)))
    return policy
  }

  /// Every single supposition that is said to turn the answer, with the answer then.
  fileprivate func claims(of event: TraceEvent) -> [(Supposition, Exchange)] {
    (whatIf(event)?.counterfactuals ?? []).compactMap { counterfactual in
      counterfactual.suppositions.count == 1
        ? (counterfactual.suppositions[0], counterfactual.answer) : nil
    }
  }
}
