import TokenCore

/// What was decided where a request was granted: what a sentence about the answer, and its citation, go
/// by. It is read off the answer and what changed with it, not off the last question that was asked.
public enum Grounds: Hashable, Sendable {
  // The authorization endpoint.
  /// The person authenticated.
  case signedIn
  /// Nobody was asked: the browser's session answered.
  case sessionAnswered
  // The token endpoint.
  /// A code was exchanged.
  case codeExchanged
  /// The refresh token is spent, and its successor takes its place.
  case rotated
  /// The refresh token stays what it is.
  case kept
  /// The refresh token stays good, and another is given beside it.
  case joined
  /// A spent refresh token was taken for an honest retry.
  case retried
  /// A refresh token is spent of which that was not written yet.
  case crossed
  /// An access token was exchanged for the next.
  case reissued
  // An API.
  /// The token was good by the API's check.
  case served
  /// Nobody could be asked about it, and it was served all the same.
  case servedUntold
  /// The browser added the cookie to what another site's page had it send.
  case ridden
  /// The API was told that a session is revoked.
  case eventTaken
  // The revocation endpoint.
  /// No row goes by that text.
  case nothingToRevoke
  /// What it names had been revoked before.
  case revokedBefore
  /// The token's family ends.
  case familyRevoked(AccessAfterwards)
  /// The access token's record ends, and its family goes on.
  case tokenRevoked
  /// All of the user's access tokens are of an old version.
  case versionRaised
  /// The server has nothing that it could end: what was signed goes on.
  case signedLivesOn
  // The introspection endpoint.
  /// The token is good, and the asker's to know.
  case active
  /// It is not, or is not the asker's to know.
  case inactive
  // The logout page.
  /// The session ended; whether families that came of it ended with it.
  case sessionEnded(withFamilies: Bool)
  /// The browser had none.
  case noSession

  /// What becomes of a revoked family's access tokens.
  public enum AccessAfterwards: Hashable, Sendable {
    /// None is alive.
    case none
    /// They end with it.
    case ended
    /// One is served to its end, because no API looks.
    case livesOn
  }
}

extension Grounds {
  /// What an answer rests on; nil for a refusal and for a server that failed.
  init?(
    _ request: Payload, _ response: Payload, _ decision: Decision, _ events: [ServerEvent]
  ) {
    guard decision.isAccepted else { return nil }
    switch request {
    case .authorizationRequest:
      let isAnswered = decision.lines.contains { $0.check == .sessionLives }
      self = isAnswered ? .sessionAnswered : .signedIn
    case .tokenRequest(let request): self.init(request, decision, events)
    case .resourceRequest(let request): self.init(request, decision)
    case .revocationRequest: self.init(revoking: decision, events)
    case .introspectionRequest:
      if case .introspectionResponse(.active) = response {
        self = .active
      } else {
        self = .inactive
      }
    case .endSessionRequest: self.init(loggingOut: events)
    case .securityEvent: self = .eventTaken
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      return nil
    }
  }

  private init(_ request: TokenRequest, _ decision: Decision, _ events: [ServerEvent]) {
    switch request.form["grant_type"].text {
    case "refresh_token": self.init(refreshing: decision, events)
    case TokenRequest.reissueGrantType: self = .reissued
    default: self = .codeExchanged
    }
  }

  private init(refreshing decision: Decision, _ events: [ServerEvent]) {
    let facts = decision.lines.filter { $0.check == .notSpent }.flatMap { $0.facts.map(\.name) }
    if facts.contains(.writtenAt) {
      self = .crossed
    } else if facts.contains(.spentAt) {
      self = .retried
    } else if events.contains(where: \.isSpending) {
      self = .rotated
    } else {
      self = events.contains(where: \.isNewRefreshToken) ? .joined : .kept
    }
  }

  private init(_ request: ResourceRequest, _ decision: Decision) {
    if request.browser?.isFromOtherSite == true {
      self = .ridden
    } else {
      let isUntold = decision.lines.contains { $0.check == .servedUntold }
      self = isUntold ? .servedUntold : .served
    }
  }

  private init(revoking decision: Decision, _ events: [ServerEvent]) {
    guard decision.lines.contains(where: { $0.check == .clientMatches }) else {
      self = .nothingToRevoke
      return
    }
    let livesOn = events.contains(where: \.isLivingOn)
    if events.contains(where: \.isRaise) {
      self = .versionRaised
    } else if events.contains(where: \.isFamilyRevocation) {
      let ends = events.contains(where: \.isAccessRevocation)
      self = .familyRevoked(livesOn ? .livesOn : ends ? .ended : .none)
    } else if events.contains(where: \.isAccessRevocation) {
      self = .tokenRevoked
    } else {
      self = livesOn ? .signedLivesOn : .revokedBefore
    }
  }

  private init(loggingOut events: [ServerEvent]) {
    let isEnd = events.contains { if case .sessionEnded = $0 { true } else { false } }
    self =
      isEnd ? .sessionEnded(withFamilies: events.contains(where: \.isFamilyRevocation)) : .noSession
  }
}

extension ServerEvent {
  fileprivate var isSpending: Bool {
    if case .refreshTokenSpent = self { true } else { false }
  }

  fileprivate var isNewRefreshToken: Bool {
    if case .refreshTokenIssued = self { true } else { false }
  }

  fileprivate var isRaise: Bool {
    if case .userChanged(_, .versionRaised) = self { true } else { false }
  }

  fileprivate var isFamilyRevocation: Bool {
    if case .familyRevoked = self { true } else { false }
  }

  fileprivate var isAccessRevocation: Bool {
    if case .accessTokenRevoked = self { true } else { false }
  }

  /// An access token or a signed refresh token that nobody can end.
  fileprivate var isLivingOn: Bool {
    switch self {
    case .accessTokenLivesOn, .refreshTokenLivesOn: true
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
      .accessTokenIssued, .refreshTokenConfirmed, .refreshTokenIssued, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenRetried, .refreshTokenDisplaced, .refreshTokenReused,
      .familyRevoked, .familyClosed, .accessTokenRevoked, .userChanged, .scopeWithdrawn,
      .policyChanged, .accessTokenObsolete, .refreshTokenObsolete, .signingKeyRotated,
      .signingKeyWithdrawn, .revocationArrives, .statusChanged, .statusListFetched, .partBroke,
      .partMended:
      false
    }
  }
}
