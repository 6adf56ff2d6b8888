import JOSE
import TokenCore

extension Evidence {
  /// The rule that the flaw breaks, with its section; or that it is this verifier's own.
  package func specification(of flaw: AccessTokenFlaw) -> String {
    switch flaw {
    case .malformed:
      if case .withScheme = shape { "RFC 6750 §2.1" } else { "RFC 7515 §7.1, §2" }
    case .tooLarge: "a limit of this verifier (RFC 8259 §9 allows limits)"
    case .jsonInvalid: "RFC 7515 §10.12, RFC 8259"
    case .duplicateMember: header.members == nil ? "RFC 7515 §4" : "RFC 7519 §4"
    case .headerInvalid: "RFC 7515 §4.1"
    case .criticalUnknown, .criticalInvalid: "RFC 7515 §4.1.11"
    case .unencodedPayloadForbidden: "RFC 7797 §7"
    case .nestedUnsupported: "RFC 7519 §5.2: nesting is optional"
    case .wrongType: "RFC 9068 §4"
    case .algorithmNotAllowed:
      headerMember("alg")?.asText?.lowercased() == "none" ? "RFC 9068 §2.1, §4" : "RFC 8725 §3.1"
    case .unknownKey: "RFC 7515 §4.1.4"
    case .keyAlgorithmMismatch: "RFC 8725 §3.1"
    case .untrustedKeyReference: "RFC 9068 §4, RFC 8725 §3.10"
    case .weakKey: "RFC 7518 §3.2"
    case .badSignature: "RFC 7515 §5.2"
    case .missingClaim: "RFC 9068 §2.2"
    case .claimType: "RFC 7519 §4.1"
    case .claimsInconsistent: "no RFC: this verifier's own rule"
    case .lifetimeTooLong: "RFC 6750 §5.3"
    case .wrongIssuer: "RFC 9068 §4"
    case .wrongAudience: "RFC 7519 §4.1.3, RFC 9068 §4"
    case .expired: "RFC 7519 §4.1.4"
    case .notYetValid: "RFC 7519 §4.1.5"
    case .issuedInFuture: "RFC 7519 §4.1.6: no rule; this verifier's own"
    case .bindingRequired: "RFC 9449 §7.2"
    case .revoked: "RFC 7009 §3"
    }
  }
}
