import CustomDump
import Testing

@testable import TokenCore

/// Scope on refresh (RFC 6749 §6): the access token may get less, the refresh token never does.
struct RefreshScopeTests {
  var bench = Bench(.rotating(grace: .tenSeconds(.newBranch)))

  @Test(arguments: ["read", "write", "write read", "read write", "read read"])
  mutating func `a scope within the grant narrows the access token only`(
    _ scope: String
  ) throws {
    let grant = try bench.signIn()
    let narrow = try bench.refresh(grant.refreshToken, scope: scope, at: .start).granted
    #expect(narrow.scope == Scope(scope))
    for needed in ["read", "write"] {
      let status = bench.call(narrow.accessToken, needing: needed, at: .start).response.status
      #expect(status == (Scope(scope).contains(needed) ? 200 : 403))
    }
    let full = try bench.refresh(narrow.refreshToken, at: .start).granted
    #expect(full.scope == Scope("read write"))
    #expect(bench.call(full.accessToken, needing: "write", at: .start).response.status == 200)
  }

  @Test(arguments: ["admin", "read admin", "READ", "read,write", "caf\u{e9}", " ", "   "])
  mutating func `a scope beyond the grant is refused and spends nothing`(
    _ scope: String
  ) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.refresh(grant.refreshToken, scope: scope, at: .at(.seconds(1)))
    expectNoDifference(answer.outcome, .refused(.scopeRefused, .invalidScope))
    #expect(bench.server == before)
    #expect(bench.refresh(grant.refreshToken, at: .at(.seconds(2))).outcome.status == 200)
  }

  @Test mutating func `a narrowed scope cannot be widened beyond the sign-in`() throws {
    let grant = try bench.signIn(scope: "read")
    let answer = bench.refresh(grant.refreshToken, scope: "read write", at: .start)
    expectNoDifference(answer.outcome, .refused(.scopeRefused, .invalidScope))
  }

  @Test mutating func `a retry in grace that asks too much is refused and changes nothing`() throws
  {
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let before = bench.server
    let answer = bench.refresh(grants[0].refreshToken, scope: "admin", at: .at(.seconds(5)))
    expectNoDifference(answer.outcome, .refused(.scopeRefused, .invalidScope))
    #expect(bench.server == before)
  }
}
