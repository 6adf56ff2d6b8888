/// One question that a server asks before it answers. Each endpoint asks its own in a fixed order;
/// the first that fails decides.
public enum Check: String, CaseIterable, Sendable {
  // Any endpoint that takes a form.
  case requestWellFormed
  case clientAuthenticated
  // The authorization endpoint and the code grant.
  case clientRegistered
  case personKnown
  case grantTypeSupported
  case codeKnown
  case codeUnused
  case codeFresh
  case verifierMatches
  // The refresh grant, in the order of the table.
  case tokenKnown
  case clientMatches
  case keyMatches
  case familyActive
  case userEnabled
  case withinAbsoluteLifetime
  case withinIdleLifetime
  case notSpent
  case scopeGranted
  // A re-issue of an expired access token.
  case withinWindow
  case credentialsUnchanged
  // Revocation and introspection.
  case tokenTypeRevocable
  // A resource server.
  case credentialsPresent
  case tokenParses
  case headerAcceptable
  case signatureValid
  case claimsComplete
  case issuedHere
  case audienceIsUs
  case withinValidity
  case withinShortExpiry
  case notRevoked
  case scopeSufficient

  /// The question in words.
  public var question: String {
    switch self {
    case .requestWellFormed: "well-formed request?"
    case .clientAuthenticated: "client authenticated or public?"
    case .clientRegistered: "client registered?"
    case .personKnown: "person known and enabled?"
    case .grantTypeSupported: "grant type supported?"
    case .codeKnown: "code known to this client?"
    case .codeUnused: "code unused?"
    case .codeFresh: "code still fresh?"
    case .verifierMatches: "code verifier matches?"
    case .tokenKnown: "refresh token known?"
    case .clientMatches: "issued to this client?"
    case .keyMatches: "proof by the bound key?"
    case .familyActive: "family active?"
    case .userEnabled: "user enabled?"
    case .withinAbsoluteLifetime: "within absolute lifetime?"
    case .withinIdleLifetime: "within idle lifetime?"
    case .notSpent: "not spent, or a retry in grace?"
    case .scopeGranted: "scope within the grant?"
    case .withinWindow: "within the re-issue window?"
    case .credentialsUnchanged: "password unchanged since?"
    case .tokenTypeRevocable: "this type of token revocable?"
    case .credentialsPresent: "credentials present?"
    case .tokenParses: "token well-formed?"
    case .headerAcceptable: "header acceptable?"
    case .signatureValid: "signature valid?"
    case .claimsComplete: "claims complete?"
    case .issuedHere: "issuer is ours?"
    case .audienceIsUs: "audience is us?"
    case .withinValidity: "before exp?"
    case .withinShortExpiry: "before the private useExp?"
    case .notRevoked: "not revoked on record?"
    case .scopeSufficient: "scope sufficient?"
    }
  }

  /// The question in a word, for a row of them: `✓ known ✓ client ✗ unspent`.
  public var word: String {
    switch self {
    case .requestWellFormed: "form"
    case .clientAuthenticated: "auth"
    case .clientRegistered, .clientMatches: "client"
    case .personKnown: "person"
    case .grantTypeSupported: "grant"
    case .codeKnown, .tokenKnown: "known"
    case .codeUnused: "unused"
    case .codeFresh: "fresh"
    case .verifierMatches: "PKCE"
    case .keyMatches: "key"
    case .familyActive: "family"
    case .userEnabled: "user"
    case .withinAbsoluteLifetime: "absolute"
    case .withinIdleLifetime: "idle"
    case .notSpent: "unspent"
    case .scopeGranted, .scopeSufficient: "scope"
    case .withinWindow: "window"
    case .credentialsUnchanged: "password"
    case .tokenTypeRevocable: "type"
    case .credentialsPresent: "token"
    case .tokenParses: "parse"
    case .headerAcceptable: "header"
    case .signatureValid: "signature"
    case .claimsComplete: "claims"
    case .issuedHere: "iss"
    case .audienceIsUs: "aud"
    case .withinValidity: "exp"
    case .withinShortExpiry: "useExp"
    case .notRevoked: "record"
    }
  }

  /// Where the rule stands.
  public var specification: String {
    switch self {
    case .requestWellFormed: "RFC 6749 §3.2"
    case .clientAuthenticated: "RFC 6749 §3.2.1"
    case .clientRegistered: "RFC 6749 §4.1.1"
    case .personKnown: "RFC 6749 §4.1.2.1"
    case .grantTypeSupported: "RFC 6749 §5.2"
    case .codeKnown, .codeFresh: "RFC 6749 §4.1.3"
    case .codeUnused: "RFC 6749 §4.1.2"
    case .verifierMatches: "RFC 7636 §4.6"
    case .tokenKnown: "RFC 6749 §6"
    case .scopeGranted: "RFC 6749 §3.3"
    case .clientMatches: "RFC 6749 §10.4"
    case .keyMatches: "RFC 9449 §5"
    case .familyActive: "RFC 9700 §4.14.2"
    case .userEnabled: "RFC 6749 §6"
    case .withinAbsoluteLifetime: "ASVS 10.4.8"
    case .withinIdleLifetime: "RFC 9700 §4.14.2"
    case .notSpent: "RFC 9700 §4.14.2"
    case .withinWindow: "no RFC: a private rule"
    case .withinShortExpiry: "no RFC: a private claim"
    case .credentialsUnchanged: "ASVS 7.4.3"
    case .tokenTypeRevocable: "RFC 7009 §2.2.1"
    case .credentialsPresent: "RFC 6750 §3.1"
    case .tokenParses: "RFC 7515 §5.2"
    case .headerAcceptable: "RFC 9068 §4"
    case .signatureValid: "RFC 7515 §5.2"
    case .claimsComplete: "RFC 9068 §2.2"
    case .issuedHere: "RFC 9068 §4"
    case .audienceIsUs: "RFC 7519 §4.1.3"
    case .withinValidity: "RFC 7519 §4.1.4"
    case .notRevoked: "RFC 7009 §3"
    case .scopeSufficient: "RFC 6750 §3.1"
    }
  }
}
