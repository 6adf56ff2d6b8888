import CustomDump
import Testing

@testable import TokenCore

/// The refresh table row by row: who presents what, what the wire says, and what changes. Ten seconds
/// of grace, an hour of idling, eight hours in all.
struct RefreshTableTests {
  static let policy = Policy.rotating(
    grace: .tenSeconds(.sameSuccessor), idle: .hours(1), absolute: .hours(8))

  var bench = Bench(policy)
  let first: RefreshTokenID = RefreshTokenID(index: 0)
  let second: RefreshTokenID = RefreshTokenID(index: 1)
  let family = FamilyID(index: 0)

  @Test mutating func `a current token is spent and its successor given`() throws {
    let grant = try bench.signIn()
    let now = Instant.at(.minutes(20))
    let answer = bench.refresh(grant.refreshToken, at: now)
    expectNoDifference(
      answer.outcome,
      Outcome(
        status: 200,
        events: [
          .refreshTokenIssued(
            second, family: family, generation: 2, expiresAt: now + .hours(1)),
          .refreshTokenSpent(first, successor: second),
          .accessTokenIssued(
            AccessTokenID(index: 1), family: family, expiresAt: now + .minutes(15)),
        ]))
    #expect(
      bench.server.refreshTokens.map(\.state) == [
        .spent(at: now, successor: second, lastPresentedAt: now), .current,
      ])
    #expect(try answer.granted.refreshToken?.label == second)
    #expect(try answer.granted.refreshToken?.text != grant.refreshToken?.text)
  }

  @Test(arguments: Presenter.clients)
  mutating func `an unknown token is refused, whichever client brings it`(
    _ presenter: Presenter
  ) throws {
    _ = try bench.signIn()
    let before = bench.server
    let answer = bench.refresh(RefreshToken(text: "made-up", label: nil), by: presenter, at: .start)
    expectNoDifference(answer.outcome, .refused(.refreshUnknown, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test(arguments: Presenter.strangers)
  mutating func `whoever is no client is told the same of a real token and of a guessed one`(
    _ presenter: Presenter
  ) throws {
    let grants = try bench.refresh(bench.signIn(on: .backend), at: [.start], by: .backend)
    let guessed = bench.refresh(
      RefreshToken(text: "made-up", label: nil), by: presenter, at: .start)
    for grant in grants {
      let answer = bench.refresh(grant.refreshToken, by: presenter, at: .start)
      expectNoDifference(answer.response, guessed.response)
      expectNoDifference(answer.decision, guessed.decision)
    }
  }

  @Test(arguments: [0, 1, 21, 42])
  mutating func `a token with one changed letter is unknown and revokes nothing`(
    _ position: Int
  ) throws {
    let grant = try bench.signIn()
    let before = bench.server
    var letters = Array(try #require(grant.refreshToken).text)
    try #require(letters.indices.contains(position))
    letters[position] = letters[position] == "A" ? "B" : "A"
    let answer = bench.refresh(RefreshToken(text: String(letters), label: nil), at: .start)
    expectNoDifference(answer.outcome, .refused(.refreshUnknown, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test(arguments: Presenter.strangers)
  mutating func `a failed client authentication is refused`(_ presenter: Presenter) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, by: presenter, at: .start)
    expectNoDifference(
      answer.outcome, .refused(.clientAuthenticationFailed, .invalidClient, status: 401))
    #expect(bench.server == before)
  }

  @Test(arguments: [Presenter.television, .backend])
  mutating func `another client is refused`(_ presenter: Presenter) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, by: presenter, at: .start)
    expectNoDifference(answer.outcome, .refused(.clientMismatch, .invalidGrant))
    #expect(bench.server == before)
    #expect(bench.refresh(grant.refreshToken, at: .start).outcome.status == 200)
  }

  @Test mutating func `a token of a revoked family is refused`() throws {
    let grant = try bench.signIn()
    _ = bench.revoke(try #require(grant.refreshToken).text)
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, at: .start)
    expectNoDifference(answer.outcome, .refused(.familyRevoked, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test mutating func `a token of a disabled user is refused`() throws {
    let grant = try bench.signIn()
    bench.server.users[0].isEnabled = false
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, at: .start)
    expectNoDifference(answer.outcome, .refused(.userDisabled, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test mutating func `a spent token in grace gets the same successor`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.seconds(9)))
    expectNoDifference(
      answer.outcome,
      Outcome(
        status: 200,
        events: [
          .refreshTokenRetried(first, gave: second),
          .accessTokenIssued(
            AccessTokenID(index: 2), family: family, expiresAt: .at(.seconds(909))),
        ]))
    #expect(try answer.granted.refreshToken == grants[1].refreshToken)
  }

  @Test mutating func `a spent token is reuse and ends its family`() throws {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let answer = bench.refresh(grants[0].refreshToken, at: .at(.seconds(10)))
    expectNoDifference(
      answer.outcome,
      .refused(
        .reuseDetected(.graceOver), .invalidGrant,
        [.refreshTokenReused(first, family: family, .graceOver), .familyRevoked(family, .reuse)]))
    expectNoDifference(
      bench.refresh(grants[1].refreshToken, at: .at(.seconds(11))).outcome,
      .refused(.familyRevoked, .invalidGrant))
  }

  @Test mutating func `a scope beyond the grant is refused`() throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, scope: "read admin", at: .start)
    expectNoDifference(answer.outcome, .refused(.scopeRefused, .invalidScope))
    #expect(bench.server == before)
  }
}

extension Presenter {
  static let clients = [web, television, backend, backendByHeader, reports]

  /// Whoever names no client, or cannot show to be it.
  static let strangers = [
    nobody, web.with(bodySecret: "guess"), backend.with(bodySecret: "wrong"),
  ]
}
