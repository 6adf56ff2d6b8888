extension AuthorizationServer {
  /// Rows that a real server would write for these changes: only what some rule will read again.
  func writes(for events: [ServerEvent]) -> Int {
    events.count(where: isWritten)
  }

  private func isWritten(_ event: ServerEvent) -> Bool {
    switch event {
    case .familyStarted, .familyRevoked, .familyClosed: keepsFamilies
    case .refreshTokenIssued: policy.refresh?.form == .opaque
    case .refreshTokenUsed: policy.refresh?.form == .opaque && policy.refresh?.idleLifetime != nil
    case .refreshTokenSpent, .refreshTokenDisplaced, .refreshTokenConfirmed: true
    // Every server with a sign-in page keeps sessions, as it keeps accounts: they count for no policy.
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded: false
    case .refreshTokenRetried, .refreshTokenReused, .accessTokenLivesOn, .refreshTokenLivesOn,
      .accessTokenObsolete, .refreshTokenObsolete, .revocationArrives, .statusChanged,
      .statusListFetched,
      .partBroke, .partMended:
      false
    case .accessTokenIssued: keepsAccessTokenRecord && policy.accessToken.check.kind != .denyList
    case .accessTokenRevoked: keepsAccessTokenRecord
    case .userChanged, .scopeWithdrawn, .policyChanged, .signingKeyRotated, .signingKeyWithdrawn:
      true
    }
  }

  /// Whether anything that is looked up hangs on a family.
  private var keepsFamilies: Bool {
    policy.refresh?.form == .opaque || keepsAccessTokenRecord
  }
}
