import Testing

@testable import TokenCore

/// What a resource server asks on its way to an answer, and how far it gets with the replies.
struct QuestionTests {
  private static let cache = AccessTokenCheck.introspection(cache: .seconds(10))

  private func policy(_ form: TokenForm, _ check: AccessTokenCheck) -> AccessTokenPolicy {
    AccessTokenPolicy(lifetime: .minutes(15), form: form, check: check)
  }

  /// The names of the questions to two calls a second apart.
  private func questions(
    _ form: TokenForm, _ check: AccessTokenCheck, givesNextToken: Bool = false
  ) throws -> [String] {
    var bench = Bench(.rotating(access: policy(form, check)))
    let token = try bench.signIn().accessToken
    var api = ResourceServer(
      policy: policy(form, check), issuer: Bench.issuer, audience: Bench.api,
      givesNextToken: givesNextToken)
    var asked: [String] = []
    for seconds in [1, 2] as [Int64] {
      let now = Instant.at(.seconds(seconds))
      var step = api.receive(ResourceRequest(token: token), at: now, Bench.cryptography)
      while case .asks(let visit) = step {
        asked.append(visit.question.name)
        let reply = bench.server.reply(
          to: visit.question, at: now, using: &bench.random, Bench.cryptography)
        step = api.resume(visit, with: reply, Bench.cryptography)
      }
    }
    return asked
  }

  @Test func `nothing is asked but what the policy takes`() throws {
    #expect(try questions(.selfContained, .signatureOnly) == ["key set"])
    #expect(try questions(.selfContained, .denyList()) == ["key set", "record", "record"])
    #expect(try questions(.selfContained, .tokenVersion) == ["key set", "record", "record"])
    #expect(try questions(.selfContained, Self.cache) == ["key set", "introspection"])
    #expect(
      try questions(.selfContained, .statusList(ttl: .minutes(5))) == ["key set", "status list"])
    #expect(try questions(.selfContained, .signals) == ["key set"])
    #expect(try questions(.reference, .allowList) == ["record", "record"])
    #expect(try questions(.reference, Self.cache) == ["introspection"])
    #expect(
      try questions(.reference, .sessionRecord) == [
        "record", "session use", "record", "session use",
      ])
    #expect(
      try questions(.selfContained, .signatureOnly, givesNextToken: true) == [
        "key set", "next token", "next token",
      ])
  }

  /// Over HTTP there is no more than the answer of the introspection endpoint (RFC 7662 §2.2).
  @Test(arguments: [TokenForm.selfContained, .reference])
  func `what introspection says over HTTP is enough`(form: TokenForm) throws {
    let access = policy(form, .introspection(cache: .zero))
    var bench = Bench(.rotating(access: access))
    let token = try bench.signIn().accessToken
    #expect(try status(of: token, access, Bench.api, bench) == 200)
    #expect(try status(of: token, access, "https://reports.example", bench) == 401)
    _ = bench.revoke(token.text)
    #expect(try status(of: token, access, Bench.api, bench) == 401)
    let refreshToken = try bench.signIn().refreshToken
    let confused = AccessToken(text: refreshToken?.text ?? "", label: nil)
    #expect(try status(of: confused, access, Bench.api, bench) == 401)
  }

  private func status(
    of token: AccessToken, _ access: AccessTokenPolicy, _ audience: String, _ bench: Bench
  ) throws -> Int {
    var api = ResourceServer(policy: access, issuer: Bench.issuer, audience: audience)
    var step = api.receive(ResourceRequest(token: token), at: .start, Bench.cryptography)
    while true {
      switch step {
      case .answered(let answer): return answer.response.status
      case .asks(let visit):
        step = api.resume(
          visit, with: try overHTTP(visit.question, bench.server), Bench.cryptography)
      }
    }
  }

  private func overHTTP(
    _ question: ResourceQuestion, _ server: AuthorizationServer
  ) throws -> ResourceReply {
    switch question {
    case .keySet: return .keySet(server.publishedKeys)
    case .introspection(let token, let audience):
      var server = server
      server.register(
        confidentialClient: "asking", secret: "its own", audience: audience, Bench.cryptography)
      let request = IntrospectionRequest(
        form: ["token": token.text],
        basic: ClientCredentials(clientID: "asking", secret: "its own"))
      switch server.answer(request, at: .start, Bench.cryptography).response {
      case .active(let introspection): return .introspection(introspection)
      case .inactive: return .introspection(nil)
      case .unavailable: return .unavailable
      case .error(let code, _): throw Unexpected(code.rawValue)
      }
    case .statusList(let uri):
      let list = try #require(server.statusList(at: .start))
      #expect(list.uri == uri)
      return .statusList(list)
    case .record, .sessionUse, .nextToken: throw Unexpected(question.name)
    }
  }
}

extension ResourceQuestion {
  fileprivate var name: String {
    switch self {
    case .keySet: "key set"
    case .introspection: "introspection"
    case .record: "record"
    case .statusList: "status list"
    case .sessionUse: "session use"
    case .nextToken: "next token"
    }
  }
}
