import CustomDump
import Testing

@testable import TokenCore

/// A code that comes back (RFC 6749 §4.1.2, §10.5; OAuth 2.1 §7.5.2).
struct CodeReplayTests {
  var bench = Bench(.rotating())

  @Test(arguments: [TimeSpan.seconds(1), .minutes(2), .days(3)])
  mutating func `a replayed code ends what its first use gave`(_ span: TimeSpan) throws {
    let code = try bench.authorize()
    let grants = try bench.refresh(bench.exchange(code).granted, at: [.at(.seconds(1))])
    let answer = bench.exchange(code, at: .at(span))
    expectNoDifference(
      answer.outcome,
      .refused(
        .codeUsed, .invalidGrant, [.familyRevoked(FamilyID(index: 0), .codeReplayed)]))
    let refused = bench.refresh(grants[1].refreshToken, at: .at(span))
    #expect(refused.decision.denial?.reason == .familyRevoked)
  }

  @Test mutating func `the second replay finds nothing left to end`() throws {
    let code = try bench.authorize()
    _ = bench.exchange(code)
    _ = bench.exchange(code)
    let before = bench.server
    expectNoDifference(bench.exchange(code).outcome, .refused(.codeUsed, .invalidGrant))
    #expect(bench.server == before)
  }

  @Test mutating func `a replay without the verifier ends nothing`() throws {
    let code = try bench.authorize()
    let grant = try bench.exchange(code).granted
    let before = bench.server
    let answer = bench.exchange(code, verifier: "a-guess-by-somebody-who-saw-only-the-code")
    expectNoDifference(answer.outcome, .refused(.verifierMismatch, .invalidGrant))
    #expect(bench.server == before)
    #expect(bench.isUsable(grant.refreshToken, at: .start))
  }

  @Test(arguments: [Presenter.television, .nobody, .backend])
  mutating func `a replay by another client ends nothing`(_ presenter: Presenter) throws {
    let code = try bench.authorize()
    let grant = try bench.exchange(code).granted
    let before = bench.server
    #expect(bench.exchange(code, by: presenter).events == [])
    #expect(bench.server == before)
    #expect(bench.isUsable(grant.refreshToken, at: .start))
  }

  @Test mutating func `a replay spares the person's other sign-ins`() throws {
    let code = try bench.authorize()
    _ = bench.exchange(code)
    let other = try bench.signIn()
    _ = bench.exchange(code)
    #expect(bench.server.families.map(\.isRevoked) == [true, false])
    #expect(bench.isUsable(other.refreshToken, at: .start))
  }
}
