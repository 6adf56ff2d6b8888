import Testing
import TokenCore

@testable import Simulation

/// The theft stories of the field under every strategy that has refresh tokens: the same commands,
/// and a different end.
struct TheftStoryTests {
  /// The victim uses the application every twenty minutes, the thief a minute later.
  static let aftermath: [(TimeSpan, Command)] = [
    (.minutes(20), .callAPI(.laptop)), (.minutes(21), .attackerRefreshes),
    (.minutes(40), .callAPI(.laptop)),
  ]

  private func ending(_ strategy: Strategy, _ script: [(TimeSpan, Command)]) -> Ending {
    var run = Run(strategy)
    run.play([(.zero, .signIn(.laptop)), (.minutes(1), .stealRefreshToken(.laptop))] + script)
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
      (.minutes(2), .refresh(.laptop)), (.minutes(3), .attackerRefreshes),
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
      (.minutes(2), .attackerRefreshes), (.minutes(3), .refresh(.laptop)),
      (.minutes(4), .attackerRefreshes),
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
      (.minutes(2), .refresh(.laptop)), (.seconds(125), .attackerRefreshes),
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
      (.minutes(2), .refresh(.laptop)), (.seconds(122), .refresh(.laptop)),
      (.seconds(125), .attackerRefreshes),
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
      [(.zero, .signIn(.laptop)), (.minutes(1), .stealRefreshToken(.laptop))]
        + (0..<240 as Range<Int64>).map { (.hours(6 * $0 + 1), .attackerRefreshes) })
    let served = run.trace.events.filter {
      if case .attacker(.obtained) = $0.kind { true } else { false }
    }
    let last = try #require(served.last?.at)
    #expect(last < .start + absolute)
    #expect(last >= .start + absolute - .hours(6))
    #expect(Ending(of: run).alarms == 0)
  }
}
