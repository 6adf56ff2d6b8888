/// The error codes that go over the wire, verbatim from the RFCs.
public enum ErrorCode: String, Hashable, CaseIterable, Sendable {
  // RFC 6749 §5.2
  /// A parameter is missing or occurs twice.
  case invalidRequest = "invalid_request"
  /// Client authentication failed; the status is 401.
  case invalidClient = "invalid_client"
  /// The code or the token is not good, for whatever reason.
  case invalidGrant = "invalid_grant"
  /// This client may not do that.
  case unauthorizedClient = "unauthorized_client"
  /// The server offers no such grant.
  case unsupportedGrantType = "unsupported_grant_type"
  /// More is asked for than was granted.
  case invalidScope = "invalid_scope"
  // RFC 6749 §4.1.2.1
  /// The person, or the server for them, said no.
  case accessDenied = "access_denied"
  // OpenID Connect Core 1.0 §3.1.2.6
  /// Nobody is to be asked, and no session answers for anybody.
  case loginRequired = "login_required"
  // RFC 6750 §3.1
  /// The access token is not good here; the status is 401.
  case invalidToken = "invalid_token"
  /// The access token does not allow this; the status is 403.
  case insufficientScope = "insufficient_scope"
  // RFC 9470 §3
  /// The person authenticated too long ago for the call; the status is 401.
  case insufficientUserAuthentication = "insufficient_user_authentication"
  // RFC 9449 §5
  /// The proof of possession is missing or not good.
  case invalidDPoPProof = "invalid_dpop_proof"
  // RFC 9449 §8, §9
  /// The proof has to contain the nonce that comes with this answer.
  case useDPoPNonce = "use_dpop_nonce"
  // RFC 7009 §2.2.1
  /// The server cannot revoke a token of this type.
  case unsupportedTokenType = "unsupported_token_type"
}
