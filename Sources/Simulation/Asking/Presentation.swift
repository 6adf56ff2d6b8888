import TokenCore

/// A request as it reached a server: all that is needed to put it before one again, at another time
/// or on another copy of the world.
package struct Presentation: Hashable, Sendable {
  package internal(set) var request: Payload
  package let from: Party
  package let to: Party
  package let sentAt: Instant
  package let arrivedAt: Instant
  /// The key behind the request's proof, where it has a good one: at another time whoever made the
  /// request would have made another proof.
  let key: DeviceKey?

  /// How long it was on the way.
  package var delay: TimeSpan { arrivedAt - sentAt }
}

extension World {
  /// The request that a server answered in this event, or nil for an event of another kind.
  package func presentation(in event: TraceEvent) -> Presentation? {
    guard case .answered(let exchange) = event.kind else { return nil }
    return Presentation(
      request: exchange.request, from: exchange.from, to: event.party, sentAt: exchange.sentAt,
      arrivedAt: event.at, key: key(behind: exchange.request, sentAt: exchange.sentAt))
  }

  /// A request that somebody could make now and that would be there at once.
  package func presentation(of request: Payload, from party: Party) -> Presentation {
    Presentation(
      request: request, from: party, to: request.isCall ? .resourceServer : .authorizationServer,
      sentAt: now, arrivedAt: now, key: nil)
  }

  private func key(behind request: Payload, sentAt: Instant) -> DeviceKey? {
    guard case .tokenRequest(let request) = request, let proof = request.proof,
      let thumbprint = thumbprint(of: proof, sentAt: sentAt)
    else { return nil }
    return key(of: thumbprint)
  }

  /// The key of that thumbprint, if some device or the attacker has it.
  func key(of thumbprint: String) -> DeviceKey? {
    (clients.map(\.key) + [attacker.key]).lazy.compactMap(\.self)
      .first { self.thumbprint(of: $0) == thumbprint }
  }

  private func thumbprint(of key: DeviceKey) -> String? {
    thumbprint(of: proof(by: key, named: "who", issuedAt: now), sentAt: now)
  }

  private func thumbprint(of proof: String, sentAt: Instant) -> String? {
    let verdict = cryptography.verify(
      proof: proof, method: "POST", target: authorizationServer.tokenEndpoint,
      at: NumericDate(sentAt))
    guard case .accepted(let thumbprint, _) = verdict else { return nil }
    return thumbprint
  }

  func proof(by key: DeviceKey, named proofID: String, issuedAt: Instant) -> String {
    cryptography.prove(
      PossessionProof(
        proofID: proofID, method: "POST", target: authorizationServer.tokenEndpoint,
        issuedAt: NumericDate(issuedAt)), with: key)
  }
}
