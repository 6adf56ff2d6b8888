import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Requests by hand that use what an answer brought, prove something, or come from a browser.
struct VisitorTests {
  private typealias Request = ExplicitRequest

  private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  private static let client = Request.Parameter("client_id", .text(Client.clientID))

  private static func signIn(
    _ keeps: [Request.Part: String], cookie: Request.Cookie? = nil, isSilent: Bool = false
  ) -> Command {
    .visitor(
      Request(
        endpoint: .authorization,
        parameters: [
          client, .init("scope", .text("read")),
          .init("code_challenge", .text("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")),
          .init("code_challenge_method", .text("S256")),
        ] + (isSilent ? [.init("prompt", .text("none"))] : []), cookie: cookie, keeps: keeps))
  }

  private static func exchange(
    _ keeps: [Request.Part: String], proof: Request.Proof? = nil
  ) -> Command {
    .visitor(
      Request(
        endpoint: .token,
        parameters: [
          .init("grant_type", .text("authorization_code")), .init("code", .kept("code")), client,
          .init("code_verifier", .text(verifier)),
        ], proof: proof, keeps: keeps))
  }

  private static func refresh(
    _ name: String, _ keeps: [Request.Part: String] = [:], proof: Request.Proof? = nil
  ) -> Command {
    .visitor(
      Request(
        endpoint: .token,
        parameters: [
          .init("grant_type", .text("refresh_token")), .init("refresh_token", .kept(name)), client,
        ], proof: proof, keeps: keeps))
  }

  private static func call(
    _ name: String, proof: Request.Proof? = nil, headers: [Request.Header] = []
  ) -> Command {
    .visitor(
      Request(
        endpoint: .api, parameters: [.init("token", .kept(name))], proof: proof, headers: headers))
  }

  /// What the visitor was answered, in short: the status, and why it was refused.
  private func answers(_ run: Run) -> [String] {
    run.exchanges.filter { $0.exchange.from == .visitor }.map { _, exchange in
      let denial = exchange.decision.denial
      return ["\(exchange.status)", exchange.error?.rawValue, denial?.reason.detail]
        .compactMap(\.self).joined(separator: " ")
    }
  }

  private func played(_ strategy: Strategy, _ script: [(TimeSpan, Command)]) -> Run {
    var run = Run(strategy)
    run.play(script)
    return run
  }

  @Test func `what an answer brings goes by its name until a later one takes its place`() {
    let run = played(
      .rotationStrict,
      [
        (.zero, Self.signIn([.code: "code"])),
        (.seconds(10), Self.exchange([.accessToken: "mine", .refreshToken: "r"])),
        (.seconds(20), Self.call("mine")),
        (.seconds(30), Self.refresh("r", [.refreshToken: "r"])),
        (.seconds(40), Self.refresh("r", [.refreshToken: "other"])),
        (.seconds(50), Self.refresh("r")),
      ])
    #expect(
      answers(run) == ["302", "200", "200", "200", "200", "400 invalid_grant reuse_detected"])
    #expect(run.refusals.isEmpty)
  }

  @Test func `a name that no answer has filled is told, and nothing is sent`() {
    let run = played(
      .rotationStrict,
      [
        (.zero, Self.signIn([.code: "code"])), (.zero, Self.exchange([.refreshToken: "r"])),
        (.seconds(1), Self.refresh("r", [.accessToken: "mine"])),
        (.seconds(2), Self.call("mine")),
      ])
    #expect(
      run.refusals == [
        "no answer has brought code", "no answer has brought r", "no answer has brought mine",
      ])
    #expect(answers(run) == ["302"])
  }

  /// Both tokens are bound to the key that the code was exchanged with.
  private static var bound: Strategy {
    var policy = Strategy.boundEverything.policy
    policy.proofNonce = nil
    return Strategy(
      id: "bound", summary: "", origin: "", policy: policy, habit: Strategy.boundEverything.habit)
  }

  private static func proof(_ change: (inout Request.Proof) -> Void = { _ in }) -> Request.Proof {
    var proof = Request.Proof(key: .named("mine"))
    change(&proof)
    return proof
  }

  static let calls: [(ExplicitRequest.Proof?, [ExplicitRequest.Header], String)] = [
    (proof(), [], "200"),
    (nil, [], "401 invalid_token access_token_binding_required"),
    (proof { $0.key = .named("other") }, [], "401 invalid_token access_token_binding_required"),
    (proof { $0.method = "POST" }, [], "401 invalid_dpop_proof wrong_htm"),
    (proof { $0.target = "https://elsewhere.example/me" }, [], "401 invalid_dpop_proof wrong_htu"),
    (proof { $0.target = "https://api.example/me?a=b" }, [], "200"),
    (proof { $0.clockOffset = .seconds(-61) }, [], "401 invalid_dpop_proof too_old"),
    (proof { $0.clockOffset = .seconds(-59) }, [], "200"),
    (proof { $0.clockOffset = .seconds(61) }, [], "401 invalid_dpop_proof issued_in_future"),
    (proof { $0.clockOffset = .days(3650) }, [], "401 invalid_dpop_proof issued_in_future"),
    (proof { $0.accessToken = "x" }, [], "401 invalid_dpop_proof wrong_ath"),
    (proof { $0.accessToken = "" }, [], "401 invalid_dpop_proof missing_claim"),
    (proof { $0.proofID = "" }, [], "401 invalid_dpop_proof claim_type"),
    (
      proof { $0.proofID = String(repeating: "x", count: 257) }, [],
      "401 invalid_dpop_proof jti_too_long"
    ),
    (proof { $0.nonce = "nobody asked for one" }, [], "200"),
    (nil, [.init("dpop", "nonsense")], "401 invalid_dpop_proof malformed"),
    (proof(), [.init("DPoP", "nonsense")], "401 invalid_dpop_proof malformed"),
    (proof(), [.init("X-Request-ID", "1")], "200"),
  ]

  @Test(arguments: calls)
  func `a proof is as the server wants it but for what is said`(
    proof: ExplicitRequest.Proof?, headers: [ExplicitRequest.Header], expected: String
  ) {
    let run = played(
      Self.bound,
      [
        (.zero, Self.signIn([.code: "code"])),
        (.seconds(10), Self.exchange([.accessToken: "mine"], proof: Self.proof())),
        (.minutes(2), Self.call("mine", proof: proof, headers: headers)),
      ])
    #expect(answers(run).last == expected)
  }

  @Test func `a refresh takes the key of the sign-in, and the same proof once`() {
    let once = Self.proof { $0.proofID = "once" }
    let run = played(
      Self.bound,
      [
        (.zero, Self.signIn([.code: "code"])),
        (.seconds(10), Self.exchange([.refreshToken: "r"], proof: once)),
        (.seconds(20), Self.refresh("r", proof: once)),
        (.seconds(30), Self.refresh("r", proof: Self.proof { $0.key = .named("other") })),
        (.seconds(40), Self.refresh("r")),
        (.seconds(50), Self.refresh("r", proof: Self.proof())),
      ])
    #expect(
      answers(run).suffix(4) == [
        "400 invalid_dpop_proof replayed", "400 invalid_grant proof_by_another_key",
        "400 invalid_dpop_proof missing", "200",
      ])
  }

  @Test func `the key on a device signs for whoever is there, where there is one`() {
    let call = Command.visitor(
      Request(
        endpoint: .api, parameters: [.init("token", .accessToken(of: .laptop))],
        proof: .init(key: .device(.laptop))))
    let script: [(TimeSpan, Command)] = [
      (.zero, .client(.laptop, .signIn)), (.minutes(1), call),
    ]
    #expect(answers(played(Self.bound, script)) == ["200"])
    let unbound = played(.rotationStrict, script)
    #expect(unbound.refusals == ["alice@laptop has no key to make a proof with"])
  }

  @Test func `a nonce that came with a refusal is in the next proof unless it says another`() {
    let call = Self.call("mine", proof: Self.proof())
    let run = played(
      .boundEverything,
      [
        (.zero, Self.signIn([.code: "code"])),
        (.seconds(1), Self.exchange([.accessToken: "mine"], proof: Self.proof())),
        (.seconds(2), Self.exchange([.accessToken: "mine"], proof: Self.proof())),
        (.seconds(3), call), (.seconds(4), call),
        (.seconds(5), Self.call("mine", proof: Self.proof { $0.nonce = "guessed" })),
        (.seconds(6), Self.call("mine", proof: Self.proof { $0.nonce = "" })),
        (.seconds(7), Self.call("mine", proof: Self.proof { $0.clockOffset = .hours(-1) })),
      ])
    #expect(
      answers(run).map { $0.prefix(3) } == ["302", "400", "200", "401", "200", "401", "401", "200"])
    #expect(answers(run)[5].contains("use_dpop_nonce"))
  }

  @Test func `a browser that has signed in is known by its cookie`() {
    let run = played(
      .rotationStrict,
      [
        (.zero, .client(.laptop, .signIn)), (.seconds(1), Self.signIn([.cookie: "browser"])),
        (.seconds(2), Self.signIn([:], cookie: .kept("browser"), isSilent: true)),
        (.seconds(3), Self.signIn([:], cookie: .browser(.laptop), isSilent: true)),
        (.seconds(4), Self.signIn([:], cookie: .text("guessed"), isSilent: true)),
        (.seconds(5), Self.signIn([:], isSilent: true)),
      ])
    #expect(
      answers(run) == [
        "302", "302", "302", "302 login_required sso_session_missing",
        "302 login_required sso_session_missing",
      ])
  }

  @Test func `a session's cookie opens its API, and no other API reads one`() {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(
      SessionPolicy(idle: .minutes(30), absolute: .hours(8), asksForHeader: true))
    let strategy = Strategy(
      id: "asking", summary: "", origin: "", policy: policy, habit: Strategy.serverSession.habit)
    func call(_ cookie: Request.Cookie, _ headers: [Request.Header] = []) -> Command {
      .visitor(Request(endpoint: .api, parameters: [], cookie: cookie, headers: headers))
    }
    let script: [(TimeSpan, Command)] = [
      (.zero, .client(.laptop, .signIn)), (.seconds(5), Self.signIn([.code: "code"])),
      (.seconds(10), Self.exchange([.cookie: "session"])),
      (.seconds(20), call(.kept("session"))),
      (.seconds(30), call(.kept("session"), [.init("x-csrf", "1")])),
      (.seconds(40), call(.browser(.laptop), [.init("X-CSRF", "1")])),
      (.seconds(50), call(.text("guessed"), [.init("X-CSRF", "1")])),
    ]
    #expect(
      answers(played(strategy, script)) == [
        "302", "200", "403 own_page_unproven", "200", "200", "401 access_token_revoked",
      ])
    let bearers = played(.rotationStrict, script)
    #expect(answers(bearers).suffix(2) == ["401 credentials_missing", "401 credentials_missing"])
    #expect(bearers.refusals == Array(repeating: "no answer has brought session", count: 2))
  }
}

extension DenialReason {
  /// The reason's name, or of a proof the flaw's.
  fileprivate var detail: String {
    switch self {
    case .proofInvalid(let flaw), .callProofInvalid(let flaw): flaw
    default: name
    }
  }
}
