import Testing

@testable import TokenCore

/// A bound access token at the API (RFC 9449 §7).
struct BoundAccessTests {
  private static let later = Instant.at(.minutes(1))

  @Test(arguments: [TokenForm.selfContained, .reference])
  func `a bound token opens the API with a proof by its key`(_ form: TokenForm) throws {
    var bench = BoundBench(.bound(access: .key, refresh: .key, form: form))
    let grant = try bench.signIn().granted
    #expect(grant.type == .dpop)
    let proof = bench.callProof(of: grant.accessToken, at: Self.later)
    let answer = bench.call(grant.accessToken, with: proof, at: Self.later)
    #expect(answer.response.status == 200)
  }

  /// What is wrong with the proof, and what the API says of it.
  enum Flaw: CaseIterable {
    case noProof, otherKey, otherToken, otherMethod, otherPath, tooOld, tooNew, notAProof

    var error: ErrorCode {
      switch self {
      case .noProof, .otherKey: .invalidToken
      case .otherToken, .otherMethod, .otherPath, .tooOld, .tooNew, .notAProof: .invalidDPoPProof
      }
    }

    func proof(_ bench: inout BoundBench, _ token: AccessToken, at now: Instant) -> String? {
      let me = Bench.api + "/me"
      let window = ProofExpectation.usualWindow + .aMoment
      switch self {
      case .noProof: return nil
      case .otherKey: return bench.callProof(by: BoundBench.otherKey, of: token, at: now)
      case .otherToken:
        return bench.callProof(of: AccessToken(text: "another", label: nil), at: now)
      case .otherMethod:
        return bench.proof(method: "POST", target: me, of: token, at: now)
      case .otherPath:
        return bench.proof(method: "GET", target: Bench.api + "/admin", of: token, at: now)
      case .tooOld: return bench.callProof(of: token, at: now - window)
      case .tooNew: return bench.callProof(of: token, at: now + window)
      case .notAProof: return "no.proof.this"
      }
    }
  }

  @Test(arguments: Flaw.allCases, [TokenForm.selfContained, .reference])
  func `a bound token opens nothing with any other proof`(
    _ flaw: Flaw, _ form: TokenForm
  ) throws {
    var bench = BoundBench(.bound(access: .key, refresh: .key, form: form))
    let token = try bench.signIn().granted.accessToken
    let proof = flaw.proof(&bench, token, at: Self.later)
    let answer = bench.call(token, with: proof, at: Self.later)
    #expect(answer.response.status == 401)
    #expect(answer.response.error == flaw.error)
    #expect(
      answer.response.challenge
        == "DPoP realm=\"lab\", error=\"\(flaw.error.rawValue)\", algs=\"EdDSA ES256\"")
  }

  @Test func `a proof is good once`() throws {
    var bench = BoundBench(.bound(access: .key, refresh: .key))
    let token = try bench.signIn().granted.accessToken
    let proof = bench.callProof(of: token, at: Self.later)
    #expect(bench.call(token, with: proof, at: Self.later).response.status == 200)
    let last = Self.later + ProofExpectation.usualWindow
    let again = bench.call(token, with: proof, at: last)
    #expect(again.decision.denial?.reason == .callProofInvalid("replayed"))
    let tooLate = bench.call(token, with: proof, at: last + .aMoment)
    #expect(tooLate.decision.denial?.reason == .callProofInvalid("too_old"))
  }

  @Test func `a refused call uses no proof up`() throws {
    var bench = BoundBench(.bound(access: .key, refresh: .key))
    let token = try bench.signIn().granted.accessToken
    let proof = bench.callProof(of: token, named: "once", at: Self.later)
    let stranger = bench.callProof(
      by: BoundBench.otherKey, of: token, named: "once", at: Self.later)
    #expect(bench.call(token, with: stranger, at: Self.later).response.status == 401)
    #expect(bench.call(token, with: proof, at: Self.later).response.status == 200)
  }

  @Test func `a bearer token that comes with a proof is refused`() throws {
    var bench = BoundBench(.bound(access: .bearer, refresh: .key))
    let grant = try bench.signIn().granted
    #expect(grant.type == .bearer)
    let proof = bench.callProof(of: grant.accessToken, at: Self.later)
    let answer = bench.call(grant.accessToken, with: proof, at: Self.later)
    #expect(answer.decision.denial?.reason == .tokenRefused(.bindingRequired))
    #expect(bench.call(grant.accessToken, with: nil, at: Self.later).response.status == 200)
  }

  @Test(arguments: [SenderConstraint.bearer, .key], [SenderConstraint.bearer, .key])
  func `introspection shows a key of bound tokens only`(
    _ access: SenderConstraint, _ refresh: SenderConstraint
  ) throws {
    var bench = BoundBench(.bound(access: access, refresh: refresh))
    let grant = try bench.signIn().granted
    let introspected = { (text: String) in
      bench.bench.server.introspect(
        text, for: .client(RegistrationID(index: 0)), at: Self.later, Bench.cryptography)
    }
    let thumbprint = Bench.cryptography.thumbprint(of: BoundBench.key)
    let ofAccess = try #require(introspected(grant.accessToken.text))
    let ofRefresh = try #require(introspected(grant.refreshToken?.text ?? ""))
    #expect(ofAccess.confirmation == (access == .key ? thumbprint : nil))
    #expect(ofRefresh.confirmation == (refresh == .key ? thumbprint : nil))
  }
}
