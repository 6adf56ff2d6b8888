import Testing

@testable import TokenCore

/// A store that loses what one request was to write.
struct FailedWriteTests {
  private static let at = Instant.start + .minutes(1)

  private func bench(_ strategy: Strategy = .rotationStrict) throws -> (Bench, TokenGrant) {
    var bench = Bench(strategy.policy)
    let grant = try bench.signIn()
    _ = bench.server.breakDown(.store)
    return (bench, grant)
  }

  @Test func `a refresh that is not kept changes nothing, and the token is as good as before`()
    throws
  {
    var (bench, grant) = try bench()
    let sound = bench.server.supposing(sound: .store)
    let answer = bench.refresh(grant.refreshToken, at: Self.at)
    #expect(answer.response == .unavailable)
    #expect(answer.response.status == 503)
    #expect(answer.decision.denial?.reason == .writeFailed)
    #expect(answer.events == [.partMended(.store)])
    #expect(bench.server == sound)
    _ = try bench.refresh(grant.refreshToken, at: Self.at).granted
  }

  @Test func `an alarm that is not kept is no alarm, and the next one is`() throws {
    var bench = Bench(Strategy.rotationStrict.policy)
    let token = try bench.signIn().refreshToken
    _ = try bench.refresh(token, at: Self.at).granted
    _ = bench.server.breakDown(.store)
    let lost = bench.refresh(token, at: Self.at + .seconds(1))
    #expect(lost.response == .unavailable)
    #expect(lost.decision.denial?.facts == [Fact(.insteadOf, .text("reuse detected"))])
    #expect(!bench.server.families[0].isRevoked)
    let seen = bench.refresh(token, at: Self.at + .seconds(2))
    #expect(seen.decision.denial?.reason == .reuseDetected(.noGrace))
    #expect(bench.server.families[0].isRevoked)
  }

  @Test func `a revocation that is not kept says so, and its token is still good`() throws {
    var (bench, grant) = try bench()
    let text = try #require(grant.refreshToken).text
    #expect(bench.revoke(text, at: Self.at).response == .unavailable)
    #expect(!bench.server.families[0].isRevoked)
    #expect(bench.revoke(text, at: Self.at).response == .success)
    #expect(bench.server.families[0].isRevoked)
  }

  @Test func `a request that writes nothing is answered, and the failure waits`() throws {
    var (bench, grant) = try bench()
    let refused = bench.refresh(RefreshToken(text: "nothing", label: nil), at: Self.at)
    #expect(refused.decision.denial?.reason == .refreshUnknown)
    #expect(bench.server.isBroken(.store))
    #expect(bench.refresh(grant.refreshToken, at: Self.at).response == .unavailable)
  }

  @Test func `a code whose exchange is not kept can be exchanged again`() throws {
    var bench = Bench(Strategy.rotationStrict.policy)
    let code = try bench.authorize()
    _ = bench.server.breakDown(.store)
    #expect(bench.exchange(code, at: Self.at - .seconds(30)).response == .unavailable)
    _ = try bench.exchange(code, at: Self.at - .seconds(29)).granted
  }
}
