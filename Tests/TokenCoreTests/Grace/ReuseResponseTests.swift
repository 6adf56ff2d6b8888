import CustomDump
import Testing

@testable import TokenCore

/// What a reuse ends: alice has two sign-ins on the web and one on the television, bob has one.
struct ReuseResponseTests {
  struct Household {
    var bench: Bench
    var phone: [TokenGrant]
    var others: [(TokenGrant, Presenter)]

    init(_ policy: Policy) throws {
      bench = Bench(policy)
      phone = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
      others = [
        (try bench.signIn(), .web), (try bench.signIn(on: .television), .television),
        (try bench.signIn("bob"), .web),
      ]
    }
  }

  static let now = Instant.at(.minutes(2))
  static let ends: [(ReuseResponse, [Int])] = [
    (.refuseOnly, []), (.revokeFamily, [0]), (.revokeUserOnClient, [0, 1]),
    (.revokeUser, [0, 1, 2]),
  ]

  @Test(arguments: ends)
  func `a reuse ends as many families as the policy says`(
    _ response: ReuseResponse, _ ended: [Int]
  ) throws {
    var household = try Household(.rotating(onReuse: response))
    let answer = household.bench.refresh(household.phone[0].refreshToken, at: Self.now)
    let states = household.bench.server.families.map(\.state)
    for (index, state) in states.enumerated() {
      #expect(state == (ended.contains(index) ? .revoked(at: Self.now, .reuse) : .active))
    }
    let revoked = ended.map { ServerEvent.familyRevoked(FamilyID(index: $0), .reuse) }
    let reused = ServerEvent.refreshTokenReused(
      RefreshTokenID(index: 0), family: FamilyID(index: 0), .noGrace)
    let server = household.bench.server
    let livesOn = ended.flatMap { server.families[$0].accessTokens }.map {
      ServerEvent.accessTokenLivesOn($0, until: server.record(of: $0).expiresAt)
    }
    let signedOut = server.ssoSessions.filter { $0.end != nil }.map {
      ServerEvent.sessionEnded($0.id, .reuse)
    }
    #expect(signedOut.count == (response == .revokeUser ? 3 : 0))
    expectNoDifference(
      answer.events, ended.isEmpty ? [] : [reused] + signedOut + revoked + livesOn)
    #expect(answer.response == .error(.invalidGrant, status: 400))
  }

  @Test(arguments: ends)
  func `whoever is not hit goes on, whoever is hit does not`(
    _ response: ReuseResponse, _ ended: [Int]
  ) throws {
    var household = try Household(.rotating(onReuse: response))
    _ = household.bench.refresh(household.phone[0].refreshToken, at: Self.now)
    let newest = [(household.phone[1], Presenter.web)] + household.others
    for (index, sign) in newest.enumerated() {
      let answer = household.bench.refresh(sign.0.refreshToken, by: sign.1, at: Self.now)
      #expect(answer.decision.denial?.reason == (ended.contains(index) ? .familyRevoked : nil))
    }
  }

  @Test func `refusing only raises no alarm`() throws {
    var household = try Household(.rotating(onReuse: .refuseOnly))
    let before = household.bench.server
    let answer = household.bench.refresh(household.phone[0].refreshToken, at: Self.now)
    expectNoDifference(answer.outcome, .refused(.spent, .invalidGrant))
    #expect(household.bench.server == before)
  }

  @Test func `a family that is revoked already is not revoked again`() throws {
    var household = try Household(.rotating(onReuse: .revokeUser))
    _ = household.bench.revoke(try #require(household.others[0].0.refreshToken).text)
    let answer = household.bench.refresh(household.phone[0].refreshToken, at: Self.now)
    #expect(!answer.events.contains(.familyRevoked(FamilyID(index: 1), .reuse)))
    #expect(household.bench.server.families[1].state == .revoked(at: .start, .logout))
  }

  @Test(arguments: [false, true])
  func `access tokens end with their families where the policy has it so`(
    _ endsWithFamily: Bool
  ) throws {
    let access = AccessTokenPolicy(
      lifetime: .minutes(15), check: .denyList(), endsWithFamily: endsWithFamily)
    var household = try Household(.rotating(onReuse: .revokeUserOnClient, access: access))
    _ = household.bench.refresh(household.phone[0].refreshToken, at: Self.now)
    let grants = household.phone + household.others.map(\.0)
    let statuses = grants.map { household.bench.call($0.accessToken, at: Self.now).response.status }
    let ended = endsWithFamily ? 401 : 200
    #expect(statuses == [ended, ended, ended, 200, 200])
  }
}
