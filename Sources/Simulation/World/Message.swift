import TokenCore

/// Something on the wire between two parties, from the moment it is sent to the moment it arrives.
public struct Message: Hashable, Sendable {
  public let id: Int
  public let from: Party
  public let to: Party
  public let payload: Payload
  /// The sender's number of the request that this is or answers: an answer to a request that the
  /// sender has given up finds nobody waiting.
  public let request: Int
  public let sentAt: Instant
  public let arrivesAt: Instant
}

/// What a message carries.
public enum Payload: Hashable, Sendable {
  case authorizationRequest(AuthorizationRequest)
  case authorizationResponse(AuthorizationResponse)
  case tokenRequest(TokenRequest)
  case tokenResponse(TokenResponse)
  case resourceRequest(ResourceRequest)
  case resourceResponse(ResourceResponse)
  case revocationRequest(RevocationRequest)
  case revocationResponse(RevocationResponse)
  case introspectionRequest(IntrospectionRequest)
  case introspectionResponse(IntrospectionResponse)

  /// Whether it is a request to a resource server.
  public var isCall: Bool {
    if case .resourceRequest = self { true } else { false }
  }

  public var isRequest: Bool {
    switch self {
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .introspectionRequest:
      true
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .introspectionResponse:
      false
    }
  }

  /// The HTTP status of a response; nil for a request.
  public var status: Int? {
    switch self {
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .introspectionRequest:
      nil
    case .introspectionResponse(let response): response.status
    case .authorizationResponse(let response): response.status
    case .tokenResponse(let response): response.status
    case .resourceResponse(let response): response.status
    case .revocationResponse(let response): response.status
    }
  }
}
