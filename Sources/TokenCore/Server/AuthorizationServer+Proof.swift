extension AuthorizationServer {
  /// The address of the token endpoint, as proofs name it (`htu`).
  public var tokenEndpoint: String { issuer + "/token" }
  /// How old a proof may be, and so how long its `jti` is remembered (RFC 9449 §11.1).
  public static let proofWindow = TimeSpan.seconds(60)
  /// A proof may also come from a clock that is ahead.
  static let proofMemory = proofWindow + proofWindow

  /// The key that a request proves possession of, if it carries a proof. A `jti` that was seen before
  /// is a replay (RFC 9449 §11.1).
  mutating func provenKey(
    of request: TokenRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> ProvenKey {
    guard let proof = request.proof else { return .none }
    let verdict = cryptography.verify(
      proof: proof, method: "POST", target: tokenEndpoint, at: NumericDate(now))
    switch verdict {
    case .refused(let flaw): return .invalid(flaw)
    case .accepted(let thumbprint, let proofID):
      let isReplay = seenProofs[proofID].map { now <= $0 + Self.proofMemory } ?? false
      change(.proofSeen(proofID, at: now))
      return isReplay ? .invalid(ProofFlaw.replayed.rawValue) : .proven(thumbprint: thumbprint)
    }
  }
}

extension ProvenKey {
  /// Why this is no proof; nil for one.
  var denial: Denial? {
    switch self {
    case .none: Denial(.proofInvalid(ProofFlaw.missing.rawValue))
    case .invalid(let flaw): Denial(.proofInvalid(flaw))
    case .proven: nil
    }
  }
}
