import CustomDump
import Testing

@testable import TokenCore

/// What a retry in grace is given, and what becomes of the first successor.
struct GraceAnswerTests {
  static func retried(_ answer: GraceAnswer) throws -> (Bench, [TokenGrant]) {
    var bench = Bench(.rotating(grace: .tenSeconds(answer)))
    var grants = try bench.refresh(bench.signIn(), at: [.start])
    for second in [3, 6] as [Int64] {
      grants.append(try bench.refresh(grants[0].refreshToken, at: .at(.seconds(second))).granted)
    }
    return (bench, grants)
  }

  @Test func `the same successor is the same token each time`() throws {
    let (bench, grants) = try Self.retried(.sameSuccessor)
    #expect(grants[2].refreshToken == grants[1].refreshToken)
    #expect(grants[3].refreshToken == grants[1].refreshToken)
    #expect(bench.server.refreshTokens.count == 2)
    #expect(Set(grants.map(\.accessToken.text)).count == 4)
  }

  @Test func `new branches live side by side`() throws {
    var (bench, grants) = try Self.retried(.newBranch)
    let rows = bench.server.refreshTokens
    #expect(rows.map(\.generation) == [1, 2, 2, 2])
    #expect(rows.dropFirst().map(\.parent) == Array(repeating: RefreshTokenID(index: 0), count: 3))
    for branch in grants.dropFirst() {
      let answer = bench.refresh(branch.refreshToken, at: .at(.minutes(1)))
      #expect(answer.outcome.status == 200)
    }
    #expect(bench.server.refreshTokens.count(where: \.isCurrent) == 3)
  }

  @Test func `a re-rotation kills the successor before it`() throws {
    var (bench, grants) = try Self.retried(.reRotate)
    expectNoDifference(
      bench.server.refreshTokens.map(\.state),
      [
        .spent(
          at: .start, successor: RefreshTokenID(index: 3), lastPresentedAt: .at(.seconds(6))),
        .displaced(at: .at(.seconds(3))), .displaced(at: .at(.seconds(6))), .current,
      ])
    #expect(bench.server.refreshTokens.map(\.generation) == [1, 2, 2, 2])
    #expect(bench.refresh(grants[3].refreshToken, at: .at(.minutes(1))).outcome.status == 200)
  }

  @Test(arguments: [TimeSpan.seconds(7), .minutes(1)])
  func `a displaced successor is reuse, inside the window and after`(_ span: TimeSpan) throws {
    var (bench, grants) = try Self.retried(.reRotate)
    let answer = bench.refresh(grants[1].refreshToken, at: .at(span))
    expectNoDifference(
      answer.outcome,
      .refused(
        .reuseDetected(.displaced), .invalidGrant,
        [
          .refreshTokenReused(RefreshTokenID(index: 1), family: FamilyID(index: 0), .displaced),
          .familyRevoked(FamilyID(index: 0), .reuse),
        ]))
    #expect(!bench.isUsable(grants[3].refreshToken, at: .at(span)))
  }

  @Test(arguments: GraceAnswer.giving)
  func `a retry gives an access token of its own`(_ answer: GraceAnswer) throws {
    let (bench, grants) = try Self.retried(answer)
    for grant in grants {
      #expect(bench.call(grant.accessToken, at: .at(.seconds(6))).response.status == 200)
    }
  }
}
