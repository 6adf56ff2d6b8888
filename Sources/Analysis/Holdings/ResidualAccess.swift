import Simulation
import TokenCore

/// What an end was worth: from an act or a revocation to the last access that each party could still
/// have.
public struct ResidualAccess: Hashable, Sendable {
  /// When it was done.
  public let since: Instant
  /// Each client in order, then the attacker, if there has been a theft.
  public let bars: [Bar]

  public struct Bar: Hashable, Sendable {
    public let party: Party
    public let lastAccess: LastAccess
  }

  /// Takes the world just after the act.
  public init(after world: World, since: Instant) {
    self.since = since
    let clients = world.clients.map { Party.client($0.id) }
    let parties = clients + (world.attacker.firstTheftAt == nil ? [] : [.attacker])
    bars = parties.map { Bar(party: $0, lastAccess: world.lastAccess(of: $0)) }
  }
}

extension TraceEvent {
  /// Whether it ends something at the servers, so that a ruler says how long that takes.
  public var endsAccess: Bool {
    switch kind {
    case .server(let change):
      switch change {
      case .familyRevoked, .familyClosed, .accessTokenRevoked, .userChanged, .signingKeyWithdrawn:
        true
      case .familyStarted, .accessTokenIssued, .refreshTokenIssued, .refreshTokenSpent,
        .refreshTokenUsed, .refreshTokenRetried, .refreshTokenDisplaced, .refreshTokenReused,
        .signingKeyRotated:
        false
      }
    case .commanded(let command):
      switch command {
      case .client(_, let order): order == .logOut
      case .administration(let order): order.endsAccess
      case .network, .wire, .attacker, .visitor: false
      }
    case .commandRefused, .sent, .lost, .wire, .received, .answered, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}
