import Testing

@testable import TokenCore

/// Grandparents: two quick refreshes, and then the first token of all.
struct GraceReachTests {
  /// RT1 spent at 0 s, RT2 at 1 s, and RT1 presented at 5 s.
  static func grandparent(_ grace: Grace) throws -> (Bench, [TokenGrant], Answer<TokenResponse>) {
    var bench = Bench(.rotating(grace: grace))
    let grants = try bench.refresh(bench.signIn(), at: [.start, .at(.seconds(1))])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.seconds(5)))
    return (bench, grants, answer)
  }

  @Test(arguments: GraceAnswer.giving, GraceAnchor.allCases)
  func `a grandparent is reuse where only the immediate predecessor counts`(
    _ answer: GraceAnswer, _ anchor: GraceAnchor
  ) throws {
    let (bench, grants, reply) = try Self.grandparent(.tenSeconds(answer, anchor: anchor))
    #expect(reply.decision.denial?.reason == .reuseDetected(.successorUsed))
    #expect(grants.allSatisfy { !bench.isUsable($0.refreshToken, at: .at(.seconds(5))) })
  }

  @Test(arguments: GraceAnchor.allCases)
  func `a grandparent in its own window gets the newest token of the line`(
    _ anchor: GraceAnchor
  ) throws {
    let (_, grants, answer) = try Self.grandparent(
      .tenSeconds(.sameSuccessor, reach: .anyInItsWindow, anchor: anchor))
    #expect(try answer.granted.refreshToken == grants[2].refreshToken)
  }

  @Test func `a grandparent in its own window gets a branch`() throws {
    let (bench, grants, answer) = try Self.grandparent(
      .tenSeconds(.newBranch, reach: .anyInItsWindow))
    let branch = try #require(answer.granted.refreshToken?.label)
    #expect(bench.server.record(of: branch).parent == RefreshTokenID(index: 0))
    #expect(bench.server.record(of: branch).generation == 2)
    #expect(bench.isUsable(grants[2].refreshToken, at: .at(.seconds(5))))
  }

  @Test func `a grandparent in its own window takes the line over by re-rotation`() throws {
    let (bench, grants, answer) = try Self.grandparent(
      .tenSeconds(.reRotate, reach: .anyInItsWindow))
    let newest = try #require(answer.granted.refreshToken?.label)
    #expect(bench.server.refreshTokens.filter(\.isCurrent).map(\.id) == [newest])
    #expect(!bench.isUsable(grants[2].refreshToken, at: .at(.seconds(5))))
  }

  /// Whichever ancestors retry, and in whatever order, one line remains.
  @Test(arguments: [[0, 0], [0, 1], [1, 0], [0, 1, 0], [1, 1, 0, 1]])
  func `re-rotation leaves one current token`(_ retries: [Int]) throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.reRotate, reach: .anyInItsWindow)))
    let grants = try bench.refresh(bench.signIn(), at: [.start, .at(.seconds(1))])
    for index in retries {
      let answer = bench.refresh(grants[index].refreshToken, at: .at(.seconds(5)))
      let newest = try #require(answer.granted.refreshToken?.label)
      #expect(bench.server.refreshTokens.filter(\.isCurrent).map(\.id) == [newest])
    }
  }

  @Test(arguments: GraceAnswer.giving)
  func `each token has a window of its own`(_ answer: GraceAnswer) throws {
    var bench = Bench(.rotating(grace: .tenSeconds(answer, reach: .anyInItsWindow)))
    let grants = try bench.refresh(bench.signIn(), at: [.start, .at(.seconds(8))])
    var copy = bench
    let late = copy.refresh(grants[0].refreshToken, at: .at(.seconds(12)))
    #expect(late.decision.denial?.reason == .reuseDetected(.graceOver))
    #expect(bench.refresh(grants[1].refreshToken, at: .at(.seconds(12))).outcome.status == 200)
  }
}
