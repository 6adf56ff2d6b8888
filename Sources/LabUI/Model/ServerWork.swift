import Simulation
import TokenCore

/// One request, or one act at the server, and what it changed there.
public struct ServerWork: Hashable, Sendable {
  /// The event of the trace that the changes belong to.
  let cause: Int
  public let at: Instant
  /// Nil for an act at the server: nobody asked over the wire.
  public let exchange: Exchange?
  public internal(set) var changes: [ServerEvent] = []

  init(cause: Int, at: Instant, exchange: Exchange?) {
    self.cause = cause
    self.at = at
    self.exchange = exchange
  }
}

/// The rows that a piece of work wrote, by what names them.
struct WrittenRows: Equatable {
  private(set) var refreshTokens: Set<RefreshTokenID> = []
  private(set) var accessTokens: Set<AccessTokenID> = []
  private(set) var families: Set<FamilyID> = []
  private(set) var users: Set<UserID> = []
  private(set) var keyIDs: Set<String> = []

  init(_ work: ServerWork?) {
    for change in work?.changes ?? [] { note(change) }
  }

  private mutating func note(_ change: ServerEvent) {
    switch change {
    case .familyStarted(let id, _), .familyRevoked(let id, _), .familyClosed(let id):
      families.insert(id)
    case .accessTokenIssued(let id, _, _), .accessTokenRevoked(let id): accessTokens.insert(id)
    case .refreshTokenIssued(let id, _, _, _), .refreshTokenSpent(let id, _),
      .refreshTokenUsed(let id), .refreshTokenRetried(let id, _), .refreshTokenDisplaced(let id):
      refreshTokens.insert(id)
    case .refreshTokenReused: break  // noticed, not written
    case .userChanged(let id, _): users.insert(id)
    case .signingKeyRotated(let id), .signingKeyWithdrawn(let id): keyIDs.insert(id)
    }
  }
}
