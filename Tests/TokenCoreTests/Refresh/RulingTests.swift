import Testing

@testable import TokenCore

/// What is to be done about a presented token, asked without doing it.
struct RulingTests {
  static let first = RefreshTokenID(index: 0)
  static let second = RefreshTokenID(index: 1)
  static let family = FamilyID(index: 0)

  /// RT1 spent at the start, RT2 current; RT1 or RT2 presented at a moment.
  static let rows: [(Policy, RefreshTokenID, TimeSpan, RefreshAction)] = [
    (.rotating(), second, .zero, .rotate(second)),
    (.rotating(), first, .zero, .refuseAndRespond(first, .noGrace, .revokeFamily)),
    (.rotating(onReuse: .refuseOnly), first, .zero, .refuse),
    (
      .rotating(onReuse: .revokeUser), first, .zero,
      .refuseAndRespond(first, .noGrace, .revokeUser)
    ),
    (
      .rotating(grace: .tenSeconds(.sameSuccessor)), first, .seconds(9),
      .giveAgain(first, successor: second)
    ),
    (.rotating(grace: .tenSeconds(.newBranch)), first, .seconds(9), .branch(first)),
    (.rotating(grace: .tenSeconds(.reRotate)), first, .seconds(9), .reRotate(first)),
    (
      .rotating(grace: .tenSeconds(.reRotate)), first, .seconds(10),
      .refuseAndRespond(first, .graceOver, .revokeFamily)
    ),
    (.rotating(grace: .untilSuccessorUsed), first, .days(1), .branch(first)),
    (.rotating(idle: .hours(1)), second, .hours(1), .refuseAndClose(family)),
    (.rotating(idle: .hours(1)), first, .hours(1), .refuseAndClose(family)),
    (.rotating(idle: nil, absolute: .hours(1)), first, .hours(1), .refuseAndClose(family)),
    (.rotating(memory: .hours(1)), first, .hours(1), .refuse),
  ]

  @Test(arguments: rows)
  func `a ruling says what is to be done and does not do it`(
    _ policy: Policy, _ token: RefreshTokenID, _ span: TimeSpan, _ action: RefreshAction
  ) throws {
    var bench = Bench(policy)
    _ = try bench.refresh(bench.signIn(), at: [.start])
    let before = bench.server
    let ruling = bench.server.ruling(on: presented(token), at: .at(span))
    #expect(ruling.action == action)
    #expect(bench.server == before)
  }

  @Test func `a reusable token is kept`() throws {
    var bench = Bench(.reusable(idle: .hours(1), absolute: nil))
    _ = try bench.signIn()
    let ruling = bench.server.ruling(on: presented(Self.first), at: .start)
    #expect(ruling.action == .keep(Self.first))
  }

  /// Whatever the token would have been good for, too wide a scope leaves nothing to be done.
  @Test(arguments: [Grace.tenSeconds(.sameSuccessor), .tenSeconds(.reRotate), .untilSuccessorUsed])
  func `a refused scope leaves nothing to be done`(_ grace: Grace) throws {
    var bench = Bench(.rotating(grace: grace))
    _ = try bench.refresh(bench.signIn(), at: [.start])
    for token in [Self.first, Self.second] {
      let ruling = bench.server.ruling(
        on: presented(token, scope: Scope("admin")), at: .start)
      #expect(ruling.decision.denial?.reason == .scopeRefused)
      #expect(ruling.action == .refuse)
    }
  }

  private func presented(_ id: RefreshTokenID, scope: Scope? = nil) -> PresentedRefreshToken {
    PresentedRefreshToken(
      id: id, client: .identified(RegistrationID(index: 0)), scope: scope)
  }
}
