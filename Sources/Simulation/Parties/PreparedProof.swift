import TokenCore

/// A proof that was made with a device's key for a moment to come, by somebody who could use the key
/// for a moment (RFC 9449 §11.2). It is good for one request.
package struct PreparedProof: Hashable, Sendable {
  /// What goes into the `DPoP` header.
  let text: String
  /// Whose key made it.
  let device: DeviceID
  /// The moment that it claims to be of.
  package let issuedAt: Instant
  /// The call that it is for; nil for the token endpoint.
  let call: ResourceRequest?
  /// The nonce inside, which the device had from the server.
  let nonce: String?

  /// Whether it is made for such a request. A proof for a call contains the hash of its token.
  func fits(_ payload: Payload) -> Bool {
    switch payload {
    case .tokenRequest: call == nil
    case .resourceRequest(let request):
      call.map {
        request.host == $0.host && request.path == $0.path
          && sameBytes(request.token?.text ?? "", $0.token?.text ?? "")
      } ?? false
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      false
    }
  }
}

extension Attacker {
  /// Takes proofs away from a device, in place of those that it had from there.
  mutating func take(
    _ proofs: [PreparedProof], from device: DeviceID, at now: Instant
  ) -> [AttackerDirective] {
    prepared = prepared.filter { $0.device != device } + proofs
    return [note(.preparedProofs(proofs.count, on: device), at: now)]
  }

  /// The prepared proof for the request whose time is nearest; nil where there is none, or where the
  /// attacker has a key of its own to ask for tokens with.
  func preparedProof(for payload: Payload, at now: Instant) -> PreparedProof? {
    if case .tokenRequest = payload, key != nil { return nil }
    return prepared.filter { $0.fits(payload) }.min {
      abs(($0.issuedAt - now).milliseconds) < abs(($1.issuedAt - now).milliseconds)
    }
  }

  /// The same, out of the list: each is good for one request.
  mutating func takePrepared(for payload: Payload, at now: Instant) -> String? {
    guard let proof = preparedProof(for: payload, at: now) else { return nil }
    prepared.removeAll { $0 == proof }
    return proof.text
  }
}

extension World {
  /// Makes a proof for each minute from now on, for the token endpoint and for calls with the access
  /// token that is on the device. More about the future nobody can know: `ath` is of this token, and the
  /// nonce is the one that the device has now.
  mutating func preparedProofs(on device: DeviceID, for span: TimeSpan) -> [PreparedProof] {
    guard clients[device.index].keyOnDevice != nil, let signer = signer(on: device) else {
      return []
    }
    let token = clients[device.index].storage.accessToken
    let call = ResourceRequest(token: token, host: setting.host(of: .first))
    let payloads: [Payload] = [.tokenRequest(TokenRequest(form: [:])), .resourceRequest(call)]
    return (0...span.milliseconds / 60_000).flatMap { minute in
      payloads.compactMap { preparedProof(for: $0, at: now + .minutes(minute), signer, device) }
    }
  }

  private mutating func preparedProof(
    for payload: Payload, at instant: Instant, _ signer: Signer, _ device: DeviceID
  ) -> PreparedProof? {
    guard proofTarget(of: payload) != nil else { return nil }
    let nonce = signer.nonces.nonce(for: payload)
    let signed = proven(
      payload, by: signer.key, named: base64URL(random.attacker.bytes(12)), issuedAt: instant,
      nonce: nonce)
    let call: ResourceRequest? = if case .resourceRequest(let call) = payload { call } else { nil }
    return signed.proof.map {
      PreparedProof(text: $0, device: device, issuedAt: instant, call: call, nonce: nonce)
    }
  }
}
