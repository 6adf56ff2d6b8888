import CustomDump
import JOSE
import Testing

@testable import TokenCore

/// A server whose policy is changed while tokens are out.
struct PolicyChangeTests {
  private static let minute = Instant.at(.minutes(1))
  private static let first = RefreshTokenID(index: 0)

  /// Alice has signed in under the old policy, and a minute later there is the new one.
  private func migrated(
    from old: Policy, to new: Policy
  ) throws -> (bench: Bench, grant: TokenGrant, events: [ServerEvent]) {
    var bench = Bench(old)
    let grant = try bench.signIn()
    let events = bench.server.change(
      to: new, at: Self.minute, using: &bench.random, Bench.cryptography)
    #expect(events.first == .policyChanged(from: old, to: new))
    return (bench, grant, Array(events.dropFirst()))
  }

  @Test func `a reusable token is spent by its next use once rotation is switched on`() throws {
    let old = Policy.reusable(idle: .days(7), absolute: .days(30))
    var (bench, grant, events) = try migrated(from: old, to: .rotating())
    #expect(events.isEmpty)
    let next = try bench.refresh(grant.refreshToken, at: .at(.minutes(2))).granted
    #expect(next.refreshToken?.label == RefreshTokenID(index: 1))
    let again = bench.refresh(grant.refreshToken, at: .at(.minutes(3)))
    #expect(again.outcome.reason == .reuseDetected(.noGrace))
    #expect(bench.server.families[0].isRevoked)
  }

  @Test func `what was spent stays spent when tokens become reusable`() throws {
    var bench = Bench(.rotating())
    let grants = try bench.refresh(bench.signIn(), at: [Self.minute])
    _ = bench.server.change(
      to: .reusable(idle: .days(7), absolute: .days(30)), at: .at(.minutes(2)),
      using: &bench.random, Bench.cryptography)
    let old = bench.refresh(grants[0].refreshToken, at: .at(.minutes(3)))
    #expect(old.outcome.reason == .spent)
    #expect(!bench.server.families[0].isRevoked)
    let new = bench.refresh(grants[1].refreshToken, at: .at(.minutes(3)))
    #expect(new.outcome.status == 200)
    #expect(bench.refresh(grants[1].refreshToken, at: .at(.minutes(4))).outcome.status == 200)
  }

  @Test func `an access token keeps its end, and the next one has the new lifetime`() throws {
    let short = Policy.rotating(access: AccessTokenPolicy(lifetime: .minutes(5)))
    var (bench, grant, _) = try migrated(from: .rotating(), to: short)
    #expect(bench.call(grant.accessToken, at: .at(.minutes(14))).response.status == 200)
    let next = try bench.refresh(grant.refreshToken, at: .at(.minutes(2))).granted
    #expect(next.expiresIn == 300)
  }

  /// What is looked up now, and why a token from before it is good for nothing.
  static let rows: [(Policy, Policy, Obsolescence?, Obsolescence?)] = {
    func access(_ check: AccessTokenCheck, _ form: TokenForm = .selfContained) -> Policy {
      .rotating(access: AccessTokenPolicy(lifetime: .minutes(15), form: form, check: check))
    }
    let plain = Policy.rotating()
    let handles = access(.introspection(cache: .zero), .reference)
    let signed = Strategy.twoSignedJWTs.policy
    return [
      (plain, access(.denyList(delay: .zero)), nil, nil),
      (plain, access(.allowList), .noRow, nil),
      (plain, access(.sessionRecord), .noRow, nil),
      (plain, access(.introspection(cache: .zero)), nil, nil),
      (access(.introspection(cache: .zero)), access(.allowList), nil, nil),
      (access(.denyList(delay: .zero)), access(.allowList), .noRow, nil),
      (plain, access(.tokenVersion), .noVersion, nil),
      (plain, handles, .otherForm, nil),
      (handles, plain, .otherForm, nil),
      (handles, access(.allowList, .reference), nil, nil),
      (plain, Policy(accessToken: plain.accessToken, renewal: .none), nil, .noRefresh),
      (plain, signed, nil, .noSignature),
      (signed, plain, nil, .noRow),
    ]
  }()

  @Test(arguments: rows.indices)
  func `a token is told to be obsolete exactly where nobody takes it any more`(
    _ index: Int
  ) throws {
    let (old, new, access, refresh) = Self.rows[index]
    var (bench, grant, events) = try migrated(from: old, to: new)
    let expected =
      (access.map { [ServerEvent.accessTokenObsolete(AccessTokenID(index: 0), because: $0)] } ?? [])
      + (refresh.map { [.refreshTokenObsolete(Self.first, because: $0)] } ?? [])
    expectNoDifference(events, expected)
    #expect(
      (bench.call(grant.accessToken, at: .at(.minutes(2))).response.status == 200)
        == (access == nil))
    let answer = bench.refresh(grant.refreshToken, at: .at(.minutes(3)))
    #expect((answer.outcome.status == 200) == (refresh == nil))
  }

  @Test func `a grace that comes later has no copy for what was spent before`() throws {
    var bench = Bench(.rotating())
    let grants = try bench.refresh(bench.signIn(), at: [Self.minute])
    _ = bench.server.change(
      to: .rotating(grace: .tenSeconds(.sameSuccessor)), at: Self.minute, using: &bench.random,
      Bench.cryptography)
    let retry = bench.refresh(grants[0].refreshToken, at: Self.minute + .seconds(1))
    #expect(retry.outcome.reason == .reuseDetected(.noCopy))
  }

  @Test(arguments: [GraceAnswer.newBranch, .reRotate])
  func `a grace that needs no copy is for what was spent before, too`(
    _ answer: GraceAnswer
  ) throws {
    var bench = Bench(.rotating())
    let grants = try bench.refresh(bench.signIn(), at: [Self.minute])
    _ = bench.server.change(
      to: .rotating(grace: .tenSeconds(answer)), at: Self.minute, using: &bench.random,
      Bench.cryptography)
    let retry = bench.refresh(grants[0].refreshToken, at: Self.minute + .seconds(1))
    #expect(retry.outcome.status == 200)
  }

  @Test func `a signed refresh token ends when it says, whatever the limits of today are`() throws {
    var longer = Strategy.twoSignedJWTs.policy
    guard var refresh = longer.refresh else { return }
    let end = try #require(
      [refresh.idleLifetime, refresh.absoluteLifetime].compactMap(\.self).min())
    (refresh.idleLifetime, refresh.absoluteLifetime) = (nil, nil)
    longer.renewal = .refreshToken(refresh)
    var (bench, grant, _) = try migrated(from: Strategy.twoSignedJWTs.policy, to: longer)
    let before = bench.refresh(grant.refreshToken, at: .at(end - .aMoment))
    #expect(before.outcome.status == 200)
    #expect(bench.refresh(grant.refreshToken, at: .at(end)).outcome.status == 400)
  }

  @Test func `an access token that had ended lives on where nobody looks any more`() throws {
    let list = Policy.rotating(
      access: AccessTokenPolicy(
        lifetime: .minutes(15), check: .denyList(delay: .zero), endsWithFamily: true))
    var bench = Bench(list)
    let grant = try bench.signIn()
    _ = bench.revoke(try #require(grant.refreshToken?.text), at: .at(.seconds(1)))
    #expect(bench.call(grant.accessToken, at: .at(.seconds(2))).response.status == 401)
    let events = bench.server.change(
      to: .rotating(), at: .at(.seconds(3)), using: &bench.random, Bench.cryptography)
    #expect(events.contains(.accessTokenLivesOn(AccessTokenID(index: 0), until: .at(.minutes(15)))))
    #expect(bench.call(grant.accessToken, at: .at(.seconds(4))).response.status == 200)
  }

  /// Any policy can follow on any other, and what is told of the tokens is what the servers then do.
  @Test(arguments: Strategy.catalogue)
  func `from any strategy to any other, what is not obsolete is served`(old: Strategy) throws {
    for new in Strategy.catalogue where new.policy != old.policy {
      guard new.policy.refresh?.binding != .key, old.policy.refresh?.binding != .key else {
        continue
      }
      var bench = Bench(old.policy)
      let presenter = Presenter.web
      let grant = try bench.signIn(on: presenter)
      let events = bench.server.change(
        to: new.policy, at: .at(.seconds(1)), using: &bench.random, Bench.cryptography)
      let isObsolete = events.contains {
        if case .accessTokenObsolete = $0 { true } else { false }
      }
      let isServed = bench.call(grant.accessToken, at: .at(.seconds(2))).response.status == 200
      #expect(isServed != isObsolete, "\(old.id) to \(new.id)")
    }
  }

  @Test func `a changed server is written out, read back, and told by its changes`() throws {
    var (bench, grant, _) = try migrated(
      from: .reusable(idle: nil, absolute: nil), to: .rotating(grace: .tenSeconds(.sameSuccessor)))
    let start = bench.server
    let (_, changes) = bench.server.recording {
      var random = RandomStream(seed: 1, label: "change")
      return $0.change(
        to: Strategy.opaqueRefreshList.policy, at: .at(.minutes(2)), using: &random,
        Bench.cryptography)
    }
    _ = grant
    var other = start
    try other.apply(changes)
    #expect(other == bench.server)
    #expect(other.policy == Strategy.opaqueRefreshList.policy)
  }
}
