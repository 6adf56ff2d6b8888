@testable import TokenCore

/// What a test compares of an answer: the wire, the true reason and what changed. What lives on is for
/// `SurvivorTests`.
struct Outcome: Equatable {
  var status: Int
  var error: ErrorCode?
  var reason: DenialReason?
  var events: [ServerEvent] = []

  /// A refusal as the table has it, with nothing changed unless it says so.
  static func refused(
    _ reason: DenialReason, _ error: ErrorCode, status: Int = 400, _ events: [ServerEvent] = []
  ) -> Outcome {
    Outcome(status: status, error: error, reason: reason, events: events)
  }
}

extension ServerEvent {
  fileprivate var isSurvival: Bool {
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

extension Answer<TokenResponse> {
  var outcome: Outcome {
    Outcome(
      status: response.status, error: response.error, reason: decision.denial?.reason,
      events: events.filter { !$0.isSurvival })
  }

  /// The tokens, of an answer that gave some.
  var granted: TokenGrant {
    get throws {
      guard case .success(let grant) = response else { throw Unexpected("\(outcome)") }
      return grant
    }
  }
}

extension Answer<RevocationResponse> {
  var outcome: Outcome {
    let error: ErrorCode? = if case .error(let error, _) = response { error } else { nil }
    return Outcome(
      status: response.status, error: error, reason: decision.denial?.reason,
      events: events.filter { !$0.isSurvival })
  }
}

extension Answer<ResourceResponse> {
  var outcome: Outcome {
    Outcome(
      status: response.status, error: response.error, reason: decision.denial?.reason,
      events: events.filter { !$0.isSurvival })
  }
}
