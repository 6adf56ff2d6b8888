import Testing

@testable import TokenCore

/// When a window is open: before its end, not at it; from the first use, or, wrongly, from the last.
struct GraceWindowTests {
  static let around: [(TimeSpan, Bool)] = [
    (.milliseconds(-1), true), (.zero, false), (.milliseconds(1), false),
  ]

  @Test(arguments: Grace.everyWindow, around)
  func `a window ends ten seconds after the token was spent`(
    _ grace: Grace, _ moment: (offset: TimeSpan, isOpen: Bool)
  ) throws {
    var bench = Bench(.rotating(grace: grace))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
    let answer = bench.refresh(
      grants[0].refreshToken, at: .at(.seconds(70)) + moment.offset)
    #expect(answer.response.status == (moment.isOpen ? 200 : 400))
    #expect(
      answer.decision.denial?.reason == (moment.isOpen ? nil : .reuseDetected(.graceOver)))
  }

  @Test(arguments: GraceAnswer.giving, GraceReach.allCases)
  func `retries do not move a window that is anchored at the first use`(
    _ answer: GraceAnswer, _ reach: GraceReach
  ) throws {
    var bench = Bench(.rotating(grace: .tenSeconds(answer, reach: reach, anchor: .firstUse)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    for second in [3, 6, 9] as [Int64] {
      #expect(
        bench.refresh(grants[0].refreshToken, at: .at(.seconds(second))).outcome.status == 200)
    }
    let late = bench.refresh(grants[0].refreshToken, at: .at(.seconds(12)))
    #expect(late.decision.denial?.reason == .reuseDetected(.graceOver))
  }

  /// The bug: each retry restarts the window, so that a thief can keep it open.
  @Test(arguments: GraceAnswer.giving, GraceReach.allCases)
  func `retries keep a window open that is anchored at the last use`(
    _ answer: GraceAnswer, _ reach: GraceReach
  ) throws {
    var bench = Bench(.rotating(grace: .tenSeconds(answer, reach: reach, anchor: .lastUse)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    var now = Instant.start
    for _ in 0..<100 {
      now = now + .seconds(10) - .aMoment
      let retry = bench.refresh(grants[0].refreshToken, at: now)
      #expect(try retry.granted.refreshToken != nil)
    }
    let late = bench.refresh(grants[0].refreshToken, at: now + .seconds(10))
    #expect(late.decision.denial?.reason == .reuseDetected(.graceOver))
  }

  @Test func `a refused retry does not restart the window`() throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.sameSuccessor, anchor: .lastUse)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    _ = bench.refresh(grants[0].refreshToken, scope: "admin", at: .at(.seconds(9)))
    let late = bench.refresh(grants[0].refreshToken, at: .at(.seconds(10)))
    #expect(late.decision.denial?.reason == .reuseDetected(.graceOver))
  }

  @Test(arguments: [TimeSpan.zero, .seconds(-1)])
  func `a window without length is never open`(_ length: TimeSpan) throws {
    let window = GraceWindow(length: length, answer: .newBranch)
    var bench = Bench(.rotating(grace: .window(window)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.refresh(grants[0].refreshToken, at: .start)
    #expect(answer.decision.denial?.reason == .reuseDetected(.graceOver))
  }
}
