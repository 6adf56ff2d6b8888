import Testing

@testable import TokenCore

/// Which tokens a key binds, and to whom (RFC 9449 §5).
struct BoundRefreshTests {
  private static let later = Instant.at(.minutes(1))

  @Test func `a public client's refresh token is good with the key of the sign-in only`() throws {
    var bench = BoundBench(.bound(access: .bearer, refresh: .key))
    let token = try bench.signIn().granted.refreshToken
    let without = bench.refresh(token, with: nil, at: Self.later)
    #expect(without.response.error == .invalidDPoPProof)
    let stranger = bench.proof(by: BoundBench.otherKey, at: Self.later)
    #expect(bench.refresh(token, with: stranger, at: Self.later).response.error == .invalidGrant)
    let own = bench.proof(at: Self.later)
    #expect(bench.refresh(token, with: own, at: Self.later).response.status == 200)
  }

  @Test(arguments: [SenderConstraint.bearer, .key])
  func `a confidential client refreshes with another key, which binds the next access token`(
    _ refresh: SenderConstraint
  ) throws {
    var bench = BoundBench(.bound(access: .key, refresh: refresh, client: .confidential))
    let token = try bench.signIn(on: .backend).granted.refreshToken
    let proof = bench.proof(by: BoundBench.otherKey, at: Self.later)
    let next = try bench.refresh(token, by: .backend, with: proof, at: Self.later).granted
    let old = bench.callProof(of: next.accessToken, at: Self.later)
    let new = bench.callProof(by: BoundBench.otherKey, of: next.accessToken, at: Self.later)
    #expect(bench.call(next.accessToken, with: old, at: Self.later).response.status == 401)
    #expect(bench.call(next.accessToken, with: new, at: Self.later).response.status == 200)
  }

  @Test func `bound access tokens are given for a proof only`() throws {
    var bench = BoundBench(.bound(access: .key, refresh: .bearer))
    let token = try bench.signIn().granted.refreshToken
    let answer = bench.refresh(token, with: nil, at: Self.later)
    #expect(answer.decision.denial?.reason == .proofInvalid("missing"))
    #expect(answer.decision.lines.last?.check == .keyMatches)
  }

  @Test func `a bound token is re-issued for its key only`() throws {
    let reissue = ReissuePolicy(window: .hours(1), anchor: .signIn, looksAtUser: true)
    var bench = BoundBench(
      Policy(
        accessToken: AccessTokenPolicy(lifetime: .minutes(15), binding: .key),
        renewal: .reissue(reissue)))
    let token = try bench.signIn().granted.accessToken
    let stranger = bench.proof(by: BoundBench.otherKey, at: Self.later)
    let own = bench.proof(at: Self.later)
    let without = bench.reissue(token, with: nil, at: Self.later)
    #expect(without.response.error == .invalidDPoPProof)
    let byAnother = bench.reissue(token, with: stranger, at: Self.later)
    #expect(byAnother.response.error == .invalidGrant)
    #expect(bench.reissue(token, with: own, at: Self.later).response.grant?.type == .dpop)
  }
}
