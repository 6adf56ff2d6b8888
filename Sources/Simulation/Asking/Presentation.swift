import TokenCore

/// A request as it reached a server: all that is needed to put it before one again, at another time
/// or on another copy of the world.
package struct Presentation: Hashable, Sendable {
  package internal(set) var request: Payload
  package let from: Party
  package let to: Party
  package let sentAt: Instant
  package let arrivedAt: Instant
  /// The key behind the request's proof, where it has a good one that was made for it: at another time
  /// whoever made the request would have made another proof.
  let key: DeviceKey?
  /// Whether its proof had a nonce that the server took, and so would have one at another time.
  var hasNonce = true
  /// Whether its proof is the attacker's prepared one for its time.
  package var isPrepared = false

  /// Whether nobody who sends it could make its proof again.
  package var isMadeInAdvance: Bool { key == nil }

  /// How long it was on the way.
  package var delay: TimeSpan { arrivedAt - sentAt }
}

extension World {
  /// The request that a server answered in this event, or nil for an event of another kind.
  package func presentation(in event: TraceEvent) -> Presentation? {
    guard case .answered(let exchange) = event.kind else { return nil }
    let proof = reading(of: exchange.request)
    return Presentation(
      request: exchange.request, from: exchange.from, to: event.party, sentAt: exchange.sentAt,
      arrivedAt: event.at, key: key(behind: exchange),
      hasNonce: nonces(for: exchange.request)?.takes(proof?.nonce, at: event.at, cryptography)
        ?? true)
  }

  /// A request that somebody could make now and that would be there at once.
  package func presentation(of request: Payload, from party: Party) -> Presentation {
    Presentation(
      request: request, from: party, to: request.isCall ? .resourceServer : .authorizationServer,
      sentAt: now, arrivedAt: now, key: nil)
  }

  /// Nil for a proof that was prepared: whoever sends it could make no other.
  private func key(behind exchange: Exchange) -> DeviceKey? {
    guard !isPrepared(exchange), let reading = reading(of: exchange.request) else { return nil }
    return key(of: reading.thumbprint)
  }

  /// Whether the proof is one that the attacker made in advance: a fresh one is of the moment at which
  /// it is sent.
  package func isPrepared(_ exchange: Exchange) -> Bool {
    guard exchange.from == .attacker, let proof = exchange.request.proof,
      var expectation = proofTarget(of: exchange.request)
    else { return false }
    expectation.window = .zero
    let verdict = cryptography.verify(
      proof: proof, against: expectation, at: NumericDate(exchange.sentAt))
    return if case .refused = verdict { true } else { false }
  }

  /// The key of that thumbprint, if some device or the attacker has it.
  func key(of thumbprint: String) -> DeviceKey? {
    (clients.map(\.key) + [attacker.key]).lazy.compactMap(\.self)
      .first { cryptography.thumbprint(of: $0) == thumbprint }
  }

  /// What a request's proof shows, whenever it was made.
  private func reading(of request: Payload) -> (thumbprint: String, nonce: String?)? {
    guard let proof = request.proof, var expectation = proofTarget(of: request) else { return nil }
    expectation.window = nil
    switch cryptography.verify(proof: proof, against: expectation, at: NumericDate(now)) {
    case .accepted(let thumbprint, _, let nonce): return (thumbprint, nonce)
    case .refused: return nil
    }
  }

  /// The request as whoever has the key would have sent it at that moment, with a proof of that name.
  func proven(
    _ presentation: Presentation, by key: DeviceKey, named proofID: String, sentAt instant: Instant
  ) -> Payload {
    let nonces = presentation.hasNonce ? nonces(for: presentation.request) : nil
    let nonce = nonces?.current(at: instant, cryptography)
    return proven(
      presentation.request, by: key, named: proofID, issuedAt: instant, nonce: nonce)
  }
}
