import Testing

@testable import TokenCore

/// What lies in the server's own storage: hashes, and nothing that could be presented.
struct StoredTokenTests {
  private func dumped(_ server: AuthorizationServer) -> String {
    var text = ""
    dump(server, to: &text)
    return text + String(describing: server)
  }

  @Test(arguments: Grace.everyKind)
  func `nothing that can be presented is stored`(_ grace: Grace) throws {
    var bench = Bench(.rotating(grace: grace))
    let code = try bench.authorize(on: .backend)
    let grant = try bench.exchange(code, by: .backend).granted
    let grants = try bench.refresh(grant, at: [.start, .at(.minutes(1))], by: .backend)
    // A later request, whatever it is, finds no window open any more.
    _ = bench.post(["grant_type": "none"], at: .at(.hours(1)))
    let stored = dumped(bench.server)
    let secrets =
      [code, Bench.verifier, Presenter.backend.bodySecret ?? ""]
      + grants.compactMap(\.refreshToken?.text) + grants.map(\.accessToken.text)
    for secret in secrets {
      #expect(!stored.contains(secret))
    }
  }

  @Test func `only a retry that must get the same answer needs a copy, until its window closes`()
    throws
  {
    var bench = Bench(.rotating(grace: .tenSeconds(.sameSuccessor)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    let copy = try #require(grants[1].refreshToken)
    #expect(dumped(bench.server).contains(copy.text))
    #expect(bench.server.retryCopies.mapValues(\.token) == [RefreshTokenID(index: 1): copy])

    _ = bench.post(["grant_type": "none"], at: .at(.seconds(10)) - .aMoment)
    #expect(dumped(bench.server).contains(copy.text))
    _ = bench.post(["grant_type": "none"], at: .at(.seconds(10)))
    #expect(!dumped(bench.server).contains(copy.text))
  }

  @Test func `revoking a family drops its copies`() throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.sameSuccessor)))
    let grants = try bench.refresh(bench.signIn(), at: [.start])
    _ = bench.revoke(try #require(grants[1].refreshToken).text)
    #expect(bench.server.retryCopies.isEmpty)
  }

  @Test func `different tokens have different digests`() {
    var random = RandomStream(seed: 3, label: "digests")
    let digests = (0..<100).map { _ in
      TokenDigest(of: base64URL(random.bytes(32)), by: Bench.cryptography)
    }
    #expect(Set(digests).count == 100)
    #expect(digests.allSatisfy { $0.description.utf8.count == 8 })
  }
}
