import CustomDump
import Testing

@testable import TokenCore

/// What the server's record adds to a signature: when a revoked family's access tokens die.
struct AccessTokenRecordTests {
  static func bench(
    _ check: AccessTokenCheck, endsWithFamily: Bool = false, endsAtRefresh: Bool = false
  ) -> Bench {
    Bench(
      .rotating(
        access: AccessTokenPolicy(
          lifetime: .minutes(15), check: check, endsWithFamily: endsWithFamily,
          endsAtRefresh: endsAtRefresh)))
  }

  /// Self-contained tokens live on whatever the server's own note of them says.
  static let afterRevocation: [(AccessTokenCheck, Bool, Int)] = [
    (.signatureOnly, false, 200), (.signatureOnly, true, 200), (.denyList(), false, 200),
    (.denyList(), true, 401), (.allowList, false, 200), (.allowList, true, 401),
  ]

  @Test(arguments: afterRevocation)
  func `access ends with the family only where the record is asked`(
    _ check: AccessTokenCheck, _ endsWithFamily: Bool, _ status: Int
  ) throws {
    var bench = Self.bench(check, endsWithFamily: endsWithFamily)
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let bystander = try bench.signIn("bob")
    _ = bench.revoke(try #require(grants[1].refreshToken).text)
    for grant in grants {
      let answer = bench.call(grant.accessToken, at: .at(.seconds(1)))
      #expect(answer.response.status == status)
      #expect(answer.decision.denial?.reason == (status == 200 ? nil : .tokenRefused(.revoked)))
    }
    #expect(bench.call(bystander.accessToken, at: .at(.seconds(1))).response.status == 200)
  }

  @Test(arguments: [
    (AccessTokenCheck.signatureOnly, [200, 200]), (.denyList(), [401, 200]),
    (.allowList, [401, 200]),
  ])
  func `a refresh ends the access token before it where the policy has it so`(
    _ check: AccessTokenCheck, _ statuses: [Int]
  ) throws {
    var bench = Self.bench(check, endsAtRefresh: true)
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    #expect(grants.map { bench.call($0.accessToken, at: .start).response.status } == statuses)
  }

  private static func branching(_ answer: GraceAnswer) -> Bench {
    Bench(
      .rotating(
        grace: .tenSeconds(answer),
        access: AccessTokenPolicy(
          lifetime: .minutes(15), check: .denyList(), endsAtRefresh: true)))
  }

  /// The sign-in's token, that of the first refresh, that of its retry, and of a refresh of the retry.
  @Test(arguments: [
    (GraceAnswer.newBranch, [401, 200, 401, 200]), (.sameSuccessor, [401, 401, 401, 200]),
    (.reRotate, [401, 401, 401, 200]),
  ])
  func `a refresh ends the access token before it in its own branch, and no other`(
    _ answer: GraceAnswer, _ statuses: [Int]
  ) throws {
    var bench = Self.branching(answer)
    var grants = try bench.refresh(bench.signIn(), at: [.start])
    grants.append(try bench.refresh(grants[0].refreshToken, at: .at(.seconds(1))).granted)
    grants.append(try bench.refresh(grants[2].refreshToken, at: .at(.seconds(2))).granted)
    let told = grants.map { bench.call($0.accessToken, at: .at(.seconds(3))).response.status }
    #expect(told == statuses)
  }

  @Test func `a reusable refresh token ends the access token of its last use`() throws {
    var policy = Policy.reusable(idle: nil, absolute: nil)
    policy.accessToken.check = .denyList()
    policy.accessToken.endsAtRefresh = true
    var bench = Bench(policy)
    let first = try bench.signIn()
    let others = try (0..<2).map { _ in try bench.refresh(first.refreshToken, at: .start).granted }
    let told = ([first] + others).map { bench.call($0.accessToken, at: .start).response.status }
    #expect(told == [401, 401, 200])
  }

  @Test func `only live access tokens are written down as revoked`() throws {
    var bench = Self.bench(.denyList(), endsWithFamily: true)
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(10)), .at(.minutes(14))])
    let answer = bench.revoke(
      try #require(grants[2].refreshToken).text, at: .at(.minutes(15)))
    expectNoDifference(
      answer.events,
      [
        .familyRevoked(FamilyID(index: 0), .logout),
        .accessTokenRevoked(AccessTokenID(index: 1)),
        .accessTokenRevoked(AccessTokenID(index: 2)),
      ])
  }

  @Test(arguments: [
    (AccessTokenCheck.signatureOnly, 0), (.denyList(), 1), (.allowList, 1),
  ])
  func `a lookup is counted where the record is asked`(
    _ check: AccessTokenCheck, _ reads: Int
  ) throws {
    var bench = Self.bench(check)
    let grant = try bench.signIn()
    let cost = { bench.call($0, at: $1).cost }
    #expect(cost(grant.accessToken, .start) == StoreCost(reads: reads, writes: 0))
    #expect(cost(grant.accessToken, .at(.minutes(15))) == .none)
    #expect(cost(nil, .start) == .none)
  }

  /// Leeway lets a token live on beyond its exp, so that is when it can still be revoked.
  @Test(arguments: [AccessTokenCheck.denyList(), .allowList])
  func `revocation reaches a token that lives on leeway`(_ check: AccessTokenCheck) throws {
    let access = AccessTokenPolicy(
      lifetime: .minutes(15), check: check, leeway: .seconds(60), endsWithFamily: true)
    var bench = Bench(.rotating(access: access))
    let grant = try bench.signIn()
    let now = Instant.at(.seconds(930))
    #expect(bench.call(grant.accessToken, at: now).response.status == 200)
    var alone = bench
    _ = alone.revoke(grant.accessToken.text, at: now)
    #expect(alone.call(grant.accessToken, at: now).response.status == 401)
    _ = bench.revoke(try #require(grant.refreshToken).text, at: now)
    #expect(bench.call(grant.accessToken, at: now).response.status == 401)
  }

  @Test func `a token of which there is no record is on no allow-list`() throws {
    let bench = Self.bench(.allowList)
    var twin = Self.bench(.allowList)
    let token = try twin.signIn().accessToken
    #expect(twin.call(token, at: .start).response.status == 200)
    let answer = bench.call(token, at: .start)
    #expect(answer.decision.denial?.reason == .tokenRefused(.revoked))
    let denying = Self.bench(.denyList())
    #expect(denying.call(token, at: .start).response.status == 200)
  }
}
