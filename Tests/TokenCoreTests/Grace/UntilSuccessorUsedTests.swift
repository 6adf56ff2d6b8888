import CustomDump
import Testing

@testable import TokenCore

/// Confirmed rotation: no clock, a token stays good until its successor is used.
struct UntilSuccessorUsedTests {
  var bench = Bench(.rotating(grace: .untilSuccessorUsed))

  @Test(arguments: [TimeSpan.zero, .seconds(1), .hours(1), .days(7) - .aMoment])
  mutating func `a lost answer heals at any time before the idle end`(
    _ span: TimeSpan
  ) throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let retry = try bench.refresh(grants[0].refreshToken, at: .at(span)).granted
    #expect(retry.refreshToken != grants[1].refreshToken)
    #expect(bench.refresh(retry.refreshToken, at: .at(span)).outcome.status == 200)
  }

  @Test mutating func `the first successor that is used wins`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let second = try bench.refresh(grants[0].refreshToken, at: .at(.minutes(1))).granted
    let third = try bench.refresh(grants[0].refreshToken, at: .at(.minutes(2))).granted
    let answer = bench.refresh(second.refreshToken, at: .at(.minutes(3)))
    let ids = bench.server.refreshTokens.map(\.id)
    expectNoDifference(
      answer.events,
      [
        .refreshTokenIssued(
          ids[4], family: FamilyID(index: 0), generation: 3,
          expiresAt: .at(.days(7) + .minutes(3))),
        .refreshTokenSpent(ids[2], successor: ids[4]),
        .refreshTokenDisplaced(ids[1]),
        .refreshTokenDisplaced(ids[3]),
        .accessTokenIssued(
          AccessTokenID(index: 4), family: FamilyID(index: 0), expiresAt: .at(.minutes(18))),
      ])
    for loser in [grants[1], third] {
      var copy = bench
      let refusal = copy.refresh(loser.refreshToken, at: .at(.minutes(4)))
      #expect(refusal.decision.denial?.reason == .reuseDetected(.displaced))
    }
  }

  @Test mutating func `a grandparent is reuse once the successor has been used`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start, .start])
    let answer = bench.refresh(grants[0].refreshToken, at: .start)
    #expect(answer.decision.denial?.reason == .reuseDetected(.successorUsed))
    #expect(!bench.isUsable(grants[2].refreshToken, at: .start))
  }

  @Test mutating func `the predecessor of an unused successor stays good after its own retry`()
    throws
  {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    for minute in 1...20 as ClosedRange<Int64> {
      let answer = bench.refresh(grants[0].refreshToken, at: .at(.minutes(minute)))
      #expect(answer.outcome.status == 200)
    }
    #expect(bench.server.refreshTokens.count(where: \.isCurrent) == 21)
  }
}
