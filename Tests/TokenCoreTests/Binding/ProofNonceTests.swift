import Testing

@testable import TokenCore

/// The nonces of both servers (RFC 9449 §8 and §9).
struct ProofNonceTests {
  private static let period = TimeSpan.minutes(5)
  private static let policy = Policy.bound(access: .key, refresh: .key, nonce: period)

  private static func nonces(_ secret: UInt8) -> ProofNonces {
    ProofNonces(anotherEvery: period, secret: Array(repeating: secret, count: 32))
  }

  @Test func `a nonce is taken in its period and in the next`() {
    let nonces = Self.nonces(1)
    let given = Instant.at(.minutes(7))
    let nonce = nonces.current(at: given, Bench.cryptography)
    let isTaken = { nonces.takes(nonce, at: .at($0), Bench.cryptography) }
    #expect(!isTaken(.minutes(5) - .aMoment))
    #expect(isTaken(.minutes(5)))
    #expect(isTaken(.minutes(15) - .aMoment))
    #expect(!isTaken(.minutes(15)))
    #expect(!nonces.takes(nil, at: given, Bench.cryptography))
  }

  @Test func `no server takes the nonce of another`() {
    let nonce = Self.nonces(1).current(at: .start, Bench.cryptography)
    #expect(!Self.nonces(2).takes(nonce, at: .start, Bench.cryptography))
  }

  @Test func `the token endpoint asks for its nonce, and gives it along`() throws {
    var bench = BoundBench(Self.policy)
    let refused = try bench.signIn()
    #expect(refused.response.status == 400)
    #expect(refused.response.error == .useDPoPNonce)
    bench.nonce = refused.response.nonce
    let grant = try bench.signIn().granted
    #expect(grant.nonce == bench.nonce)
    let next = Instant.at(Self.period)
    let refreshed = bench.refresh(grant.refreshToken, with: bench.proof(at: next), at: next)
    #expect(refreshed.response.status == 200)
    #expect(refreshed.response.nonce != bench.nonce)
  }

  @Test func `a refused proof without its nonce consumes nothing`() throws {
    var bench = BoundBench(Self.policy)
    let before = bench.bench.server.seenProofs
    let answer = try bench.signIn()
    #expect(answer.decision.denial?.reason == .nonceWanted)
    #expect(bench.bench.server.seenProofs == before)
  }

  @Test func `the API asks for its own nonce with a 401`() throws {
    var bench = BoundBench(Self.policy)
    bench.nonce = try bench.signIn().response.nonce
    let token = try bench.signIn().granted.accessToken
    let refused = bench.call(token, with: bench.callProof(of: token, at: .start), at: .start)
    #expect(refused.response.status == 401)
    #expect(
      refused.response.challenge
        == "DPoP realm=\"lab\", error=\"use_dpop_nonce\", algs=\"EdDSA ES256\"")
    #expect(refused.response.nonce != bench.nonce)
    bench.nonce = refused.response.nonce
    let served = bench.call(token, with: bench.callProof(of: token, at: .start), at: .start)
    #expect(served.response.status == 200)
  }

  @Test(arguments: [nil, Self.period])
  func `a clock that is twenty minutes slow is refused unless a nonce says the time`(
    _ nonce: TimeSpan?
  ) throws {
    var bench = BoundBench(.bound(access: .key, refresh: .key, nonce: nonce))
    let now = Instant.at(.hours(1))
    let slow = now - .minutes(20)
    bench.nonce = try bench.signIn(at: now, proving: slow).response.nonce
    let answer = try bench.signIn(at: now, proving: slow)
    #expect(answer.response.error == (nonce == nil ? .invalidDPoPProof : nil))
  }

  @Test func `a proof is remembered for as long as its nonce is taken`() throws {
    var bench = BoundBench(Self.policy)
    bench.nonce = bench.bench.server.nonces?.current(at: .start, Bench.cryptography)
    let token = try bench.signIn().granted.refreshToken
    let proof = bench.proof(at: .start)
    let first = bench.refresh(token, with: proof, at: .start)
    #expect(first.response.status == 200)
    let last = Instant.at(Self.period.times(2)) - .aMoment
    let again = bench.refresh(first.response.grant?.refreshToken, with: proof, at: last)
    #expect(again.decision.denial?.reason == .proofInvalid("replayed"))
  }
}
