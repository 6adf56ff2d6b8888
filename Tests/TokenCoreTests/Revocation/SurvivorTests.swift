import CustomDump
import Testing

@testable import TokenCore

/// What a server says of a revocation: what changed there, and what lives on because nobody looks.
struct SurvivorTests {
  static let family = FamilyID(index: 0)
  static let access = AccessTokenID(index: 0)
  static let signedOut = ServerEvent.sessionEnded(SSOSessionID(index: 0), .accountDisabled)
  static let revoked = ServerEvent.familyRevoked(family, .accountDisabled)
  static let livesOn = ServerEvent.accessTokenLivesOn(access, until: .at(.minutes(15)))
  static let struckOff = ServerEvent.accessTokenRevoked(access)
  static let raised = ServerEvent.userChanged(UserID(index: 0), .versionRaised(to: 2))

  /// Where the API looks, whether tokens end with their family, and what a closed account changes
  /// beside the user's row: with an opaque refresh token, and with none.
  static let rows: [(AccessTokenCheck, Bool, [ServerEvent], [ServerEvent])] = [
    (.signatureOnly, false, [revoked, livesOn], [livesOn]),
    (.signatureOnly, true, [revoked, livesOn], [livesOn]),
    (.denyList(), false, [revoked, livesOn], [livesOn]),
    (.denyList(), true, [revoked, struckOff], [revoked, struckOff]),
    (.allowList, false, [revoked, livesOn], [livesOn]),
    (.allowList, true, [revoked, struckOff], [revoked, struckOff]),
    (.introspection(cache: .zero), false, [revoked, struckOff], [revoked, struckOff]),
    (.sessionRecord, false, [revoked, struckOff], [revoked, struckOff]),
    (.tokenVersion, false, [revoked, raised], [raised]),
    (.tokenVersion, true, [revoked, raised], [raised]),
  ]

  @Test(arguments: rows)
  func `a closed account is told with what it ends and with what lives on`(
    _ check: AccessTokenCheck, _ endsWithFamily: Bool, _ withRefresh: [ServerEvent],
    _ without: [ServerEvent]
  ) throws {
    let access = AccessTokenPolicy(
      lifetime: .minutes(15), check: check, endsWithFamily: endsWithFamily)
    let policies = [
      Policy.rotating(access: access), Policy(accessToken: access, renewal: .none),
    ]
    for (policy, expected) in zip(policies, [withRefresh, without]) {
      var bench = Bench(policy)
      let grant = try bench.signIn()
      let events = bench.server.disable(bench.alice, at: .at(.minutes(1)))
      expectNoDifference(Array(events.dropFirst()), [Self.signedOut] + expected)
      let isServed = bench.call(grant.accessToken, at: .at(.minutes(1))).response.status == 200
      #expect(isServed == events.contains(Self.livesOn))
      #expect(bench.server.families[0].isRevoked == events.contains(Self.revoked))
    }
  }

  @Test func `a signed refresh token lives on, for the server has no row to end`() throws {
    var policy = Strategy.twoSignedJWTs.policy
    for limit in [TimeSpan.days(7), nil] {
      guard var refresh = policy.refresh else { return }
      refresh.absoluteLifetime = limit
      policy.renewal = .refreshToken(refresh)
      var bench = Bench(policy)
      let grant = try bench.signIn()
      let events = bench.server.disable(bench.alice, at: .at(.minutes(1)))
      expectNoDifference(
        events,
        [
          .userChanged(bench.alice, .disabled), Self.signedOut,
          .refreshTokenLivesOn(RefreshTokenID(index: 0), until: limit.map { .at($0) }),
          Self.livesOn,
        ])
      #expect(bench.refresh(grant.refreshToken, at: .at(.minutes(2))).outcome.status == 200)
      #expect(!bench.server.families[0].isRevoked)
    }
  }

  @Test func `nobody notes the use of a signed refresh token`() throws {
    var policy = Strategy.twoSignedJWTs.policy
    guard var refresh = policy.refresh else { return }
    refresh.idleLifetime = .hours(1)
    policy.renewal = .refreshToken(refresh)
    var bench = Bench(policy)
    let grant = try bench.signIn()
    #expect(bench.refresh(grant.refreshToken, at: .at(.minutes(59))).outcome.status == 200)
    let answer = bench.refresh(grant.refreshToken, at: .at(.hours(1)))
    expectNoDifference(answer.outcome, .refused(.expiredIdle, .invalidGrant))
  }

  /// What ends a family, beside the acts of an administrator.
  static let ends: [@Sendable (inout Bench, [TokenGrant]) -> Void] = [
    { bench, grants in _ = bench.refresh(grants[0].refreshToken, at: .at(.minutes(2))) },
    { bench, grants in
      _ = bench.revoke(grants[1].refreshToken?.text ?? "", at: .at(.minutes(2)))
    },
    { bench, grants in _ = bench.revoke(grants[1].accessToken.text, at: .at(.minutes(2))) },
    { bench, _ in
      _ = bench.server.changePassword(of: bench.alice, revoking: true, at: .at(.minutes(2)))
    },
  ]

  @Test(arguments: ends.indices)
  func `where versions are compared, the end of a family raises the user's`(_ index: Int) throws {
    let access = AccessTokenPolicy(lifetime: .minutes(15), check: .tokenVersion)
    var bench = Bench(.rotating(access: access))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
    let other = try bench.signIn("bob")
    Self.ends[index](&bench, grants)
    #expect(bench.server.user(bench.alice).tokenVersion == 2)
    #expect(bench.call(grants[1].accessToken, at: .at(.minutes(3))).response.status == 401)
    #expect(bench.call(other.accessToken, at: .at(.minutes(3))).response.status == 200)
    let anew = try bench.signIn(at: .at(.minutes(3)))
    #expect(bench.call(anew.accessToken, at: .at(.minutes(3))).response.status == 200)
  }

  @Test func `a token per request ends none before it where no record is asked`() throws {
    let access = AccessTokenPolicy(lifetime: .minutes(15))
    var bench = Bench(Policy(accessToken: access, renewal: .everyRequest))
    let grant = try bench.signIn()
    for _ in 0..<2 {
      let answer = bench.call(grant.accessToken, at: .at(.minutes(1)))
      #expect(answer.response.freshToken != nil)
      #expect(!answer.events.contains(.accessTokenRevoked(Self.access)))
    }
  }
}
