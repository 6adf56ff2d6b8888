extension TraceDocument {
  /// What an event is, in the document's words.
  package enum Kind: String, CaseIterable {
    case commanded
    case commandRefused = "command_refused"
    case sent
    case lost
    case received
    case held
    case released
    case hurried
    case duplicated
    case repeated
    case swapped
    case answered
    case sessionStarted = "sso_session_started"
    case sessionRenewed = "sso_session_renewed"
    case sessionUsed = "sso_session_used"
    case sessionEnded = "sso_session_ended"
    case familyStarted = "family_started"
    case accessTokenIssued = "access_token_issued"
    case refreshTokenIssued = "refresh_token_issued"
    case refreshTokenSpent = "refresh_token_spent"
    case refreshTokenUsed = "refresh_token_used"
    case refreshTokenDisplaced = "refresh_token_displaced"
    case refreshTokenRetried = "refresh_token_retried"
    case refreshTokenConfirmed = "refresh_token_confirmed"
    case reuseDetected = "reuse_detected"
    case familyRevoked = "family_revoked"
    case familyClosed = "family_closed"
    case accessTokenRevoked = "access_token_revoked"
    case accessTokenLivesOn = "access_token_lives_on"
    case refreshTokenLivesOn = "refresh_token_lives_on"
    case accessTokenExpired = "access_token_expired"
    case refreshTokenExpired = "refresh_token_expired"
    case userChanged = "user_changed"
    case scopeWithdrawn = "scope_withdrawn"
    case policyChanged = "policy_changed"
    case accessTokenObsolete = "access_token_obsolete"
    case refreshTokenObsolete = "refresh_token_obsolete"
    case signingKeyRotated = "signing_key_rotated"
    case signingKeyWithdrawn = "signing_key_withdrawn"
    case revocationArrives = "revocation_arrives"
    case statusChanged = "status_changed"
    case statusListFetched = "status_list_fetched"
    case partBroke = "part_broke"
    case partMended = "part_mended"
    case signingKeyStolen = "signing_key_stolen"
    case keySetCopied = "key_set_copied"
    case tokensStored = "tokens_stored"
    case tokensObtained = "tokens_obtained"
    case tokensStolen = "tokens_stolen"
    case callServed = "call_served"
    case pageServed = "page_served"
    case cookieGiven = "cookie_given"
    case pageAnswered = "page_answered"
    case callWaits = "call_waits"
    case gaveUp = "gave_up"
    case restarted
    case warned
    case stepsUp = "steps_up"
    case browserClosed = "browser_closed"
    case browserOpened = "browser_opened"
    case callFailed = "call_failed"
    case requestRetried = "request_retried"
    case signedOut = "signed_out"
    case cookieRidden = "cookie_ridden"
    case flowStarted = "flow_started"
    case cookieStolen = "cookie_stolen"
    case backendCookieStolen = "backend_cookie_stolen"
    case proofsPrepared = "proofs_prepared"
    case storageCleared = "storage_cleared"
    case databaseStolen = "database_stolen"
  }
}
