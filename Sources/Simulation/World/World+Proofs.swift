import TokenCore

/// Proofs of possession, made for requests on their way to a server (RFC 9449 §4).
extension World {
  /// Whoever has a key at hand: what its proofs say beside the request.
  struct Signer {
    let key: DeviceKey
    /// What the servers last gave it.
    let nonces: KnownNonces
    /// How far its clock is ahead of the servers': what it shows is `iat`.
    var clockOffset = TimeSpan.zero
  }

  /// The application on a device, where it has a key.
  func signer(on device: DeviceID) -> Signer? {
    let client = clients[device.index]
    return client.key.map {
      Signer(key: $0, nonces: client.nonces, clockOffset: client.habit.clockOffset)
    }
  }

  /// The attacker inside a device, whose key signs for whoever is there; anywhere else with its own. The
  /// key of an application that has a server of its own is there.
  func attackersSigner(on device: DeviceID?) -> Signer? {
    let inside = device.flatMap { clients[$0.index].backend == nil ? signer(on: $0) : nil }
    return (inside?.key ?? attacker.key).map { key in
      Signer(
        key: key, nonces: attacker.nonces.filled(from: inside?.nonces ?? KnownNonces()))
    }
  }

  /// A request with a fresh proof, where there is somebody to make one and the request takes one.
  mutating func proving(_ payload: Payload, by signer: Signer?) -> Payload {
    guard let signer, proofTarget(of: payload) != nil else { return payload }
    return proven(
      payload, by: signer.key, named: base64URL(random.clients.bytes(12)),
      issuedAt: now + signer.clockOffset, nonce: signer.nonces.nonce(for: payload))
  }

  /// A request with a proof of that name, time and nonce.
  func proven(
    _ payload: Payload, by key: DeviceKey, named proofID: String, issuedAt: Instant, nonce: String?
  ) -> Payload {
    guard let target = proofTarget(of: payload) else { return payload }
    let proof = PossessionProof(
      proofID: proofID, method: target.method, target: target.target,
      issuedAt: NumericDate(issuedAt), accessToken: target.accessToken, nonce: nonce)
    var request = payload
    request.proof = cryptography.prove(proof, with: key)
    return request
  }

  /// What the server wants of a proof that comes with the request; nil for a request that takes none.
  package func proofTarget(of payload: Payload) -> ProofExpectation? {
    switch payload {
    case .tokenRequest: authorizationServer.proofExpectation
    case .resourceRequest(let call):
      authorizationServer.policy.accessToken.binding.needsProof && call.token != nil
        ? resourceServers[setting.server(at: call.host).index].proofExpectation(for: call) : nil
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      nil
    }
  }

  /// The nonces of the server that the request goes to, where it wants any.
  func nonces(for payload: Payload) -> ProofNonces? {
    switch payload {
    case .resourceRequest(let call): nonces(ofServerAt: call.host)
    case .tokenRequest: authorizationServer.nonces
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      nil
    }
  }

  /// The nonces of the resource server at that host.
  func nonces(ofServerAt host: String?) -> ProofNonces? {
    resourceServers[setting.server(at: host).index].nonces
  }
}

extension Payload {
  /// The `DPoP` header of a request (RFC 9449 §4.1). A request that can have none takes none.
  package var proof: String? {
    get {
      switch self {
      case .tokenRequest(let request): request.proof
      case .resourceRequest(let request): request.proof
      case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
        .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
        .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
        nil
      }
    }
    set {
      if case .tokenRequest(var request) = self {
        request.proof = newValue
        self = .tokenRequest(request)
      } else if case .resourceRequest(var request) = self {
        request.proof = newValue
        self = .resourceRequest(request)
      }
    }
  }

  /// Whether the answer is that the proof has to contain the nonce that comes with it.
  var wantsNonce: Bool {
    switch self {
    case .tokenResponse(let response): response.error == .useDPoPNonce
    case .resourceResponse(let response): response.error == .useDPoPNonce
    case .authorizationRequest, .authorizationResponse, .tokenRequest, .resourceRequest,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      false
    }
  }
}
