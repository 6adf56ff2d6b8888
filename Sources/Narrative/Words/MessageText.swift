import Simulation
import TokenCore

extension Message {
  /// What the message brings, in a word or two.
  var contents: String {
    switch payload {
    case .tokenResponse(.success(let grant)):
      tokenNames(grant.accessToken.label, grant.refreshToken?.label)
    case .tokenResponse(.error(let error, _)): error.rawValue
    case .tokenResponse(.unavailable), .introspectionResponse(.unavailable): "503"
    case .tokenResponse(.wantsNonce): ErrorCode.useDPoPNonce.rawValue
    case .authorizationResponse(.code(_, let cookie)):
      cookie == nil ? "a code" : "a code and a cookie"
    case .authorizationResponse(.error(let error)): error.rawValue
    case .authorizationResponse(.rejected): "an error page"
    case .resourceResponse(let response):
      "\(response.status)" + (response.host.map { " from \($0)" } ?? "")
    case .revocationResponse(let response): "\(response.status)"
    case .endSessionResponse(let response): "\(response.status)"
    case .introspectionResponse(.active): "active"
    case .introspectionResponse(.inactive): "inactive"
    case .introspectionResponse(.error(let error, _)): error.rawValue
    case .securityEventReceipt(let receipt):
      "\(receipt.status)" + (receipt.host.map { " from \($0)" } ?? "")
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent:
      payload.title
    }
  }
}
