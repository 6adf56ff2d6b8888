import CustomDump
import Testing

@testable import TokenCore

/// An API that asks how long ago the person signed in (RFC 9470), and a server that asks again.
struct StepUpTests {
  private static func bench(
    _ form: TokenForm = .selfContained, _ check: AccessTokenCheck = .signatureOnly,
    maxAge: TimeSpan? = .minutes(5)
  ) -> Bench {
    Bench(
      Policy(
        accessToken: AccessTokenPolicy(
          lifetime: .minutes(15), form: form, check: check, maxAge: maxAge),
        renewal: .refreshToken(
          RefreshPolicy(
            idleLifetime: nil, absoluteLifetime: nil,
            rotation: .rotating(onReuse: .revokeFamily, grace: .none)))))
  }

  private static let tooOld = Outcome.refused(
    .signInTooOld, .insufficientUserAuthentication, status: 401)

  static let places: [(TokenForm, AccessTokenCheck)] = [
    (.selfContained, .signatureOnly), (.selfContained, .introspection(cache: .zero)),
    (.selfContained, .denyList()), (.reference, .introspection(cache: .zero)),
    (.reference, .introspection(cache: .minutes(10))), (.reference, .sessionRecord),
  ]

  /// Signed in at 7.9 s: `auth_time` says 7 s, and just five minutes later is not yet too late.
  @Test(arguments: places)
  func `a call is served up to the age, and not past it`(
    _ form: TokenForm, _ check: AccessTokenCheck
  ) throws {
    var bench = Self.bench(form, check)
    let token = try bench.signIn(at: .at(.milliseconds(7900))).accessToken
    let end = TimeSpan.minutes(5) + .seconds(7)
    for (age, outcome) in [
      (end - .aMoment, Outcome(status: 200)), (end, Outcome(status: 200)),
      (end + .aMoment, Self.tooOld),
    ] {
      expectNoDifference(bench.call(token, at: .at(age)).outcome, outcome)
    }
  }

  @Test(arguments: places)
  func `no refresh makes a sign-in any less long ago`(
    _ form: TokenForm, _ check: AccessTokenCheck
  ) throws {
    var bench = Self.bench(form, check)
    let grants = try bench.refresh(
      try bench.signIn(), at: [2, 4, 6, 60, 600].map { .at(.minutes($0)) })
    for (grant, (minute, isServed)) in zip(
      grants, [(0, true), (2, true), (4, true), (6, false), (60, false), (600, false)])
    {
      let outcome = bench.call(grant.accessToken, at: .at(.minutes(Int64(minute)))).outcome
      expectNoDifference(outcome, isServed ? Outcome(status: 200) : Self.tooOld)
    }
  }

  @Test func `what lacks the scope is refused for that, whenever its person signed in`() throws {
    var bench = Self.bench()
    let token = try bench.signIn(scope: "read").accessToken
    let answer = bench.call(token, needing: "write", at: .at(.minutes(6)))
    #expect(answer.decision.denial?.reason == .scopeInsufficient)
    #expect(answer.response.maxAge == nil)
  }

  @Test func `the refusal says the age and both moments`() throws {
    var bench = Self.bench()
    let token = try bench.signIn().accessToken
    let answer = bench.call(token, at: .at(.minutes(6)))
    #expect(answer.response.maxAge == 300)
    #expect(
      answer.decision.denial?.facts.map(\.description) == [
        "auth_time 0:00.0", "max_age 5m", "now 6:00.0",
      ])
  }

  @Test func `introspection tells when the person signed in`() throws {
    var bench = Self.bench(.reference, .introspection(cache: .zero))
    let grant = try bench.signIn(at: .at(.milliseconds(7900)))
    let later = try bench.refresh(grant.refreshToken, at: .at(.minutes(9))).granted.accessToken
    for token in [grant.accessToken, later] {
      let told = bench.server.introspect(
        token.text, for: .resourceServer(audience: Bench.api), at: .at(.minutes(9)),
        Bench.cryptography)
      #expect(told?.authenticatedAt == NumericDate(.at(.seconds(7))))
    }
  }
}

/// `prompt` and `max_age` at the authorization endpoint (OpenID Connect Core §3.1.2.1).
struct PromptTests {
  private var bench = Bench(.rotating())

  private mutating func visit(
    _ prompt: Prompt?, _ maxAge: Int64?, with cookie: SessionCookie?, at now: Instant
  ) -> Answer<AuthorizationResponse> {
    bench.server.answer(
      AuthorizationRequest(
        clientID: "web", scope: Scope("read"),
        codeChallenge: codeChallenge(of: Bench.verifier, Bench.cryptography), userName: "alice",
        prompt: prompt, maxAge: maxAge, cookie: cookie),
      at: now, using: &bench.random, Bench.cryptography)
  }

  /// How the server came to its answer.
  private enum Way: String { case asked, session, refused }

  /// Signed in at 0:00.9, which counts as 0:00; the session is idle after thirty minutes.
  private static let rows: [(Prompt?, Int64?, TimeSpan, Way)] = [
    (nil, nil, .minutes(1), .asked), (.login, nil, .minutes(1), .asked),
    (.nobody, nil, .minutes(1), .session), (.nobody, nil, .minutes(31), .refused),
    (nil, 300, .minutes(5), .session), (nil, 300, .minutes(5) + .aMoment, .asked),
    (.login, 300, .minutes(1), .asked), (nil, 0, .seconds(1), .asked),
    (.nobody, 300, .minutes(5), .session), (.nobody, 300, .minutes(5) + .aMoment, .refused),
    (nil, 7200, .minutes(31), .asked), (.nobody, 7200, .minutes(31), .refused),
  ]

  @Test(arguments: rows.indices)
  mutating func `the person is asked where no session is recent enough`(_ index: Int) throws {
    let (prompt, maxAge, now, way) = Self.rows[index]
    let first = visit(nil, nil, with: nil, at: .at(.milliseconds(900))).response
    guard case .code(_, let cookie?) = first else { throw Unexpected("\(first)") }
    let answer = visit(prompt, maxAge, with: cookie, at: .at(now))
    let session = bench.server.ssoSessions[bench.server.ssoSessions.count - 1]
    switch (way, answer.response) {
    case (.asked, .code(_, _?)): #expect(session.authenticatedAt == .at(now))
    case (.session, .code(_, nil)): #expect(session.authenticatedAt == .at(.milliseconds(900)))
    case (.refused, .error(.loginRequired)): break
    default: Issue.record("\(way), \(answer.response)")
    }
  }

  @Test mutating func `without a session the person is asked, unless nobody may be`() {
    #expect(visit(nil, 300, with: nil, at: .start).decision.isAccepted)
    #expect(visit(.nobody, 300, with: nil, at: .start).response == .error(.loginRequired))
  }

  @Test mutating func `the refusal of a silent sign-in says how long ago the other was`() throws {
    guard case .code(_, let cookie) = visit(nil, nil, with: nil, at: .start).response else {
      throw Unexpected("no code")
    }
    let denial = visit(.nobody, 60, with: cookie, at: .at(.minutes(2))).decision.denial
    #expect(denial?.reason == .sessionTooOld)
    #expect(
      denial?.facts.map(\.description) == ["auth_time 0:00.0", "max_age 1m", "now 2:00.0"])
  }
}
