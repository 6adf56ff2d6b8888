import TokenCore

/// Why a DPoP proof was refused: the true reason. On the wire it is `invalid_dpop_proof`, or
/// `use_dpop_nonce` for the nonce (RFC 9449 §5, §8).
package enum DPoPFlaw: String, Error, CaseIterable, Sendable {
  // Parsing: the same words as for access tokens.
  case malformed
  case tooLarge = "too_large"
  case jsonInvalid = "json_invalid"
  case duplicateMember = "duplicate_member"
  case headerInvalid = "header_invalid"
  case criticalUnknown = "crit_unknown"
  case criticalInvalid = "crit_invalid"
  case unencodedPayloadForbidden = "b64_forbidden"
  case nestedUnsupported = "nested_unsupported"
  // The header: type, algorithm, and the key that came along.
  case wrongType = "wrong_typ"
  case algorithmNotAllowed = "alg_not_allowed"
  case keyMissing = "key_missing"
  case keyNotPublic = "key_not_public"
  case keyUnusable = "key_unusable"
  case keyAlgorithmMismatch = "key_alg_mismatch"
  case badSignature = "bad_signature"
  // The claims.
  case missingClaim = "missing_claim"
  case claimType = "claim_type"
  case proofIDTooLong = "jti_too_long"
  case wrongMethod = "wrong_htm"
  case wrongTarget = "wrong_htu"
  case tooOld = "too_old"
  case issuedInFuture = "issued_in_future"
  case wrongNonce = "wrong_nonce"
  case wrongAccessToken = "wrong_ath"
  // The key is in order, but it is not the one the token is bound to.
  case wrongKey = "wrong_key"

  /// A flaw of the JWS itself has the same name here. Those that only an access token's key and claims
  /// can have never come of reading one.
  init(_ flaw: AccessTokenFlaw) {
    switch flaw {
    case .malformed: self = .malformed
    case .tooLarge: self = .tooLarge
    case .jsonInvalid: self = .jsonInvalid
    case .duplicateMember: self = .duplicateMember
    case .headerInvalid: self = .headerInvalid
    case .criticalUnknown: self = .criticalUnknown
    case .criticalInvalid: self = .criticalInvalid
    case .unencodedPayloadForbidden: self = .unencodedPayloadForbidden
    case .nestedUnsupported: self = .nestedUnsupported
    case .wrongType: self = .wrongType
    case .algorithmNotAllowed: self = .algorithmNotAllowed
    case .keyAlgorithmMismatch: self = .keyAlgorithmMismatch
    case .unknownKey, .untrustedKeyReference, .weakKey: self = .keyUnusable
    case .badSignature: self = .badSignature
    case .missingClaim: self = .missingClaim
    case .claimType: self = .claimType
    case .issuedInFuture: self = .issuedInFuture
    case .claimsInconsistent, .lifetimeTooLong, .wrongIssuer, .wrongAudience, .expired,
      .notYetValid, .bindingRequired, .revoked:
      self = .malformed
    }
  }
}
