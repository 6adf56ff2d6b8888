import TokenCore

/// The newest nonce that each server gave to a party, for its next proof there (RFC 9449 §8.2): servers
/// do not share them.
package struct KnownNonces: Hashable, Sendable {
  /// Of the authorization server.
  private(set) var token: String?
  /// Of the resource servers, by host; one that is alone has none.
  private(set) var calls: [String?: String] = [:]

  /// Keeps the nonce that comes with an answer.
  mutating func note(_ answer: Payload) {
    switch answer {
    case .tokenResponse(let response): token = response.nonce ?? token
    case .resourceResponse(let response):
      if let nonce = response.nonce { calls[response.host] = nonce }
    case .authorizationRequest, .authorizationResponse, .tokenRequest, .resourceRequest,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
  }

  /// What a proof for the request has to contain, as far as the party knows.
  func nonce(for request: Payload) -> String? {
    switch request {
    case .tokenRequest: token
    case .resourceRequest(let call): calls[call.host]
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      nil
    }
  }

  /// These, and the other's where nothing is known.
  func filled(from other: KnownNonces) -> KnownNonces {
    var both = self
    both.token = token ?? other.token
    both.calls.merge(other.calls) { own, _ in own }
    return both
  }
}
