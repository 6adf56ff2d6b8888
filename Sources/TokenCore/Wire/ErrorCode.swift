/// The error codes that go over the wire, verbatim from the RFCs.
public enum ErrorCode: String, Hashable, Sendable {
  // RFC 6749 §5.2
  case invalidRequest = "invalid_request"
  case invalidClient = "invalid_client"
  case invalidGrant = "invalid_grant"
  case unauthorizedClient = "unauthorized_client"
  case unsupportedGrantType = "unsupported_grant_type"
  case invalidScope = "invalid_scope"
  // RFC 6749 §4.1.2.1
  case accessDenied = "access_denied"
  // RFC 6750 §3.1
  case invalidToken = "invalid_token"
  case insufficientScope = "insufficient_scope"
  // RFC 9449 §5
  case invalidDPoPProof = "invalid_dpop_proof"
  // RFC 7009 §2.2.1
  case unsupportedTokenType = "unsupported_token_type"
}
