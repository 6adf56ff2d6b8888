import CustomDump
import Testing

@testable import TokenCore

/// What a role makes of the scope that a client asks for (RFC 6749 §3.3, §6).
struct RoleTests {
  private static let wanted = "read write admin"

  private static func admins(_ policy: Policy) -> Bench {
    var bench = Bench(policy)
    _ = bench.server.setRole(of: bench.alice, isAdmin: true)
    return bench
  }

  @Test(arguments: [(true, "read write admin"), (false, "read write")])
  func `a sign-in grants what the person may do`(_ isAdmin: Bool, _ granted: String) throws {
    var bench = Bench(.rotating())
    _ = bench.server.setRole(of: bench.alice, isAdmin: isAdmin)
    let grant = try bench.signIn(scope: Self.wanted)
    #expect(grant.scope == Scope(granted))
    #expect(bench.server.families[0].scope == Scope(granted))
    let status = bench.call(grant.accessToken, needing: "admin", at: .start).response.status
    #expect(status == (isAdmin ? 200 : 403))
  }

  @Test func `a lost role narrows at the next refresh, and a role regained comes back`() throws {
    var bench = Self.admins(.rotating())
    let first = try bench.signIn(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    let second = try bench.refresh(first.refreshToken, at: .start).granted
    #expect(second.scope == Scope("read write"))
    _ = bench.server.setRole(of: bench.alice, isAdmin: true)
    let third = try bench.refresh(second.refreshToken, at: .start).granted
    #expect(third.scope == Scope(Self.wanted))
  }

  @Test func `a new role takes a new sign-in, for a refresh never exceeds the grant`() throws {
    var bench = Bench(.rotating())
    let before = try bench.signIn(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: true)
    let refreshed = try bench.refresh(before.refreshToken, at: .start).granted
    #expect(refreshed.scope == Scope("read write"))
    let asking = bench.refresh(refreshed.refreshToken, scope: Self.wanted, at: .start)
    expectNoDifference(asking.outcome, .refused(.scopeRefused, .invalidScope))
    #expect(try bench.signIn(scope: Self.wanted).scope == Scope(Self.wanted))
  }

  @Test func `a role that is lost between code and token is not granted`() throws {
    var bench = Self.admins(.rotating())
    let code = try bench.authorize(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    #expect(try bench.exchange(code).granted.scope == Scope("read write"))
    #expect(bench.server.families[0].scope == Scope("read write"))
  }

  @Test(arguments: ["", "  ", "admin", "admin admin"])
  func `a sign-in for nothing that may be granted is an invalid scope`(_ scope: String) {
    var bench = Bench(.rotating())
    let request = AuthorizationRequest(
      clientID: "web", scope: Scope(scope), codeChallenge: "c", userName: "alice")
    let answer = bench.server.answer(
      request, at: .start, using: &bench.random, Bench.cryptography)
    #expect(answer.response == .error(.invalidScope))
    #expect(answer.decision.denial?.reason == .scopeNotPermitted)
    #expect(bench.server.codes.isEmpty)
  }

  @Test func `a client that loses a scope goes without from the next token on`() throws {
    var bench = Bench(.rotating())
    let first = try bench.signIn()
    let web = RegistrationID(index: 0)
    let events = bench.server.withdraw(scope: "write", from: web)
    #expect(events == [.scopeWithdrawn("write", from: web)])
    #expect(bench.call(first.accessToken, needing: "write", at: .start).response.status == 200)
    let second = try bench.refresh(first.refreshToken, at: .start).granted
    #expect(second.scope == Scope("read"))
    #expect(try bench.signIn("bob").scope == Scope("read"))
    #expect(try bench.signIn(on: .television).scope == Scope("read write"))
  }

  @Test func `a client that has lost all of a scope gets no token for nothing`() throws {
    var bench = Bench(.rotating())
    let grant = try bench.signIn(scope: "write")
    _ = bench.server.withdraw(scope: "write", from: RegistrationID(index: 0))
    let answer = bench.refresh(grant.refreshToken, at: .start)
    expectNoDifference(answer.outcome, .refused(.scopeNotPermitted, .invalidScope))
  }

  @Test func `a code for a lost role gets no token for nothing`() throws {
    var bench = Self.admins(.rotating())
    let code = try bench.authorize(scope: "admin")
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    let answer = bench.exchange(code)
    expectNoDifference(answer.outcome, .refused(.scopeNotPermitted, .invalidScope))
    #expect(bench.server.families.isEmpty)
  }

  @Test func `a refresh for a lost role is refused, and spends nothing`() throws {
    var bench = Self.admins(.rotating())
    let grant = try bench.signIn(scope: "admin")
    let wide = try bench.signIn(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    let before = bench.server
    for answer in [
      bench.refresh(grant.refreshToken, at: .start),
      bench.refresh(wide.refreshToken, scope: "admin", at: .start),
    ] {
      expectNoDifference(answer.outcome, .refused(.scopeNotPermitted, .invalidScope))
    }
    #expect(bench.server == before)
  }

  private static func reissue(looksAtUser: Bool) -> Policy {
    Policy(
      accessToken: .quarterHour,
      renewal: .reissue(
        ReissuePolicy(window: .days(1), anchor: .lastIssue, looksAtUser: looksAtUser)))
  }

  private static func reissued(
    _ token: AccessToken, _ bench: inout Bench, at now: Instant
  ) -> Answer<TokenResponse> {
    bench.post(
      ["grant_type": TokenRequest.reissueGrantType, "access_token": token.text], at: now)
  }

  /// Without a look at the user's row the old token is all that the server goes by, and costs nothing.
  @Test(arguments: [(true, "read write", 1), (false, "read write admin", 0)])
  func `a re-issue narrows where the user's row is read, and nowhere else`(
    _ looksAtUser: Bool, _ scope: String, _ reads: Int
  ) throws {
    var bench = Self.admins(Self.reissue(looksAtUser: looksAtUser))
    let grant = try bench.signIn(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    let answer = Self.reissued(grant.accessToken, &bench, at: .at(.minutes(20)))
    #expect(try answer.granted.scope == Scope(scope))
    #expect(answer.cost == StoreCost(reads: reads, writes: 0))
  }

  @Test(arguments: [true, false])
  func `a re-issue gives no more than the old token has`(_ looksAtUser: Bool) throws {
    var bench = Self.admins(Self.reissue(looksAtUser: looksAtUser))
    let grant = try bench.signIn(scope: "read")
    let answer = Self.reissued(grant.accessToken, &bench, at: .at(.minutes(20)))
    #expect(try answer.granted.scope == Scope("read"))
  }

  /// A server that keeps no rows reads none, and so hears of no lost role.
  @Test(arguments: [
    (RefreshForm.opaque, "read write", 3), (.signed(isTyped: true), "read write admin", 0),
  ])
  func `a refresh reads the role where there are rows`(
    _ form: RefreshForm, _ scope: String, _ reads: Int
  ) throws {
    var bench = Self.admins(
      Policy(
        accessToken: .quarterHour,
        renewal: .refreshToken(
          RefreshPolicy(
            form: form, idleLifetime: nil, absoluteLifetime: .days(7), rotation: .reusable))))
    let grant = try bench.signIn(scope: Self.wanted)
    _ = bench.server.setRole(of: bench.alice, isAdmin: false)
    let answer = bench.refresh(grant.refreshToken, at: .at(.minutes(20)))
    #expect(try answer.granted.scope == Scope(scope))
    #expect(answer.cost.reads == reads)
  }
}
