extension DenialReason {
  /// What the wire says: status and error code, from the RFC named at each check.
  public var wire: (status: Int, error: ErrorCode?) {
    switch self {
    case .requestMalformed: (400, .invalidRequest)
    case .grantTypeUnsupported: (400, .unsupportedGrantType)
    case .clientAuthenticationFailed: (401, .invalidClient)
    case .clientUnregistered: (400, .unauthorizedClient)
    case .challengeRefused: (302, .invalidRequest)
    case .personRefused: (302, .accessDenied)
    case .sessionMissing, .sessionExpired, .sessionEnded, .sessionTooOld: (302, .loginRequired)
    case .codeSessionEnded: (400, .invalidGrant)
    case .codeUnknown, .codeUsed, .codeExpired, .verifierMismatch: (400, .invalidGrant)
    case .refreshUnknown, .clientMismatch, .familyRevoked, .userDisabled: (400, .invalidGrant)
    case .expiredAbsolute, .expiredIdle, .spent, .spared, .reuseDetected: (400, .invalidGrant)
    case .proofInvalid: (400, .invalidDPoPProof)
    case .proofByAnotherKey: (400, .invalidGrant)
    case .nonceWanted: (400, .useDPoPNonce)
    case .reissueRefused, .windowClosed, .credentialsChanged: (400, .invalidGrant)
    case .scopeRefused, .scopeNotPermitted: (400, .invalidScope)
    case .revokerMismatch: (400, .invalidGrant)
    case .tokenTypeNotRevocable: (400, .unsupportedTokenType)
    case .introspectionDown, .writeFailed: (503, nil)
    case .credentialsMissing: (401, nil)
    case .ownPageUnproven: (403, nil)
    case .tokenRefused, .shortExpiryOver, .statusInvalid, .sessionSignalled, .sessionUnnamed:
      (401, .invalidToken)
    case .callProofInvalid: (401, .invalidDPoPProof)
    case .callNonceWanted: (401, .useDPoPNonce)
    case .scopeInsufficient: (403, .insufficientScope)
    case .signInTooOld: (401, .insufficientUserAuthentication)
    }
  }

  /// The true reason in a few words.
  public var words: String {
    switch self {
    case .requestMalformed: "malformed request"
    case .grantTypeUnsupported: "grant type not offered"
    case .clientAuthenticationFailed: "client authentication failed"
    case .clientUnregistered: "client not registered"
    case .challengeRefused: "no hashed code challenge"
    case .personRefused: "person unknown or disabled"
    case .sessionMissing: "no SSO session"
    case .sessionExpired: "SSO session over"
    case .sessionEnded: "SSO session ended"
    case .sessionTooOld: "SSO session's sign-in too long ago"
    case .codeSessionEnded: "SSO session of the code ended"
    case .codeUnknown: "code unknown"
    case .codeUsed: "code used before"
    case .codeExpired: "code expired"
    case .verifierMismatch: "code verifier does not match"
    case .refreshUnknown: "refresh token unknown"
    case .clientMismatch: "issued to another client"
    case .proofInvalid(let flaw), .callProofInvalid(let flaw): "proof of possession: \(flaw)"
    case .nonceWanted, .callNonceWanted: "no nonce of this server's in the proof"
    case .proofByAnotherKey: "bound to another key"
    case .familyRevoked: "family revoked"
    case .userDisabled: "user disabled"
    case .expiredAbsolute: "absolute lifetime over"
    case .expiredIdle: "idle too long"
    case .spent: "spent"
    case .spared: "spent just now"
    case .reuseDetected: "reuse detected"
    case .scopeRefused: "scope exceeds the grant"
    case .scopeNotPermitted: "no scope that may be granted"
    case .reissueRefused(let flaw): flaw.words
    case .windowClosed: "re-issue window closed"
    case .credentialsChanged: "password changed since"
    case .revokerMismatch: "issued to another client"
    case .tokenTypeNotRevocable: "self-contained: cannot be revoked"
    case .introspectionDown: "introspection is down"
    case .writeFailed: "the write failed"
    case .credentialsMissing: "no credentials"
    case .ownPageUnproven: "a cookie alone"
    case .tokenRefused(let flaw): flaw.words
    case .shortExpiryOver: "short expiry over"
    case .statusInvalid: "no VALID entry in the status list"
    case .sessionSignalled: "session revoked, an event said"
    case .sessionUnnamed: "names no session"
    case .scopeInsufficient: "scope does not suffice"
    case .signInTooOld: "sign-in too long ago"
    }
  }
}

extension AccessTokenFlaw {
  /// The flaw in a few words.
  public var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}

extension DenialReason {
  /// Where the rule stands, if it is not where that of the failed check stands: a proof can be a good
  /// one and lack the nonce, which the two servers ask for in sections of their own.
  package var specification: String? {
    if case .nonceWanted = self { return "RFC 9449 §8" }
    if case .callNonceWanted = self { return "RFC 9449 §9" }
    return nil
  }
}
