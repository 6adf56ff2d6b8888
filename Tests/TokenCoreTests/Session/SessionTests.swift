import Testing

@testable import TokenCore

/// A browser's session at the authorization server: when it answers for its person, and for how long.
struct SessionTests {
  private var bench = Bench(.rotating())

  /// A browser that goes to the authorization endpoint; silent where no name is given.
  private mutating func visit(
    _ name: String? = nil, with cookie: SessionCookie?, at now: Instant = .start
  ) -> AuthorizationResponse {
    bench.server.answer(
      AuthorizationRequest(
        clientID: "web", scope: Scope("read"),
        codeChallenge: codeChallenge(of: Bench.verifier, Bench.cryptography), userName: name ?? "",
        prompt: name == nil ? .nobody : nil, cookie: cookie),
      at: now, using: &bench.random, Bench.cryptography
    ).response
  }

  private mutating func signIn(
    _ name: String = "alice", with cookie: SessionCookie? = nil, at now: Instant = .start
  ) throws -> (code: String, cookie: SessionCookie) {
    guard case .code(let code, let cookie?) = visit(name, with: cookie, at: now) else {
      throw Unexpected("no cookie")
    }
    return (code, cookie)
  }

  private mutating func logOut(_ cookie: SessionCookie?, at now: Instant) -> [ServerEvent] {
    bench.server.answer(EndSessionRequest(cookie: cookie), at: now, Bench.cryptography).events
  }

  private func authenticationTime(_ token: AccessToken) -> NumericDate? {
    let expectation = AccessTokenExpectation(
      issuer: Bench.issuer, audience: Bench.api, keys: bench.server.publishedKeys,
      leeway: .days(1))
    guard
      case .accepted(let claims) = Bench.cryptography.verify(
        token.text, against: expectation, at: NumericDate(.start))
    else { return nil }
    return claims.authenticatedAt
  }

  /// Just before, at and just after each boundary; the idle one moves with use, the absolute one not.
  @Test(
    arguments: [
      ([30 * 60_000 - 1], true), ([30 * 60_000], false), ([30 * 60_000 + 1], false),
      ([29 * 60_000, 58 * 60_000], true), ([29 * 60_000, 59 * 60_000], false),
      (Array(stride(from: 25 * 60_000, to: 600 * 60_000, by: 25 * 60_000)) + [599 * 60_000], true),
      (Array(stride(from: 25 * 60_000, to: 600 * 60_000, by: 25 * 60_000)) + [600 * 60_000], false),
    ] as [([Int], Bool)])
  mutating func `a session answers until it is idle or too old`(
    _ moments: [Int], _ answers: Bool
  ) throws {
    let cookie = try signIn().cookie
    var last: AuthorizationResponse?
    for moment in moments { last = visit(with: cookie, at: .at(.milliseconds(Int64(moment)))) }
    if answers {
      guard case .code(_, nil)? = last else { throw Unexpected("\(String(describing: last))") }
    } else {
      #expect(last == .error(.loginRequired))
    }
  }

  @Test mutating func `without a cookie, or with one that nobody was given, nobody is known`()
    throws
  {
    let before = bench.server
    #expect(visit(with: nil) == .error(.loginRequired))
    #expect(visit(with: SessionCookie(text: "guessed", label: nil)) == .error(.loginRequired))
    #expect(bench.server == before)
  }

  @Test mutating func `auth_time is when the person authenticated, whoever asks for tokens later`()
    throws
  {
    let cookie = try signIn(at: .at(.seconds(7))).cookie
    guard case .code(let code, _) = visit(with: cookie, at: .at(.minutes(20))) else {
      throw Unexpected("no code")
    }
    let grant = try bench.exchange(code, at: .at(.minutes(20))).granted
    let next = try bench.refresh(grant.refreshToken, at: .at(.minutes(40))).granted
    for token in [grant.accessToken, next.accessToken] {
      #expect(authenticationTime(token) == NumericDate(.at(.seconds(7))))
    }
  }

  @Test mutating func `who authenticates again has another cookie, and the old one opens nothing`()
    throws
  {
    let old = try signIn().cookie
    let new = try signIn(with: old, at: .at(.minutes(9))).cookie
    #expect(bench.server.ssoSessions.count == 1)
    #expect(visit(with: old, at: .at(.minutes(10))) == .error(.loginRequired))
    guard case .code = visit(with: new, at: .at(.minutes(38))) else { throw Unexpected("no code") }
  }

  @Test mutating func `another person in the same browser has a session of their own`() throws {
    let cookie = try signIn().cookie
    _ = try signIn("bob", with: cookie)
    #expect(bench.server.ssoSessions.map(\.user) == [bench.alice, bench.bob])
  }

  @Test(arguments: [true, false])
  mutating func `a logout at the server ends what came of the session where the policy says so`(
    _ endsFamilies: Bool
  ) throws {
    bench.server.policy.sso.endsFamilies = endsFamilies
    let first = try signIn()
    let other = try signIn("bob")
    let grants = try [first.code, other.code].map { try bench.exchange($0).granted }
    let events = logOut(first.cookie, at: .at(.minutes(1)))
    #expect(events.first == .sessionEnded(SSOSessionID(index: 0), .logout))
    let usable = grants.map { bench.isUsable($0.refreshToken, at: .at(.minutes(2))) }
    #expect(usable == [!endsFamilies, true])
    #expect(visit(with: first.cookie, at: .at(.minutes(2))) == .error(.loginRequired))
    #expect(logOut(first.cookie, at: .at(.minutes(3))) == [])
  }

  /// Whatever ends the session between the two: the code is no way round it.
  @Test(arguments: 0..<3)
  mutating func `a code is refused once its session was ended`(_ way: Int) throws {
    let (code, cookie) = try signIn()
    let now = Instant.at(.seconds(1))
    switch way {
    case 0: _ = logOut(cookie, at: now)
    case 1: _ = bench.server.changePassword(of: bench.alice, revoking: true, at: now)
    default:
      _ = bench.server.disable(bench.alice, at: now)
      _ = bench.server.enable(bench.alice)
    }
    let answer = bench.exchange(code, at: .at(.seconds(2)))
    #expect(answer.decision.denial?.reason == .codeSessionEnded)
    #expect(answer.response == .error(.invalidGrant, status: 400))
    #expect(bench.server.families.isEmpty)
  }

  @Test mutating func `a session whose time is over takes no code back`() throws {
    bench.server.policy.sso.idle = .seconds(5)
    let code = try signIn().code
    #expect(bench.exchange(code, at: .at(.seconds(30))).decision.isAccepted)
  }

  @Test(arguments: [true, false])
  mutating func `a newer sign-in ends the older session where a person may have one`(
    _ isOne: Bool
  ) throws {
    bench.server.policy.sso.onePerPerson = isOne
    let older = try signIn()
    let grant = try bench.exchange(older.code).granted
    let other = try signIn("bob")
    let newer = try signIn(at: .at(.seconds(9)))
    let known = [older, other, newer].map {
      visit(with: $0.cookie, at: .at(.seconds(10))) != .error(.loginRequired)
    }
    #expect(known == [!isOne, true, true])
    #expect(bench.isUsable(grant.refreshToken, at: .at(.seconds(10))) == !isOne)
  }

  /// An old password that ends nothing leaves the cookie good, too.
  @Test mutating func `a password change without revocation leaves the session`() throws {
    let cookie = try signIn().cookie
    _ = bench.server.changePassword(of: bench.alice, revoking: false, at: .at(.seconds(1)))
    guard case .code = visit(with: cookie, at: .at(.seconds(2))) else { throw Unexpected("none") }
  }

  @Test(arguments: [ReuseResponse.revokeFamily, .revokeUserOnClient, .revokeUser])
  mutating func `a reuse ends the session only where it ends everything of the user's`(
    _ response: ReuseResponse
  ) throws {
    bench.server.policy.renewal = .refreshToken(
      RefreshPolicy(
        idleLifetime: nil, absoluteLifetime: nil,
        rotation: .rotating(onReuse: response, grace: .none)))
    let (code, cookie) = try signIn()
    let grant = try bench.exchange(code).granted
    for second in [1, 2] { _ = bench.refresh(grant.refreshToken, at: .at(.seconds(Int64(second)))) }
    let isKnown = visit(with: cookie, at: .at(.seconds(3))) != .error(.loginRequired)
    #expect(isKnown == (response != .revokeUser))
  }
}
