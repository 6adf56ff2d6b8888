/// Why a verifier refused an access token: the true reason, for the views and the tests. On the wire
/// every one of them is `invalid_token` (RFC 6750 §3.1, RFC 9068 §4).
public enum AccessTokenFlaw: String, Error, CaseIterable, Sendable {
  // Parsing: nothing has been believed yet.
  /// Not three parts of base64url, or not UTF-8.
  case malformed
  /// Longer, deeper or with more members than a verifier reads.
  case tooLarge = "too_large"
  /// A part is no JSON object.
  case jsonInvalid = "json_invalid"
  /// A name occurs twice in an object (RFC 7519 §4).
  case duplicateMember = "duplicate_member"
  /// A header member has the wrong type.
  case headerInvalid = "header_invalid"
  // The header, before the signature is computed.
  /// `crit` names an extension that nobody here knows (RFC 7515 §4.1.11).
  case criticalUnknown = "crit_unknown"
  /// `crit` is empty, repeats a name, or names what it must not.
  case criticalInvalid = "crit_invalid"
  /// `b64` asks for a payload that is not encoded (RFC 7797 §7).
  case unencodedPayloadForbidden = "b64_forbidden"
  /// `cty` says that another token is inside, which no verifier here opens.
  case nestedUnsupported = "nested_unsupported"
  /// `typ` is another one (RFC 9068 §4).
  case wrongType = "wrong_typ"
  /// `alg` is none of ours; `none` never is (RFC 8725 §3.1).
  case algorithmNotAllowed = "alg_not_allowed"
  /// `kid` names a key that is not in the set.
  case unknownKey = "unknown_key"
  /// `alg` is not the one that the key is for (RFC 8725 §3.1).
  case keyAlgorithmMismatch = "key_alg_mismatch"
  /// The header brings a key, or says where to fetch one (RFC 8725 §3.10).
  case untrustedKeyReference = "untrusted_key_ref"
  /// The key is too short for the algorithm.
  case weakKey = "weak_key"
  // The signature.
  /// The signature is not by the key.
  case badSignature = "bad_signature"
  // The claims.
  /// A claim that RFC 9068 §2.2 requires is not there.
  case missingClaim = "missing_claim"
  /// A claim has the wrong type.
  case claimType = "claim_type"
  /// The dates contradict each other.
  case claimsInconsistent = "claims_inconsistent"
  /// From `iat` to `exp` is longer than the verifier takes.
  case lifetimeTooLong = "lifetime_too_long"
  /// `iss` is not ours.
  case wrongIssuer = "wrong_issuer"
  /// `aud` does not name this resource server.
  case wrongAudience = "wrong_audience"
  /// At or after `exp`, leeway included.
  case expired
  /// Before `nbf`, leeway included.
  case notYetValid = "not_yet_valid"
  /// `iat` lies ahead, leeway included.
  case issuedInFuture = "issued_in_future"
  // What only a server's record can tell.
  /// Bound to a key that the request does not prove, or not bound to the one that it proves.
  case bindingRequired = "binding_required"
  /// The server's record no longer stands behind it.
  case revoked
}
