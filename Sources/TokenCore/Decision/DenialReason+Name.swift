extension DenialReason {
  /// A stable name for files and tests: another for each reason, whatever reuse or flaw of a proof
  /// comes with it.
  public var name: String {
    switch self {
    case .requestMalformed: Plain.requestMalformed.rawValue
    case .grantTypeUnsupported: Plain.grantTypeUnsupported.rawValue
    case .clientAuthenticationFailed: Plain.clientAuthenticationFailed.rawValue
    case .clientUnregistered: Plain.clientUnregistered.rawValue
    case .challengeRefused: Plain.challengeRefused.rawValue
    case .personRefused: Plain.personRefused.rawValue
    case .sessionMissing: Plain.sessionMissing.rawValue
    case .sessionExpired: Plain.sessionExpired.rawValue
    case .sessionEnded: Plain.sessionEnded.rawValue
    case .sessionTooOld: Plain.sessionTooOld.rawValue
    case .codeSessionEnded: Plain.codeSessionEnded.rawValue
    case .codeUnknown: Plain.codeUnknown.rawValue
    case .codeUsed: Plain.codeUsed.rawValue
    case .codeExpired: Plain.codeExpired.rawValue
    case .verifierMismatch: Plain.verifierMismatch.rawValue
    case .refreshUnknown: Plain.refreshUnknown.rawValue
    case .clientMismatch: Plain.clientMismatch.rawValue
    case .proofInvalid: Plain.proofInvalid.rawValue
    case .proofByAnotherKey: Plain.proofByAnotherKey.rawValue
    case .nonceWanted: Plain.nonceWanted.rawValue
    case .callProofInvalid: Plain.callProofInvalid.rawValue
    case .callNonceWanted: Plain.callNonceWanted.rawValue
    case .familyRevoked: Plain.familyRevoked.rawValue
    case .userDisabled: Plain.userDisabled.rawValue
    case .expiredAbsolute: Plain.expiredAbsolute.rawValue
    case .expiredIdle: Plain.expiredIdle.rawValue
    case .spent: Plain.spent.rawValue
    case .spared: Plain.spared.rawValue
    case .reuseDetected: Plain.reuseDetected.rawValue
    case .scopeRefused: Plain.scopeRefused.rawValue
    case .scopeNotPermitted: Plain.scopeNotPermitted.rawValue
    case .reissueRefused(let flaw): "reissue_\(flaw.rawValue)"
    case .windowClosed: Plain.windowClosed.rawValue
    case .credentialsChanged: Plain.credentialsChanged.rawValue
    case .revokerMismatch: Plain.revokerMismatch.rawValue
    case .tokenTypeNotRevocable: Plain.tokenTypeNotRevocable.rawValue
    case .introspectionDown: Plain.introspectionDown.rawValue
    case .writeFailed: Plain.writeFailed.rawValue
    case .credentialsMissing: Plain.credentialsMissing.rawValue
    case .ownPageUnproven: Plain.ownPageUnproven.rawValue
    case .tokenRefused(let flaw): "access_token_\(flaw.rawValue)"
    case .shortExpiryOver: Plain.shortExpiryOver.rawValue
    case .statusInvalid: Plain.statusInvalid.rawValue
    case .sessionSignalled: Plain.sessionSignalled.rawValue
    case .sessionUnnamed: Plain.sessionUnnamed.rawValue
    case .scopeInsufficient: Plain.scopeInsufficient.rawValue
    case .signInTooOld: Plain.signInTooOld.rawValue
    }
  }

  /// Every name that a reason can have.
  public static var names: [String] {
    Plain.allCases.map(\.rawValue)
      + AccessTokenFlaw.allCases.flatMap { [reissueRefused($0).name, tokenRefused($0).name] }
  }

  /// The names that no flaw of an access token is part of.
  private enum Plain: String, CaseIterable {
    case requestMalformed = "request_malformed"
    case grantTypeUnsupported = "grant_type_unsupported"
    case clientAuthenticationFailed = "client_authentication_failed"
    case clientUnregistered = "client_unregistered"
    case challengeRefused = "code_challenge_refused"
    case personRefused = "person_refused"
    case sessionMissing = "sso_session_missing"
    case sessionExpired = "sso_session_expired"
    case sessionEnded = "sso_session_ended"
    case sessionTooOld = "sso_session_too_old"
    case codeSessionEnded = "code_session_ended"
    case codeUnknown = "code_unknown"
    case codeUsed = "code_used"
    case codeExpired = "code_expired"
    case verifierMismatch = "code_verifier_mismatch"
    case refreshUnknown = "refresh_token_unknown"
    case clientMismatch = "refresh_token_client_mismatch"
    case proofInvalid = "proof_invalid"
    case proofByAnotherKey = "proof_by_another_key"
    case nonceWanted = "proof_nonce_wanted"
    case familyRevoked = "family_revoked"
    case userDisabled = "user_disabled"
    case expiredAbsolute = "refresh_token_expired_absolute"
    case expiredIdle = "refresh_token_expired_idle"
    case spent = "refresh_token_spent"
    case spared = "refresh_token_spared"
    case reuseDetected = "reuse_detected"
    case scopeRefused = "scope_refused"
    case scopeNotPermitted = "scope_not_permitted"
    case windowClosed = "reissue_window_closed"
    case credentialsChanged = "reissue_credentials_changed"
    case revokerMismatch = "revocation_client_mismatch"
    case tokenTypeNotRevocable = "token_type_not_revocable"
    case introspectionDown = "introspection_down"
    case writeFailed = "write_failed"
    case credentialsMissing = "credentials_missing"
    case ownPageUnproven = "own_page_unproven"
    case shortExpiryOver = "short_expiry_over"
    case statusInvalid = "status_invalid"
    case sessionSignalled = "session_signalled"
    case sessionUnnamed = "session_unnamed"
    case callProofInvalid = "call_proof_invalid"
    case callNonceWanted = "call_proof_nonce_wanted"
    case scopeInsufficient = "scope_insufficient"
    case signInTooOld = "sign_in_too_old"
  }
}
