import Testing

@testable import TokenCore

/// The authorization endpoint: a code for a person who signed in, or nothing.
struct AuthorizationEndpointTests {
  var bench = Bench(.rotating())

  private mutating func ask(
    clientID: String = "web", userName: String = "alice", challenge: String = "c",
    method: String? = "S256"
  ) -> Answer<AuthorizationResponse> {
    bench.server.answer(
      AuthorizationRequest(
        clientID: clientID, scope: Scope("read"), codeChallenge: challenge,
        codeChallengeMethod: method, userName: userName),
      at: .start, using: &bench.random, Bench.cryptography)
  }

  @Test mutating func `a code is random, short-lived and stored as its hash`() throws {
    let codes = (0..<100).compactMap { _ in
      if case .code(let code, _) = ask().response { code } else { nil }
    }
    #expect(Set(codes).count == 100)
    #expect(codes.allSatisfy { $0.utf8.count == 43 })
    #expect(bench.server.codes.allSatisfy { $0.expiresAt == .at(.seconds(60)) })
    #expect(
      bench.server.codes.map(\.digest) == codes.map { TokenDigest(of: $0, by: Bench.cryptography) })
  }

  @Test(arguments: ["", "Web", "web ", "we", "nobody"])
  mutating func `an unknown client gets a page and no redirect`(_ clientID: String) {
    let before = bench.server
    let answer = ask(clientID: clientID)
    #expect(answer.response == .rejected)
    #expect(answer.response.status == 400)
    #expect(answer.decision.denial?.reason == .clientUnregistered)
    #expect(bench.server == before)
  }

  @Test(arguments: [nil, "", "plain", "s256", "S256 ", "S512"])
  mutating func `a challenge that is not hashed with S256 gets no code`(_ method: String?) {
    let before = bench.server
    let answer = ask(method: method)
    #expect(answer.response == .error(.invalidRequest))
    #expect(answer.response.status == 302)
    #expect(answer.decision.denial?.reason == .challengeRefused)
    #expect(bench.server == before)
  }

  @Test mutating func `a request without a challenge gets no code`() {
    let answer = ask(challenge: "")
    #expect(answer.response == .error(.invalidRequest))
    #expect(
      answer.decision.denial?.facts == [Fact(.missingParameter, .text("code_challenge"))])
  }

  @Test(arguments: ["", "Alice", "carol", "alice "])
  mutating func `an unknown person is refused`(_ name: String) {
    let before = bench.server
    let answer = ask(userName: name)
    #expect(answer.response == .error(.accessDenied))
    #expect(answer.response.status == 302)
    #expect(answer.decision.denial?.reason == .personRefused)
    #expect(bench.server == before)
  }

  @Test mutating func `a disabled person is refused like an unknown one`() {
    bench.server.users[0].isEnabled = false
    let answer = ask()
    #expect(answer.response == .error(.accessDenied))
    #expect(answer.decision.denial?.reason == .personRefused)
  }

  @Test mutating func `names that differ only in composition are different people`() {
    bench.server.addUser(named: "Ren\u{e9}e")
    #expect(ask(userName: "Rene\u{301}e").response == .error(.accessDenied))
    #expect(ask(userName: "Ren\u{e9}e").response != .error(.accessDenied))
  }
}
