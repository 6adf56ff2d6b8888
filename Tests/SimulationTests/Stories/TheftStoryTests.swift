import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// The theft stories of the field under every strategy that has refresh tokens: the same commands,
/// and a different end.
struct TheftStoryTests {
  /// The victim uses the application every twenty minutes, the thief a minute later.
  static let aftermath: [(TimeSpan, Command)] = [
    (.minutes(20), .client(.laptop, .callAPI)), (.minutes(21), .attacker(.refresh)),
    (.minutes(40), .client(.laptop, .callAPI)),
  ]

  private func ending(_ strategy: Strategy, _ script: [(TimeSpan, Command)]) -> Ending {
    var run = Run(strategy)
    run.play(
      [(.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealRefreshToken(.laptop)))]
        + script)
    return Ending(of: run)
  }

  @Test(arguments: [
    (Strategy.reusableRefresh, Ending.nobodyNotices), (.rotationRejectOnly, .thiefIsTurnedAway),
    (.rotationStrict, .bothAreOut), (.graceSameSuccessor, .bothAreOut),
    (.graceNewBranch, .bothAreOut), (.graceReRotate, .bothAreOut),
    (.untilSuccessorUsed, .bothAreOut),
  ])
  func `the victim refreshes first and the thief comes late`(
    _ strategy: Strategy, _ expected: Ending
  ) {
    let script: [(TimeSpan, Command)] = [
      (.minutes(2), .client(.laptop, .refresh)), (.minutes(3), .attacker(.refresh)),
    ]
    #expect(ending(strategy, script + Self.aftermath) == expected)
  }

  @Test(arguments: [
    (Strategy.reusableRefresh, Ending.nobodyNotices), (.rotationRejectOnly, .thiefTakesOver),
    (.rotationStrict, .bothAreOut), (.graceSameSuccessor, .bothAreOut),
    (.graceNewBranch, .bothAreOut), (.graceReRotate, .bothAreOut),
    (.untilSuccessorUsed, .bothAreOut),
  ])
  func `the thief refreshes first`(_ strategy: Strategy, _ expected: Ending) {
    let script: [(TimeSpan, Command)] = [
      (.minutes(2), .attacker(.refresh)), (.minutes(3), .client(.laptop, .refresh)),
      (.minutes(4), .attacker(.refresh)),
    ]
    #expect(ending(strategy, script + Self.aftermath) == expected)
  }

  /// With branches the two never meet again: a leeway trades detection for availability.
  @Test(arguments: [
    (Strategy.reusableRefresh, Ending.nobodyNotices), (.rotationRejectOnly, .thiefIsTurnedAway),
    (.rotationStrict, .bothAreOut), (.graceSameSuccessor, .bothAreOut),
    (.graceNewBranch, .nobodyNotices), (.graceReRotate, .bothAreOut),
    (.untilSuccessorUsed, .bothAreOut),
  ])
  func `the thief comes inside the window`(_ strategy: Strategy, _ expected: Ending) {
    let script: [(TimeSpan, Command)] = [
      (.minutes(2), .client(.laptop, .refresh)), (.seconds(125), .attacker(.refresh)),
    ]
    #expect(ending(strategy, script + Self.aftermath) == expected)
  }

  @Test(arguments: [
    (Strategy.reusableRefresh, Ending.nobodyNotices), (.rotationRejectOnly, .thiefIsTurnedAway),
    (.rotationStrict, .bothAreOut), (.graceSameSuccessor, .bothAreOut),
    (.graceNewBranch, .nobodyNotices), (.graceReRotate, .bothAreOut),
    (.untilSuccessorUsed, .bothAreOut),
  ])
  func `the thief brings the grandparent inside its window`(
    _ strategy: Strategy, _ expected: Ending
  ) {
    let script: [(TimeSpan, Command)] = [
      (.minutes(2), .client(.laptop, .refresh)), (.seconds(122), .client(.laptop, .refresh)),
      (.seconds(125), .attacker(.refresh)),
    ]
    #expect(ending(strategy, script + Self.aftermath) == expected)
  }

  /// Rotation sees a theft only where both use the token: an undetected thief ends with the absolute
  /// lifetime and not before.
  /// Those whose refresh token is worth something to a thief without a key or a secret.
  private static let stealable = Strategy.catalogue.filter { strategy in
    guard let refresh = strategy.policy.refresh else { return false }
    return refresh.absoluteLifetime != nil && refresh.binding == .bearer
      && refresh.client == .public
  }

  @Test(arguments: stealable)
  func `a thief whose victim is gone stays until the absolute end`(_ strategy: Strategy) throws {
    let absolute = try #require(strategy.policy.refresh?.absoluteLifetime)
    var run = Run(strategy)
    run.play(
      [(.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealRefreshToken(.laptop)))]
        + (0..<240 as Range<Int64>).map { (.hours(6 * $0 + 1), .attacker(.refresh)) })
    let served = run.trace.events.filter {
      if case .attacker(.obtained) = $0.kind { true } else { false }
    }
    let last = try #require(served.last?.at)
    #expect(last < .start + absolute)
    #expect(last >= .start + absolute - .hours(6))
    #expect(Ending(of: run).alarms == 0)
  }
}
