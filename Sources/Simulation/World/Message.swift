import TokenCore

/// Something on the wire between two parties, from the moment it is sent to the moment it arrives.
public struct Message: Hashable, Sendable {
  /// Its number in the run, from 0.
  public let id: Int
  /// Who sent it.
  public let from: Party
  /// Who is to get it.
  public let to: Party
  /// What it carries.
  public let payload: Payload
  /// The sender's number of the request that this is or answers: an answer to a request that the
  /// sender has given up finds nobody waiting.
  public let request: Int
  /// When it left its sender.
  public let sentAt: Instant
  /// When it is due, unless somebody holds it.
  public let arrivesAt: Instant
}

/// What a message carries: one value in memory for the message, its arrival, the exchange and whoever
/// keeps the answer.
public indirect enum Payload: Hashable, Sendable {
  /// The browser asks for a code.
  case authorizationRequest(AuthorizationRequest)
  /// The browser comes back.
  case authorizationResponse(AuthorizationResponse)
  /// A client asks for tokens.
  case tokenRequest(TokenRequest)
  /// Tokens, or a refusal.
  case tokenResponse(TokenResponse)
  /// A call to an API.
  case resourceRequest(ResourceRequest)
  /// The API's answer.
  case resourceResponse(ResourceResponse)
  /// A token is to be revoked.
  case revocationRequest(RevocationRequest)
  /// Whether it was.
  case revocationResponse(RevocationResponse)
  /// A browser is at the server's logout page.
  case endSessionRequest(EndSessionRequest)
  /// It comes back without a cookie.
  case endSessionResponse(EndSessionResponse)
  /// Somebody asks about a token.
  case introspectionRequest(IntrospectionRequest)
  /// What the server says of it.
  case introspectionResponse(IntrospectionResponse)
  /// The authorization server tells an API that a session was revoked.
  case securityEvent(SecurityEvent)
  /// That the API has it.
  case securityEventReceipt(SecurityEventReceipt)

  /// Whether it is a request to a resource server.
  public var isCall: Bool {
    if case .resourceRequest = self { true } else { false }
  }

  /// Whether an answer goes with it.
  public var isRequest: Bool {
    switch self {
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      true
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      false
    }
  }

  /// The HTTP status of a response; nil for a request.
  public var status: Int? {
    switch self {
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      nil
    case .securityEventReceipt(let receipt): receipt.status
    case .introspectionResponse(let response): response.status
    case .endSessionResponse(let response): response.status
    case .authorizationResponse(let response): response.status
    case .tokenResponse(let response): response.status
    case .resourceResponse(let response): response.status
    case .revocationResponse(let response): response.status
    }
  }
  /// The cookie that a browser gets with it (RFC 6265 §4.1); nil where it gets none.
  package var cookie: SessionCookie? {
    if case .authorizationResponse(.code(_, let cookie)) = self { cookie } else { nil }
  }
  /// The `WWW-Authenticate` header of a response (RFC 9110 §11.6.1); nil where there is none.
  public var challenge: String? {
    switch self {
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .authorizationResponse, .endSessionResponse,
      .securityEvent,
      .securityEventReceipt:
      nil
    case .introspectionResponse(let response): response.challenge
    case .tokenResponse(let response): response.challenge
    case .resourceResponse(let response): response.challenge
    case .revocationResponse(let response): response.challenge
    }
  }
  /// The `DPoP-Nonce` header of a response (RFC 9449 §8.1); nil where there is none.
  public var nonce: String? {
    switch self {
    case .tokenResponse(let response): response.nonce
    case .resourceResponse(let response): response.nonce
    case .authorizationRequest, .authorizationResponse, .tokenRequest, .resourceRequest,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest, .introspectionResponse, .securityEvent, .securityEventReceipt:
      nil
    }
  }
  /// Whether a cache may keep it: not what holds tokens, nor what says something of one
  /// (RFC 6749 §5.1).
  package var mayBeStored: Bool {
    switch self {
    case .tokenResponse, .introspectionResponse: false
    case .resourceResponse, .authorizationResponse, .revocationResponse, .endSessionResponse,
      .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent, .securityEventReceipt:
      true
    }
  }
}
