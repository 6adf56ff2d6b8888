extension AuthorizationServer {
  /// The address of the token endpoint, as proofs name it (`htu`).
  public var tokenEndpoint: String { issuer + "/token" }

  /// What it wants of a proof that comes with a token request. With nonces nobody looks at `iat`: the
  /// nonce says when the proof was made (RFC 9449 §4.3).
  package var proofExpectation: ProofExpectation {
    ProofExpectation(
      method: "POST", target: tokenEndpoint,
      window: nonces == nil ? ProofExpectation.usualWindow : nil)
  }

  /// How long a `jti` is remembered: as long as its proof could be good (RFC 9449 §11.1).
  var proofMemory: TimeSpan { ProofNonces.memory(of: nonces) }

  /// The key that a request proves possession of, if it carries a proof. A `jti` that was seen before
  /// is a replay (RFC 9449 §11.1).
  mutating func provenKey(
    of request: TokenRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> ProvenKey {
    guard let proof = request.proof else { return .none }
    switch cryptography.verify(proof: proof, against: proofExpectation, at: NumericDate(now)) {
    case .refused(let flaw): return .invalid(flaw)
    case .accepted(let thumbprint, let proofID, let nonce):
      if let nonces, !nonces.takes(nonce, at: now, cryptography) { return .nonceWanted }
      let isReplay = seenProofs[proofID].map { now <= $0 + proofMemory } ?? false
      change(.proofSeen(proofID, at: now))
      return isReplay ? .invalid(ProofFlaw.replayed.rawValue) : .proven(thumbprint: thumbprint)
    }
  }

  /// The key that an access token is to be bound to: that of the request which asks for it, whatever
  /// the refresh token is bound to (RFC 9449 §5). Nil where access tokens are bound to none.
  func binding(to key: ProvenKey) -> String? {
    policy.accessToken.binding.needsProof ? key.thumbprint : nil
  }

  /// The answer with the nonce that the next proof has to contain, where the policy wants nonces.
  func withNonce(
    _ answer: Answer<TokenResponse>, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    guard let nonce = nonces?.current(at: now, cryptography) else { return answer }
    let response: TokenResponse
    switch answer.response {
    case .success(var grant):
      grant.nonce = nonce
      response = .success(grant)
    case .error(.useDPoPNonce, _): response = .wantsNonce(nonce)
    case .error, .unavailable, .wantsNonce: return answer
    }
    return Answer(
      response: response, decision: answer.decision, events: answer.events, cost: answer.cost)
  }
}

extension ProofNonces {
  /// For how long a proof that was seen could come again: up to twice the window, because its clock may
  /// be ahead, or while its nonce is taken.
  static func memory(of nonces: ProofNonces?) -> TimeSpan {
    (nonces?.period ?? ProofExpectation.usualWindow).times(2)
  }
}

extension ProvenKey {
  /// Why this is no proof; nil for one.
  var denial: Denial? {
    switch self {
    case .none: Denial(.proofInvalid(ProofFlaw.missing.rawValue))
    case .invalid(let flaw): Denial(.proofInvalid(flaw))
    case .nonceWanted: Denial(.nonceWanted)
    case .proven: nil
    }
  }
}
