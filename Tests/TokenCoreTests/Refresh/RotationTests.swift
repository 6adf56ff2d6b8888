import Testing

@testable import TokenCore

/// Rotation: every refresh spends the token and gives its successor, and the line is kept.
struct RotationTests {
  @Test func `generations rise by one along a family`() throws {
    var bench = Bench(.rotating())
    let minutes = (1...50 as ClosedRange<Int64>).map { Instant.at(.minutes($0)) }
    let grants = try bench.refresh(bench.signIn(), at: minutes)
    let rows = bench.server.refreshTokens
    #expect(grants.map(\.refreshToken?.label) == rows.map(\.id))
    #expect(rows.map(\.generation) == Array(1...51))
    #expect(rows.map(\.parent) == [nil] + rows.dropLast().map(\.id))
    #expect(rows.allSatisfy { $0.family == FamilyID(index: 0) })
    #expect(rows.filter(\.isCurrent).map(\.id) == [RefreshTokenID(index: 50)])
  }

  @Test func `every spent token is recognised, and any one of them ends the family`() throws {
    var bench = Bench(.rotating())
    let minutes = (1...6 as ClosedRange<Int64>).map { Instant.at(.minutes($0)) }
    let grants = try bench.refresh(bench.signIn(), at: minutes)
    for spent in grants.dropLast() {
      var copy = bench
      let answer = copy.refresh(spent.refreshToken, at: .at(.minutes(7)))
      #expect(answer.decision.denial?.reason == .reuseDetected(.noGrace))
      #expect(grants.allSatisfy { !copy.isUsable($0.refreshToken, at: .at(.minutes(7))) })
    }
    #expect(bench.isUsable(grants.last?.refreshToken, at: .at(.minutes(7))))
  }

  @Test func `a reusable token serves again and again and is never replaced`() throws {
    var bench = Bench(.reusable(idle: nil, absolute: .hours(24)))
    let grant = try bench.signIn()
    for minute in 1...50 as ClosedRange<Int64> {
      let answer = bench.refresh(grant.refreshToken, at: .at(.minutes(minute)))
      #expect(try answer.granted.refreshToken == nil)
      #expect(answer.events.first == .refreshTokenUsed(RefreshTokenID(index: 0)))
    }
    #expect(bench.server.refreshTokens.map(\.state) == [.current])
  }

  @Test func `sign-ins are families of their own`() throws {
    var bench = Bench(.rotating())
    let phone = try bench.refresh(bench.signIn(), at: [.start])
    let laptop = try bench.signIn()
    #expect(bench.refresh(phone[0].refreshToken, at: .start).outcome.status == 400)
    #expect(bench.server.families.map(\.isRevoked) == [true, false])
    #expect(bench.refresh(laptop.refreshToken, at: .start).outcome.status == 200)
  }

  @Test func `asking what the ruling would be changes nothing`() throws {
    var bench = Bench(.rotating())
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let before = bench.server
    for grant in grants { _ = bench.isUsable(grant.refreshToken, at: .at(.hours(1))) }
    #expect(bench.server == before)
  }
}

/// A family that lives long.
struct LongFamilyTests {
  @Test func `two thousand rotations repeat nothing and forget nothing`() throws {
    var bench = Bench(.rotating(idle: nil, absolute: nil))
    let minutes = (1...2000 as ClosedRange<Int64>).map { Instant.at(.minutes($0)) }
    let grants = try bench.refresh(bench.signIn(), at: minutes)
    let texts = grants.compactMap(\.refreshToken?.text)
    #expect(Set(texts).count == 2001)
    #expect(texts.allSatisfy { $0.utf8.count == 43 })
    #expect(Set(bench.server.accessTokens.map(\.tokenID)).count == 2001)
    #expect(bench.server.refreshTokens.last?.generation == 2001)

    let answer = bench.refresh(grants[0].refreshToken, at: .at(.days(100)))
    #expect(answer.decision.denial?.reason == .reuseDetected(.noGrace))
    #expect(!bench.isUsable(grants[2000].refreshToken, at: .at(.days(100))))
  }
}
