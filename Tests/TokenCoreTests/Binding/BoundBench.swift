import JOSE

@testable import TokenCore

/// A bench whose one client has a key, and an API beside it.
struct BoundBench {
  var bench: Bench
  var api: ResourceServer
  /// What the next proofs contain.
  var nonce: String?
  private var proofs = 0

  static let key = DeviceKey(seed: Array(repeating: 7, count: 32))
  static let otherKey = DeviceKey(seed: Array(repeating: 8, count: 32))

  init(_ policy: Policy) {
    bench = Bench(policy)
    api = ResourceServer(
      policy: policy.accessToken, issuer: Bench.issuer, audience: Bench.api,
      nonces: policy.proofNonce.map {
        ProofNonces(anotherEvery: $0, secret: Array(repeating: 9, count: 32))
      })
  }

  /// A proof for the token endpoint unless another target is given, named anew each time.
  mutating func proof(
    by key: DeviceKey = Self.key, method: String = "POST",
    target: String = Bench.issuer + "/token", of token: AccessToken? = nil,
    named name: String? = nil,
    at moment: Instant
  ) -> String {
    proofs += 1
    return Bench.cryptography.prove(
      PossessionProof(
        proofID: name ?? "proof \(proofs)", method: method, target: target,
        issuedAt: NumericDate(moment), accessToken: token?.text, nonce: nonce), with: key)
  }

  /// A proof for a call of the API with the token.
  mutating func callProof(
    by key: DeviceKey = Self.key, of token: AccessToken, named name: String? = nil, at now: Instant
  ) -> String {
    proof(by: key, method: "GET", target: Bench.api + "/me", of: token, named: name, at: now)
  }

  mutating func signIn(
    on presenter: Presenter = .web, at now: Instant = .start, proving moment: Instant? = nil
  ) throws -> Answer<TokenResponse> {
    let code = try bench.authorize(on: presenter, at: now)
    return post(
      ["grant_type": "authorization_code", "code": code, "code_verifier": Bench.verifier],
      by: presenter, with: proof(at: moment ?? now), at: now)
  }

  mutating func refresh(
    _ token: RefreshToken?, by presenter: Presenter = .web, with proof: String?, at now: Instant
  ) -> Answer<TokenResponse> {
    post(
      ["grant_type": "refresh_token", "refresh_token": token?.text ?? ""], by: presenter,
      with: proof, at: now)
  }

  mutating func reissue(
    _ token: AccessToken, with proof: String?, at now: Instant
  ) -> Answer<TokenResponse> {
    post(
      ["grant_type": TokenRequest.reissueGrantType, "access_token": token.text], by: .web,
      with: proof, at: now)
  }

  private mutating func post(
    _ form: Form, by presenter: Presenter, with proof: String?, at now: Instant
  ) -> Answer<TokenResponse> {
    bench.server.answer(
      TokenRequest(form: presenter.signed(form), basic: presenter.basic, proof: proof), at: now,
      using: &bench.random, Bench.cryptography)
  }

  mutating func call(
    _ token: AccessToken, with proof: String?, at now: Instant
  ) -> Answer<ResourceResponse> {
    api.answer(
      ResourceRequest(token: token, proof: proof), at: now, asking: &bench.server,
      using: &bench.random)
  }
}

extension Policy {
  /// Fifteen minutes of access and rotation; bound as the two say.
  static func bound(
    access: SenderConstraint, refresh: SenderConstraint, client: ClientKind = .public,
    form: TokenForm = .selfContained, nonce: TimeSpan? = nil
  ) -> Policy {
    Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .minutes(15), form: form,
        check: form.isHandle ? .introspection(cache: .zero) : .signatureOnly,
        endsWithFamily: form.isHandle, binding: access),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none), binding: refresh,
          client: client)),
      proofNonce: nonce)
  }
}
