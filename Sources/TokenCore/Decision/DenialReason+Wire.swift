extension DenialReason {
  /// What the wire says: status and error code, from the RFC named at each check.
  public var wire: (status: Int, error: ErrorCode?) {
    switch self {
    case .requestMalformed: (400, .invalidRequest)
    case .grantTypeUnsupported: (400, .unsupportedGrantType)
    case .clientAuthenticationFailed: (401, .invalidClient)
    case .clientUnregistered: (400, .unauthorizedClient)
    case .personRefused: (302, .accessDenied)
    case .codeUnknown, .codeUsed, .codeExpired, .verifierMismatch: (400, .invalidGrant)
    case .refreshUnknown, .clientMismatch, .familyRevoked, .userDisabled: (400, .invalidGrant)
    case .expiredAbsolute, .expiredIdle, .spent, .reuseDetected: (400, .invalidGrant)
    case .proofInvalid: (400, .invalidDPoPProof)
    case .proofByAnotherKey: (400, .invalidGrant)
    case .reissueRefused, .windowClosed, .credentialsChanged: (400, .invalidGrant)
    case .scopeRefused: (400, .invalidScope)
    case .revokerMismatch: (400, .invalidGrant)
    case .tokenTypeNotRevocable: (400, .unsupportedTokenType)
    case .credentialsMissing: (401, nil)
    case .tokenRefused, .shortExpiryOver: (401, .invalidToken)
    case .scopeInsufficient: (403, .insufficientScope)
    }
  }

  /// A stable name for files and tests: another for each reason, whatever reuse or flaw of a proof
  /// comes with it.
  public var name: String {
    switch self {
    case .requestMalformed: "request_malformed"
    case .grantTypeUnsupported: "grant_type_unsupported"
    case .clientAuthenticationFailed: "client_authentication_failed"
    case .clientUnregistered: "client_unregistered"
    case .personRefused: "person_refused"
    case .codeUnknown: "code_unknown"
    case .codeUsed: "code_used"
    case .codeExpired: "code_expired"
    case .verifierMismatch: "code_verifier_mismatch"
    case .refreshUnknown: "refresh_token_unknown"
    case .clientMismatch: "refresh_token_client_mismatch"
    case .proofInvalid: "proof_invalid"
    case .proofByAnotherKey: "proof_by_another_key"
    case .familyRevoked: "family_revoked"
    case .userDisabled: "user_disabled"
    case .expiredAbsolute: "refresh_token_expired_absolute"
    case .expiredIdle: "refresh_token_expired_idle"
    case .spent: "refresh_token_spent"
    case .reuseDetected: "reuse_detected"
    case .scopeRefused: "scope_refused"
    case .reissueRefused(let flaw): "reissue_\(flaw.rawValue)"
    case .windowClosed: "reissue_window_closed"
    case .credentialsChanged: "reissue_credentials_changed"
    case .revokerMismatch: "revocation_client_mismatch"
    case .tokenTypeNotRevocable: "token_type_not_revocable"
    case .credentialsMissing: "credentials_missing"
    case .tokenRefused(let flaw): "access_token_\(flaw.rawValue)"
    case .shortExpiryOver: "short_expiry_over"
    case .scopeInsufficient: "scope_insufficient"
    }
  }

  /// The true reason in a few words.
  public var words: String {
    switch self {
    case .requestMalformed: "malformed request"
    case .grantTypeUnsupported: "grant type not offered"
    case .clientAuthenticationFailed: "client authentication failed"
    case .clientUnregistered: "client not registered"
    case .personRefused: "person unknown or disabled"
    case .codeUnknown: "code unknown"
    case .codeUsed: "code used before"
    case .codeExpired: "code expired"
    case .verifierMismatch: "code verifier does not match"
    case .refreshUnknown: "refresh token unknown"
    case .clientMismatch: "issued to another client"
    case .proofInvalid(let flaw): "proof of possession: \(flaw)"
    case .proofByAnotherKey: "bound to another key"
    case .familyRevoked: "family revoked"
    case .userDisabled: "user disabled"
    case .expiredAbsolute: "absolute lifetime over"
    case .expiredIdle: "idle too long"
    case .spent: "spent"
    case .reuseDetected: "reuse detected"
    case .scopeRefused: "scope exceeds the grant"
    case .reissueRefused(let flaw): flaw.words
    case .windowClosed: "re-issue window closed"
    case .credentialsChanged: "password changed since"
    case .revokerMismatch: "issued to another client"
    case .tokenTypeNotRevocable: "self-contained: cannot be revoked"
    case .credentialsMissing: "no credentials"
    case .tokenRefused(let flaw): flaw.words
    case .shortExpiryOver: "short expiry over"
    case .scopeInsufficient: "scope does not suffice"
    }
  }
}

extension AccessTokenFlaw {
  /// The flaw in a few words.
  public var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}
