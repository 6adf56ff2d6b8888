import CustomDump
import Testing

@testable import TokenCore

/// The authorization code grant with PKCE (RFC 6749 §4.1, RFC 7636).
struct CodeGrantTests {
  var bench = Bench(.rotating())

  @Test mutating func `a code opens a family and gives the first tokens`() throws {
    let code = try bench.authorize(at: .at(.seconds(1)))
    let now = Instant.at(.seconds(2))
    let answer = bench.exchange(code, at: now)
    let family = FamilyID(index: 0)
    expectNoDifference(
      answer.outcome,
      Outcome(
        status: 200,
        events: [
          .familyStarted(family, user: bench.alice),
          .accessTokenIssued(
            AccessTokenID(index: 0), family: family, expiresAt: now + .minutes(15)),
          .refreshTokenIssued(
            RefreshTokenID(index: 0), family: family, generation: 1, expiresAt: now + .days(7)),
        ]))
    let grant = try answer.granted
    #expect(grant.expiresIn == 900)
    #expect(grant.scope == Scope("read write"))
    #expect(bench.server.families.map(\.startedAt) == [now])
  }

  @Test(arguments: [
    ("code", ""), ("code_verifier", ""), ("code", nil), ("code_verifier", nil),
    ("grant_type", nil),
  ])
  mutating func `a parameter that is empty or left out is malformed`(
    _ name: String, _ value: String?
  ) throws {
    let complete: Form = [
      "grant_type": "authorization_code", "code": try bench.authorize(),
      "code_verifier": Bench.verifier,
    ]
    var form = Form(complete.parameters.filter { $0.name != name })
    if let value { form.append(name, value) }
    try expectRefused(.requestMalformed, .invalidRequest, { $0.post(form) })
  }

  @Test(arguments: ["code", "code_verifier", "client_id"])
  mutating func `a doubled parameter is malformed`(_ name: String) throws {
    let values = [
      "code": try bench.authorize(), "code_verifier": Bench.verifier, "client_id": "web",
    ]
    let form: Form = [
      "grant_type": "authorization_code", "code": values["code"] ?? "",
      "code_verifier": Bench.verifier, "client_id": "web", name: values[name] ?? "",
    ]
    try expectRefused(.requestMalformed, .invalidRequest, { $0.post(form, by: .nobody) })
  }

  @Test(arguments: [Presenter.nobody, .web.with(bodySecret: "x")])
  mutating func `a failed client authentication is refused`(_ presenter: Presenter) throws {
    let code = try bench.authorize()
    try expectRefused(.clientAuthenticationFailed, .invalidClient, status: 401) {
      $0.exchange(code, by: presenter)
    }
  }

  @Test mutating func `an unknown code is refused`() throws {
    let code = try bench.authorize()
    try expectRefused(.codeUnknown, .invalidGrant) { $0.exchange(code + "A") }
  }

  @Test mutating func `a code is unknown to every other client`() throws {
    let code = try bench.authorize()
    try expectRefused(.codeUnknown, .invalidGrant) { $0.exchange(code, by: .television) }
    #expect(bench.exchange(code).outcome.status == 200)
  }

  @Test(arguments: [
    "another-verifier", Bench.verifier + "A", String(Bench.verifier.dropLast()),
    "A-verifier-that-only-the-client-knows-0123456",
  ])
  mutating func `a wrong verifier is refused and leaves the code good`(
    _ verifier: String
  ) throws {
    let code = try bench.authorize()
    try expectRefused(.verifierMismatch, .invalidGrant) { $0.exchange(code, verifier: verifier) }
    #expect(bench.exchange(code).outcome.status == 200)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  mutating func `a code is good for a minute, but not at its end`(
    _ offset: Int64, _ isGood: Bool
  ) throws {
    let code = try bench.authorize(at: .at(.seconds(5)))
    let answer = bench.exchange(code, at: .at(.seconds(65) + .milliseconds(offset)))
    #expect(answer.decision.denial?.reason == (isGood ? nil : .codeExpired))
    #expect(answer.response.status == (isGood ? 200 : 400))
    #expect(bench.server.families.count == (isGood ? 1 : 0))
  }

  @Test mutating func `a person who was disabled meanwhile gets no tokens`() throws {
    let code = try bench.authorize()
    bench.server.users[0].isEnabled = false
    try expectRefused(.userDisabled, .invalidGrant) { $0.exchange(code) }
  }

  @Test func `a server without refresh tokens gives none`() throws {
    var bench = Bench(.withoutRefresh)
    let code = try bench.authorize()
    let grant = try bench.exchange(code).granted
    #expect(grant.refreshToken == nil)
    #expect(bench.server.refreshTokens.isEmpty)
  }

  /// RFC 7636 Appendix B, end to end.
  @Test mutating func `the example verifier fits the example challenge`() throws {
    let request = AuthorizationRequest(
      clientID: "web", scope: Scope("read"),
      codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", userName: "alice")
    let answer = bench.server.answer(
      request, at: .start, using: &bench.random, Bench.cryptography)
    guard case .code(let code, _) = answer.response else { throw Unexpected("\(answer.response)") }
    let exchanged = bench.exchange(
      code, verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    #expect(exchanged.outcome.status == 200)
  }

  private mutating func expectRefused(
    _ reason: DenialReason, _ error: ErrorCode, status: Int = 400,
    _ ask: (inout Bench) throws -> Answer<TokenResponse>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = bench.server
    let answer = try ask(&bench)
    #expect(
      answer.outcome == .refused(reason, error, status: status), sourceLocation: sourceLocation)
    #expect(bench.server == before, sourceLocation: sourceLocation)
  }
}
