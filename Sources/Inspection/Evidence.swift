import JOSE
import TokenCore

/// Everything that an explanation of a flaw may look at: the token as far as each of its parts parses, and
/// what was wanted of it.
struct Evidence {
  package let token: String
  package let circumstances: Circumstances
  let shape: TokenShape
  /// Between the dots.
  package let parts: [String]
  package let header: TokenPart
  package let claims: TokenPart

  package init(token: String, circumstances: Circumstances) {
    self.token = token
    self.circumstances = circumstances
    shape = TokenShape(token)
    parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isSigned = shape == .signed || shape == .encrypted
    header = TokenPart(isSigned ? parts.first : nil)
    claims = TokenPart(shape == .signed && parts.count > 1 ? parts[1] : nil)
  }

  /// Issuer and audience are the token's own where nothing else is wanted: what is left then is that
  /// they are there and have their types.
  package var rules: AccessTokenRules {
    AccessTokenRules(
      issuer: circumstances.issuer ?? claims.members?["iss"]?.asText ?? "",
      audience: circumstances.audience ?? ownAudience ?? "", leeway: circumstances.leeway)
  }

  private var ownAudience: String? {
    let audience = claims.members?["aud"]
    return audience?.asText ?? audience?.asArray?.lazy.compactMap(\.asText).first
  }

  /// The flaw explained.
  package func finding(_ flaw: AccessTokenFlaw) -> Finding {
    let (expected, found) = explanation(of: flaw)
    return Finding(
      code: flaw.rawValue, specification: specification(of: flaw), expected: expected, found: found)
  }

  /// What was expected and what was found, for the first place where the flaw is.
  private func explanation(of flaw: AccessTokenFlaw) -> (expected: String, found: String) {
    switch flaw {
    case .malformed: malformation
    case .tooLarge: excess
    case .jsonInvalid: brokenJSON
    case .duplicateMember: duplicate
    case .headerInvalid: wrongHeader
    case .criticalUnknown:
      ("no critical extension: this verifier knows none", "crit " + shown(headerMember("crit")))
    case .criticalInvalid:
      (
        "crit: a list of extensions that are in the header, each once",
        shown(headerMember("crit"))
      )
    case .unencodedPayloadForbidden: ("no b64 or b64 true: a JWT is encoded", "b64 false")
    case .nestedUnsupported: ("claims", "a token inside the token (cty)")
    case .untrustedKeyReference: keyReference
    case .algorithmNotAllowed: wrongAlgorithm
    case .unknownKey: unknownKey
    case .keyAlgorithmMismatch: mismatchedKey
    case .weakKey: ("a secret of 32 bytes or more", "fewer")
    case .badSignature: wrongSignature
    case .wrongType: ("typ \"at+jwt\"", "typ " + shown(headerMember("typ")))
    case .missingClaim, .claimType:
      ("the claims of an access token", "one that is missing or of another type")
    case .wrongIssuer:
      (
        circumstances.issuer.map { "iss " + quoted($0) } ?? "iss, a text",
        "iss " + shown(claim("iss"))
      )
    case .wrongAudience:
      (
        circumstances.audience.map { "aud with \(quoted($0))" } ?? "aud, a text or texts",
        "aud " + shown(claim("aud"))
      )
    case .expired: ("exp after \(nowWithLeeway)", "exp \(moment("exp"))")
    case .notYetValid: ("nbf not after \(nowWithLeeway)", "nbf \(moment("nbf"))")
    case .issuedInFuture: ("iat not after \(nowWithLeeway)", "iat \(moment("iat"))")
    case .claimsInconsistent, .lifetimeTooLong: dateOrder
    case .bindingRequired: ("a proof of the key in cnf.jkt", "none")
    case .revoked: ("a token that is good on record", "a revoked one")
    }
  }
}

extension Evidence {
  func headerMember(_ name: JSONName) -> JSONValue? { header.members?[name] }
  package func claim(_ name: JSONName) -> JSONValue? { claims.members?[name] }
}

/// A value as a sentence shows it: texts between quotation marks, `none` where there is no value.
package func shown(_ value: JSONValue?) -> String {
  guard let value else { return "none" }
  if let text = value.asText { return quoted(text) }
  let json = String(decoding: value.serialized(), as: UTF8.self)
  return shortened(escaped(json: json), limit: 160)
}
