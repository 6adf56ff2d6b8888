import Simulation
import TokenCore

/// One request, or one act at the server, and what it changed there.
package struct ServerWork: Hashable, Sendable {
  /// The event of the trace that the changes belong to.
  package let cause: Int
  package let at: Instant
  /// Nil for an act at the server: nobody asked over the wire.
  package let exchange: Exchange?
  package internal(set) var changes: [ServerEvent] = []

  package init(cause: Int, at: Instant, exchange: Exchange?) {
    self.cause = cause
    self.at = at
    self.exchange = exchange
  }
}

/// The rows that a piece of work wrote, by what names them.
package struct WrittenRows: Equatable {
  package private(set) var refreshTokens: Set<RefreshTokenID> = []
  package private(set) var accessTokens: Set<AccessTokenID> = []
  package private(set) var families: Set<FamilyID> = []
  package private(set) var ssoSessions: Set<SSOSessionID> = []
  package private(set) var users: Set<UserID> = []
  package private(set) var keyIDs: Set<String> = []

  package init(_ work: ServerWork?) {
    for change in work?.changes ?? [] { note(change) }
  }

  private mutating func note(_ change: ServerEvent) {
    switch change {
    case .sessionStarted(let id, _), .sessionRenewed(let id), .sessionUsed(let id),
      .sessionEnded(let id, _):
      ssoSessions.insert(id)
    case .familyStarted(let id, _), .familyRevoked(let id, _), .familyClosed(let id):
      families.insert(id)
    case .accessTokenIssued(let id, _, _), .accessTokenRevoked(let id), .statusChanged(let id, _):
      accessTokens.insert(id)
    case .refreshTokenIssued(let id, _, _, _), .refreshTokenSpent(let id, _),
      .refreshTokenUsed(let id), .refreshTokenRetried(let id, _), .refreshTokenDisplaced(let id),
      .refreshTokenConfirmed(let id):
      refreshTokens.insert(id)
    // Noticed, not written.
    case .refreshTokenReused, .accessTokenLivesOn, .refreshTokenLivesOn: break
    case .accessTokenObsolete, .refreshTokenObsolete, .policyChanged: break
    case .revocationArrives, .statusListFetched, .partBroke, .partMended: break
    case .scopeWithdrawn: break  // the row of a client, which is no table of the store view
    case .userChanged(let id, _): users.insert(id)
    case .signingKeyRotated(let id), .signingKeyWithdrawn(let id): keyIDs.insert(id)
    }
  }
}
