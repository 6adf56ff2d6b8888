import CustomDump
import Testing

@testable import TokenCore

/// Whom a token is for (RFC 7519 §4.1.3, RFC 9068 §4).
struct AudienceTests {
  private static let api = "https://api.example"
  private static let reports = "https://reports.example"

  private static let refusal = Outcome.refused(
    .tokenRefused(.wrongAudience), .invalidToken, status: 401)

  @Test(
    arguments: [
      ([api], api, true), ([api], reports, false), ([api, reports], api, true),
      ([api, reports], reports, true), ([reports], api, false),
      ([api], "https://api.example/", false), ([api], "https://API.example", false),
    ])
  func `a self-contained token opens the APIs that it names`(
    _ audiences: [String], _ server: String, _ isServed: Bool
  ) throws {
    var bench = Bench(.rotating(), audiences: audiences)
    let grant = try bench.signIn()
    let answer = bench.call(grant.accessToken, at: .start, of: server)
    expectNoDifference(answer.outcome, isServed ? Outcome(status: 200) : Self.refusal)
    guard !isServed else { return }
    #expect(answer.decision.lines.last?.check == .audienceIsUs)
    #expect(
      answer.decision.denial?.facts.map(\.description) == [
        "aud " + audiences.joined(separator: " "), "this is \(server)", "now 0:00.0",
        "verdict: wrong audience",
      ])
  }

  /// A handle says nothing: the server that gave it knows whom it is for.
  @Test(
    arguments: [AccessTokenCheck.introspection(cache: .zero), .allowList, .sessionRecord],
    [(api, true), (reports, false)])
  func `a handle opens the APIs that it was given for`(
    _ check: AccessTokenCheck, _ row: (String, Bool)
  ) throws {
    let access = AccessTokenPolicy(lifetime: .minutes(15), form: .reference, check: check)
    var bench = Bench(.rotating(access: access))
    let grant = try bench.signIn()
    let answer = bench.call(grant.accessToken, at: .start, of: row.0)
    expectNoDifference(answer.outcome, row.1 ? Outcome(status: 200) : Self.refusal)
  }

  /// The confusion of token types goes as far as the audience that both share.
  @Test(arguments: [(api, 200), (reports, 401)])
  func `an untyped refresh token is for whom the access token is for`(
    _ server: String, _ status: Int
  ) throws {
    var bench = Bench(
      Policy(
        accessToken: .quarterHour,
        renewal: .refreshToken(
          RefreshPolicy(
            form: .signed(isTyped: false), idleLifetime: nil, absoluteLifetime: .days(7),
            rotation: .reusable))))
    let token = try #require(bench.signIn().refreshToken)
    let answer = bench.call(AccessToken(text: token.text, label: nil), at: .start, of: server)
    #expect(answer.response.status == status)
  }

  /// What the server asks of its own tokens does not hang on which API comes first.
  @Test func `a token for another API than ours is revoked and re-issued as any other`() throws {
    let policy = Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(15), check: .denyList()),
      renewal: .reissue(ReissuePolicy(window: .days(1), anchor: .signIn, looksAtUser: true)))
    var bench = Bench(policy, audiences: [Self.reports, Self.api])
    let token = try bench.signIn().accessToken
    let again = bench.post(
      ["grant_type": TokenRequest.reissueGrantType, "access_token": token.text],
      at: .at(.minutes(20)))
    #expect(again.response.status == 200)
    let fresh = try again.granted.accessToken
    #expect(bench.revoke(fresh.text, at: .at(.minutes(21))).response == .success)
    #expect(bench.call(fresh, at: .at(.minutes(21)), of: Self.reports).response.status == 401)
  }
}
