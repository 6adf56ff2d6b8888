import Testing

@testable import TokenCore

/// Detection has a horizon: a spent token is recognised for as long as the server remembers it.
struct MemoryTests {
  static let around: [(TimeSpan, Bool)] = [
    (.milliseconds(-1), true), (.zero, false), (.milliseconds(1), false),
  ]

  @Test(arguments: around)
  func `beyond the horizon a spent token is unknown and changes nothing`(
    _ offset: TimeSpan, _ isRemembered: Bool
  ) throws {
    var bench = Bench(.rotating(memory: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(5))])
    let before = bench.server
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.minutes(65)) + offset)
    #expect(
      answer.decision.denial?.reason == (isRemembered ? .reuseDetected(.noGrace) : .refreshUnknown))
    #expect((bench.server == before) == !isRemembered)
  }

  @Test(arguments: around)
  func `the revocation endpoint forgets at the same moment`(
    _ offset: TimeSpan, _ isRemembered: Bool
  ) throws {
    var bench = Bench(.rotating(memory: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(5))])
    let token = try #require(grants[0].refreshToken)
    let answer = bench.revoke(token.text, at: .at(.minutes(65)) + offset)
    #expect(answer.response == .success)
    #expect(bench.server.families[0].isRevoked == isRemembered)
  }

  @Test(arguments: around)
  func `a displaced token is forgotten as long after it was displaced`(
    _ offset: TimeSpan, _ isRemembered: Bool
  ) throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.reRotate), memory: .hours(1)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    _ = bench.refresh(grants[0].refreshToken, at: .at(.seconds(5)))
    let now = Instant.at(.hours(1) + .seconds(5)) + offset
    let answer = bench.refresh(grants[1].refreshToken, at: now)
    #expect(
      answer.decision.denial?.reason
        == (isRemembered ? .reuseDetected(.displaced) : .refreshUnknown))
  }

  @Test func `a current token is never forgotten`() throws {
    var bench = Bench(.rotating(idle: nil, absolute: nil, memory: .seconds(1)))
    let grant = try bench.signIn()
    #expect(bench.refresh(grant.refreshToken, at: .at(.days(365))).outcome.status == 200)
  }

  @Test func `without a horizon a spent token is known for the family's life`() throws {
    var bench = Bench(.rotating(idle: nil, absolute: nil))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.days(36_500)))
    #expect(answer.decision.denial?.reason == .reuseDetected(.noGrace))
  }
}
