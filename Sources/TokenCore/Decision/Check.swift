/// One question that a server asks before it answers. Each endpoint asks its own in a fixed order;
/// the first that fails decides.
public enum Check: String, CaseIterable, Sendable {
  // Any endpoint that takes a form.
  /// Each parameter once, none missing, one way of authentication.
  case requestWellFormed
  /// The client is who it says, or public.
  case clientAuthenticated
  // The authorization endpoint and the code grant.
  /// The client that asks for authorization is registered.
  case clientRegistered
  /// The code will be bound to a hash of the verifier, not to the verifier itself.
  case challengeHashed
  /// The person has an account, and it is enabled.
  case personKnown
  /// The browser has a session that answers for its person.
  case sessionLives
  /// The person authenticated no longer ago than the request asks for.
  case sessionRecent
  /// The policy offers that grant.
  case grantTypeSupported
  /// The code was given to this client.
  case codeKnown
  /// Nobody has exchanged the code yet.
  case codeUnused
  /// The code has not expired.
  case codeFresh
  /// The session that the code came of was not ended.
  case sessionStands
  /// The verifier hashes to the challenge that came with the request for the code.
  case verifierMatches
  // The refresh grant, in the order of the table.
  /// The refresh token has a row.
  case tokenKnown
  /// The token was issued to the client that brings it.
  case clientMatches
  /// The request proves possession of the key that the grant is bound to.
  case keyMatches
  /// The family has not been revoked.
  case familyActive
  /// The user's account is enabled.
  case userEnabled
  /// Not too long since the sign-in.
  case withinAbsoluteLifetime
  /// The token is current, or comes back inside its grace.
  case notSpent
  /// Not too long since the last use.
  case withinIdleLifetime
  /// Something is asked for that may be granted, and no more than was granted before.
  case scopeGranted
  // A re-issue of an expired access token.
  /// Not too late for a re-issue.
  case withinWindow
  /// The password is still the one of the sign-in.
  case credentialsUnchanged
  // Revocation and introspection.
  /// The introspection endpoint is up.
  case endpointUp
  /// A record decides about tokens of this type, so revoking one has an effect.
  case tokenTypeRevocable
  /// The store has kept what was written.
  case changeStored
  // A resource server.
  /// The request carries an access token.
  case credentialsPresent
  /// The call has the header that another site's page cannot set.
  case fromOwnPage
  /// The text is a token.
  case tokenParses
  /// Type, algorithm and key are the expected ones.
  case headerAcceptable
  /// One of the issuer's keys signed it.
  case signatureValid
  /// Every required claim is there and of its type.
  case claimsComplete
  /// `iss` is the configured issuer.
  case issuedHere
  /// `aud` names this server.
  case audienceIsUs
  /// Between `nbf` and `exp`.
  case withinValidity
  /// Before the private short expiry.
  case withinShortExpiry
  /// The request proves possession of the key that the token is bound to.
  case tokenKeyProven
  /// The authorization server's record stands behind it.
  case notRevoked
  /// The token's entry in the status list is VALID.
  case statusValid
  /// No event has said that the token's session was revoked.
  case sessionUnrevoked
  /// Nobody says what the token is worth, and the policy is to serve it all the same.
  case servedUntold
  /// The token allows what the request is for.
  case scopeSufficient
  /// The person authenticated no longer ago than the call asks for.
  case signInRecent

  /// The question in words.
  public var question: String {
    switch self {
    case .requestWellFormed: "well-formed request?"
    case .clientAuthenticated: "client authenticated or public?"
    case .clientRegistered: "client registered?"
    case .challengeHashed: "code challenge hashed?"
    case .personKnown: "person known and enabled?"
    case .sessionLives: "SSO session alive?"
    case .sessionRecent: "SSO session's sign-in recent enough?"
    case .sessionStands: "SSO session not ended?"
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
    case .scopeGranted: "a scope that may be granted?"
    case .withinWindow: "within the re-issue window?"
    case .credentialsUnchanged: "password unchanged since?"
    case .tokenTypeRevocable: "this type of token revocable?"
    case .endpointUp: "introspection endpoint up?"
    case .changeStored: "change stored?"
    case .servedUntold: "served without an answer?"
    case .credentialsPresent: "credentials present?"
    case .fromOwnPage: "from the application's own page?"
    case .tokenParses: "token well-formed?"
    case .headerAcceptable: "header acceptable?"
    case .signatureValid: "signature valid?"
    case .claimsComplete: "claims complete?"
    case .issuedHere: "issuer is ours?"
    case .audienceIsUs: "audience is us?"
    case .withinValidity: "before exp?"
    case .withinShortExpiry: "before the private useExp?"
    case .tokenKeyProven: "proof by the token's key?"
    case .notRevoked: "not revoked on record?"
    case .sessionUnrevoked: "no event that its session was revoked?"
    case .statusValid: "VALID in the status list?"
    case .scopeSufficient: "scope sufficient?"
    case .signInRecent: "sign-in recent enough?"
    }
  }

  /// The question in a word, for a row of them: `✓ known ✓ client ✗ unspent`.
  package var word: String {
    switch self {
    case .requestWellFormed: "form"
    case .clientAuthenticated: "auth"
    case .clientRegistered, .clientMatches: "client"
    case .challengeHashed: "S256"
    case .personKnown: "person"
    case .sessionLives, .sessionStands: "session"
    case .grantTypeSupported: "grant"
    case .codeKnown, .tokenKnown: "known"
    case .codeUnused: "unused"
    case .codeFresh: "fresh"
    case .verifierMatches: "PKCE"
    case .keyMatches, .tokenKeyProven: "key"
    case .familyActive: "family"
    case .userEnabled: "user"
    case .withinAbsoluteLifetime: "absolute"
    case .withinIdleLifetime: "idle"
    case .notSpent: "unspent"
    case .scopeGranted, .scopeSufficient: "scope"
    case .withinWindow: "window"
    case .credentialsUnchanged: "password"
    case .tokenTypeRevocable: "type"
    case .endpointUp: "up"
    case .changeStored: "store"
    case .servedUntold: "untold"
    case .credentialsPresent: "token"
    case .fromOwnPage: "page"
    case .tokenParses: "parse"
    case .headerAcceptable: "header"
    case .signatureValid: "signature"
    case .claimsComplete: "claims"
    case .issuedHere: "iss"
    case .audienceIsUs: "aud"
    case .withinValidity: "exp"
    case .withinShortExpiry: "useExp"
    case .notRevoked: "record"
    case .statusValid: "status"
    case .sessionUnrevoked: "signal"
    case .sessionRecent, .signInRecent: "max_age"
    }
  }

  /// Where the rule stands.
  public var specification: String {
    switch self {
    case .requestWellFormed: "RFC 6749 §3.2"
    case .clientAuthenticated: "RFC 6749 §3.2.1"
    case .clientRegistered: "RFC 6749 §4.1.2.1"
    case .challengeHashed: "RFC 7636 §4.4.1"
    case .personKnown: "RFC 6749 §4.1.2.1"
    case .sessionLives, .sessionRecent: "OpenID Connect Core 1.0 §3.1.2.1"
    case .sessionStands: "ASVS 5.0 7.4.1"
    case .grantTypeSupported: "RFC 6749 §5.2"
    case .codeKnown: "RFC 6749 §4.1.3"
    case .codeUnused, .codeFresh: "RFC 6749 §4.1.2"
    case .verifierMatches: "RFC 7636 §4.6"
    case .tokenKnown: "RFC 6749 §6"
    case .scopeGranted: "RFC 6749 §3.3"
    case .clientMatches: "RFC 6749 §10.4"
    case .keyMatches: "RFC 9449 §5"
    case .familyActive: "RFC 9700 §4.14.2"
    case .userEnabled: "ASVS 5.0 7.4.2"
    case .withinAbsoluteLifetime: "ASVS 5.0 10.4.8"
    case .withinIdleLifetime: "RFC 9700 §4.14.2"
    case .notSpent: "RFC 9700 §4.14.2"
    case .withinWindow: "no RFC: a private rule"
    case .withinShortExpiry: "no RFC: a private claim"
    case .tokenKeyProven: "RFC 9449 §7.1"
    case .credentialsUnchanged: "ASVS 5.0 7.4.3"
    case .tokenTypeRevocable: "RFC 7009 §2.2.1"
    case .endpointUp: "RFC 9110 §15.6.4"
    case .changeStored: "RFC 9110 §15.6.4"
    case .servedUntold: "no RFC: a private rule"
    case .credentialsPresent: "RFC 6750 §3.1"
    case .fromOwnPage: "ASVS 5.0 3.5.1"
    case .tokenParses: "RFC 7515 §5.2"
    case .headerAcceptable: "RFC 9068 §4"
    case .signatureValid: "RFC 7515 §5.2"
    case .claimsComplete: "RFC 9068 §2.2"
    case .issuedHere: "RFC 9068 §4"
    case .audienceIsUs: "RFC 7519 §4.1.3"
    case .withinValidity: "RFC 7519 §4.1.4"
    case .notRevoked: "RFC 7009 §3"
    case .sessionUnrevoked: "OpenID CAEP 1.0 §3.1"
    case .statusValid: "draft-ietf-oauth-status-list §8.3"
    case .scopeSufficient: "RFC 6750 §3.1"
    case .signInRecent: "RFC 9470 §3"
    }
  }
}
