import Testing

@testable import TokenCore

/// Who is told what of a token (RFC 7662 §2.2, §4).
struct IntrospectionTests {
  /// A bench at which two resource servers authenticate, and tokens are for one of them.
  private static func bench() -> Bench {
    var bench = Bench(.rotating())
    for (clientID, audience) in [("api", Bench.api), ("elsewhere", "https://elsewhere.example")] {
      bench.server.register(
        confidentialClient: clientID, secret: "its own", audience: audience, Bench.cryptography)
    }
    return bench
  }

  private static func ask(_ token: String?, by clientID: String, _ bench: Bench)
    -> IntrospectionResponse
  {
    let secrets = [Presenter.backend, .reports].first { $0.clientID == clientID }?.bodySecret
    let request = IntrospectionRequest(
      form: ["token": token ?? ""],
      basic: ClientCredentials(clientID: clientID, secret: secrets ?? "its own"))
    return bench.server.answer(request, at: .start, Bench.cryptography).response
  }

  private static func isActive(_ response: IntrospectionResponse) -> Bool {
    if case .active = response { true } else { false }
  }

  @Test(arguments: [
    ("api", true, false), ("backend", true, true), ("reports", false, false),
    ("elsewhere", false, false),
  ])
  func `only its own client and the APIs that it is for are told of a token`(
    _ clientID: String, _ knowsAccess: Bool, _ knowsRefresh: Bool
  ) throws {
    var bench = Self.bench()
    let grant = try bench.signIn(on: .backend)
    let access = Self.ask(grant.accessToken.text, by: clientID, bench)
    let refresh = Self.ask(grant.refreshToken?.text, by: clientID, bench)
    #expect(Self.isActive(access) == knowsAccess)
    #expect(Self.isActive(refresh) == knowsRefresh)
    let told = [(access, knowsAccess), (refresh, knowsRefresh)]
    #expect(told.allSatisfy { $0.1 || $0.0 == .inactive })
  }

  @Test func `whoever is not told gets the answer that a guessed token gets`() throws {
    var bench = Self.bench()
    let token = try bench.signIn().accessToken.text
    #expect(Self.ask(token, by: "backend", bench) == Self.ask("guessed", by: "backend", bench))
  }

  @Test func `an API that a token is not for is told nothing on the way to an answer either`()
    throws
  {
    var bench = Self.bench()
    let token = PresentedAccessToken(text: try bench.signIn().accessToken.text, claims: nil)
    func reply(to audience: String) -> ResourceReply {
      var (server, random) = (bench.server, bench.random)
      return server.reply(
        to: .introspection(of: token, by: audience), at: .start, using: &random,
        Bench.cryptography)
    }
    guard case .introspection(nil, _) = reply(to: "https://elsewhere.example"),
      case .introspection(.some, _) = reply(to: Bench.api)
    else { throw Unexpected("the wrong one was told") }
  }
}
