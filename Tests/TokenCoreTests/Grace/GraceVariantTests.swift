import Testing

@testable import TokenCore

/// Graces of servers in the field that are neither a plain window nor a successor's own use.
struct GraceVariantTests {
  private static let spentAt = Instant.at(.minutes(1))

  private static func window(
    _ answer: GraceAnswer, times: Int? = nil
  ) -> Grace {
    .window(GraceWindow(length: .seconds(10), answer: answer, reach: .anyInItsWindow, times: times))
  }

  /// A bench in which the first token was spent a minute after the sign-in.
  private static func spent(_ policy: Policy) throws -> (bench: Bench, grants: [TokenGrant]) {
    var bench = Bench(policy)
    let grants = try bench.refresh(bench.signIn(), at: [spentAt])
    return (bench, grants)
  }

  /// What becomes of a token that comes again so long after it was spent: the closed form of three
  /// policies that differ in whom they punish, and when.
  @Test(arguments: [
    TimeSpan.aMoment, .seconds(9), .seconds(10) - .aMoment, .seconds(10), .hours(1),
  ])
  func `the loser of a race is spared, and a later reuse is punished`(_ age: TimeSpan) throws {
    let isLate = age >= .seconds(10)
    let policies: [(Policy, status: Int, isPunished: Bool)] = [
      (.rotating(grace: Self.window(.refuse)), 400, isLate),
      (.rotating(), 400, true),
      (.rotating(onReuse: .refuseOnly), 400, false),
      (.rotating(grace: Self.window(.newBranch)), isLate ? 400 : 200, isLate),
    ]
    for (policy, status, isPunished) in policies {
      var (bench, grants) = try Self.spent(policy)
      let answer = bench.refresh(grants[0].refreshToken, at: Self.spentAt + age)
      #expect(answer.outcome.status == status)
      #expect(bench.server.families[0].isRevoked == isPunished)
      #expect(bench.isUsable(grants[1].refreshToken, at: Self.spentAt + age) != isPunished)
    }
  }

  @Test func `sparing changes nothing, however often`() throws {
    var (bench, grants) = try Self.spent(.rotating(grace: Self.window(.refuse)))
    let before = bench.server
    for _ in 0..<5 {
      let answer = bench.refresh(grants[0].refreshToken, at: Self.spentAt + .seconds(3))
      #expect(answer.outcome == .refused(.spared, .invalidGrant))
    }
    #expect(bench.server == before)
  }

  @Test(arguments: [GraceAnswer.sameSuccessor, .newBranch, .reRotate], [1, 2, 5])
  func `so many retries are answered, and the next one is a reuse`(
    _ answer: GraceAnswer, _ times: Int
  ) throws {
    var (bench, grants) = try Self.spent(.rotating(grace: Self.window(answer, times: times)))
    for number in 0..<times {
      let now = Self.spentAt + .milliseconds(Int64(number))
      #expect(bench.refresh(grants[0].refreshToken, at: now).outcome.status == 200)
    }
    let last = bench.refresh(grants[0].refreshToken, at: Self.spentAt + .seconds(1))
    #expect(last.outcome.reason == .reuseDetected(.graceUsedUp))
    #expect(bench.server.families[0].isRevoked)
  }

  /// Where calls are looked up, and how the predecessor then fares.
  private static func confirming(_ check: AccessTokenCheck) -> Policy {
    .rotating(
      grace: .untilTokenUsed,
      access: AccessTokenPolicy(lifetime: .minutes(15), check: check, endsWithFamily: true))
  }

  private func call(
    _ token: AccessToken, _ bench: inout Bench, at now: Instant, for scope: String = "read"
  ) -> [ServerEvent] {
    var api = ResourceServer(
      policy: bench.server.policy.accessToken, issuer: Bench.issuer, audience: Bench.api)
    let request = ResourceRequest(token: token, requiredScope: scope)
    return api.answer(request, at: now, asking: &bench.server, using: &bench.random).events
  }

  @Test(arguments: [AccessTokenCheck.allowList, .introspection(cache: .zero), .sessionRecord])
  func `a call with the new access token confirms the successor`(_ check: AccessTokenCheck) throws {
    let now = Self.spentAt + .minutes(1)
    var (bench, grants) = try Self.spent(Self.confirming(check))
    #expect(bench.isUsable(grants[0].refreshToken, at: now))
    #expect(call(grants[0].accessToken, &bench, at: now).isEmpty)
    #expect(bench.isUsable(grants[0].refreshToken, at: now))
    let successor = try #require(grants[1].refreshToken?.label)
    #expect(call(grants[1].accessToken, &bench, at: now) == [.refreshTokenConfirmed(successor)])
    #expect(call(grants[1].accessToken, &bench, at: now).isEmpty)
    #expect(!bench.isUsable(grants[0].refreshToken, at: now))
    let again = bench.refresh(grants[0].refreshToken, at: now)
    #expect(again.outcome.reason == .reuseDetected(.successorUsed))
  }

  @Test func `it is the look that confirms, also where the API then refuses`() throws {
    let now = Self.spentAt + .minutes(1)
    var (bench, grants) = try Self.spent(Self.confirming(.allowList))
    let successor = try #require(grants[1].refreshToken?.label)
    let events = call(grants[1].accessToken, &bench, at: now, for: "admin")
    #expect(events == [.refreshTokenConfirmed(successor)])
    #expect(!bench.isUsable(grants[0].refreshToken, at: now))
  }

  @Test(arguments: [AccessTokenCheck.signatureOnly, .denyList(delay: .zero), .tokenVersion])
  func `where nobody looks the token up, no call confirms, and that is remarked on`(
    _ check: AccessTokenCheck
  ) throws {
    var (bench, grants) = try Self.spent(Self.confirming(check))
    #expect(call(grants[1].accessToken, &bench, at: Self.spentAt).isEmpty)
    #expect(bench.isUsable(grants[0].refreshToken, at: Self.spentAt))
    #expect(Self.confirming(check).remarks.contains { $0.axis == .grace })
    #expect(!Self.confirming(.allowList).remarks.contains { $0.axis == .grace })
  }

  @Test func `a successor's own refresh confirms it, too`() throws {
    var (bench, grants) = try Self.spent(Self.confirming(.allowList))
    _ = try bench.refresh(grants[1].refreshToken, at: Self.spentAt + .minutes(1)).granted
    #expect(!bench.isUsable(grants[0].refreshToken, at: Self.spentAt + .minutes(2)))
  }
}
