/// Why a verifier refused an access token: the true reason, for the views and the tests. On the wire
/// every one of them is `invalid_token` (RFC 6750 §3.1, RFC 9068 §4).
public enum AccessTokenFlaw: String, Error, CaseIterable, Sendable {
  // Parsing: nothing has been believed yet.
  case malformed
  case tooLarge = "too_large"
  case jsonInvalid = "json_invalid"
  case duplicateMember = "duplicate_member"
  case headerInvalid = "header_invalid"
  // The header, before the signature is computed.
  case criticalUnknown = "crit_unknown"
  case criticalInvalid = "crit_invalid"
  case unencodedPayloadForbidden = "b64_forbidden"
  case nestedUnsupported = "nested_unsupported"
  case wrongType = "wrong_typ"
  case algorithmNotAllowed = "alg_not_allowed"
  case unknownKey = "unknown_key"
  case keyAlgorithmMismatch = "key_alg_mismatch"
  case untrustedKeyReference = "untrusted_key_ref"
  case weakKey = "weak_key"
  // The signature.
  case badSignature = "bad_signature"
  // The claims.
  case missingClaim = "missing_claim"
  case claimType = "claim_type"
  case claimsInconsistent = "claims_inconsistent"
  case lifetimeTooLong = "lifetime_too_long"
  case wrongIssuer = "wrong_issuer"
  case wrongAudience = "wrong_audience"
  case expired
  case notYetValid = "not_yet_valid"
  case issuedInFuture = "issued_in_future"
  // What only a server's record can tell.
  case bindingRequired = "binding_required"
  case revoked
}
