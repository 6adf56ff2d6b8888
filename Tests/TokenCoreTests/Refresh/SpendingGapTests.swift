import Testing

@testable import TokenCore

/// A store that reads first and writes later, at the moments just before, at and just after the write.
struct SpendingGapTests {
  private static let gap = TimeSpan.milliseconds(200)

  private static func policy(_ gap: TimeSpan) -> Policy {
    var refresh = RefreshPolicy(
      idleLifetime: nil, absoluteLifetime: nil,
      rotation: .rotating(onReuse: .revokeFamily, grace: .none))
    refresh.spendingGap = gap
    return Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: .refreshToken(refresh))
  }

  static let moments: [(gap: Int64, later: Int64, isReuse: Bool)] = [
    (200, 0, false), (200, 199, false), (200, 200, true), (200, 201, true), (0, 0, true),
  ]

  @Test(arguments: moments)
  func `a request wins up to the moment at which the spending is written`(
    gap: Int64, later: Int64, isReuse: Bool
  ) throws {
    var bench = Bench(Self.policy(.milliseconds(gap)))
    let token = try bench.signIn().refreshToken
    let at = Instant.start + .minutes(1)
    _ = try bench.refresh(token, at: at).granted
    let second = bench.refresh(token, at: at + .milliseconds(later))
    #expect((second.decision.denial?.reason == .reuseDetected(.noGrace)) == isReuse)
    #expect(second.decision.isAccepted == !isReuse)
  }

  @Test func `two winners go on side by side, and nobody is told`() throws {
    var bench = Bench(Self.policy(Self.gap))
    let token = try bench.signIn().refreshToken
    let at = Instant.start + .minutes(1)
    let first = try bench.refresh(token, at: at).granted
    let crossing = bench.refresh(token, at: at + .milliseconds(100))
    let second = try crossing.granted
    #expect(first.refreshToken != second.refreshToken)
    #expect(!crossing.events.contains { if case .refreshTokenReused = $0 { true } else { false } })
    let later = at + .minutes(2)
    _ = try bench.refresh(first.refreshToken, at: later).granted
    _ = try bench.refresh(second.refreshToken, at: later).granted
    #expect(bench.server.families.allSatisfy { !$0.isRevoked })
  }

  @Test func `a third request counts from the first, not from the second`() throws {
    var bench = Bench(Self.policy(Self.gap))
    let token = try bench.signIn().refreshToken
    let at = Instant.start + .minutes(1)
    _ = try bench.refresh(token, at: at).granted
    _ = try bench.refresh(token, at: at + .milliseconds(150)).granted
    let third = bench.refresh(token, at: at + .milliseconds(250))
    #expect(third.decision.denial?.reason == .reuseDetected(.noGrace))
  }
}
