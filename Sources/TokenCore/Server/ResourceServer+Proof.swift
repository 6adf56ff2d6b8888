/// The proof of possession that a bound access token takes (RFC 9449 §7).
extension ResourceServer {
  /// What it wants of a proof that comes with a request. With nonces nobody looks at `iat`: the nonce
  /// says when the proof was made (RFC 9449 §4.3).
  package func proofExpectation(for request: ResourceRequest) -> ProofExpectation {
    ProofExpectation(
      method: request.method.rawValue, target: address + request.path,
      accessToken: request.token?.text ?? "",
      window: nonces == nil ? ProofExpectation.usualWindow : nil)
  }

  /// Notes what the proof shows, and the nonce that goes with the answer. Whose key it has to be is not
  /// known yet.
  func readProof(of visit: inout ResourceVisit, _ cryptography: some TokenCryptography) {
    guard let proof = visit.request.proof else { return }
    visit.nonce = nonces?.current(at: visit.now, cryptography)
    let verdict = cryptography.verify(
      proof: proof, against: proofExpectation(for: visit.request), at: NumericDate(visit.now))
    switch verdict {
    case .refused(let flaw): visit.key = .invalid(flaw)
    case .accepted(let thumbprint, let proofID, let nonce):
      visit.proofID = proofID
      let isTaken = nonces?.takes(nonce, at: visit.now, cryptography) ?? true
      visit.key = isTaken ? .proven(thumbprint: thumbprint) : .nonceWanted
    }
  }

  /// Compares the proven key with the one that the token is bound to. A bound token that comes as
  /// `Bearer` is refused (§7.2), and so is a bearer token that comes as `DPoP`.
  mutating func checkKey(of visit: inout ResourceVisit, boundTo confirmation: String?) {
    guard confirmation != nil || visit.key != .none || policy.binding.needsProof else { return }
    if let denial = denial(of: visit, boundTo: confirmation) {
      return visit.decision.fail(.tokenKeyProven, denial)
    }
    if let proofID = visit.proofID { remember(proofID, at: visit.now) }
    let key = String(confirmation?.prefix(8) ?? "")
    visit.decision.pass(.tokenKeyProven, [Fact(.key, .text(key))])
  }

  private func denial(of visit: ResourceVisit, boundTo confirmation: String?) -> Denial? {
    let bound = Fact(.boundTo, .text(confirmation.map { String($0.prefix(8)) } ?? "no key"))
    switch visit.key {
    case .none: return Denial(.tokenRefused(.bindingRequired), [bound])
    case .invalid(let flaw): return Denial(.callProofInvalid(flaw))
    case .nonceWanted: return Denial(.callNonceWanted)
    case .proven(let thumbprint):
      guard let confirmation, sameBytes(thumbprint, confirmation) else {
        let proven = Fact(.proven, .text(String(thumbprint.prefix(8))))
        return Denial(.tokenRefused(.bindingRequired), [bound, proven])
      }
      return hasSeen(visit.proofID ?? "", at: visit.now)
        ? Denial(.callProofInvalid(ProofFlaw.replayed.rawValue)) : nil
    }
  }

  private func hasSeen(_ proofID: String, at now: Instant) -> Bool {
    seenProofs[proofID].map { now <= $0 + proofMemory } ?? false
  }

  /// Proofs that are too old to come again are forgotten.
  private mutating func remember(_ proofID: String, at now: Instant) {
    let memory = proofMemory
    seenProofs = seenProofs.filter { now <= $0.value + memory }
    seenProofs[proofID] = now
  }

  private var proofMemory: TimeSpan { ProofNonces.memory(of: nonces) }

  /// `jti` that it still remembers, oldest first.
  package func storedProofs(at now: Instant) -> [StoredProof] {
    seenProofs.filter { now <= $0.value + proofMemory }
      .map { StoredProof(proofID: $0.key, seenAt: $0.value) }
      .sorted { ($0.seenAt, $0.proofID) < ($1.seenAt, $1.proofID) }
  }
}
