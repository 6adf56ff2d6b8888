import Simulation
import TokenCore

/// What an end was worth: from an act or a revocation to the last access that each party could still
/// have.
public struct ResidualAccess: Hashable, Sendable {
  /// When it was done.
  public let since: Instant
  /// Each client in order, then the attacker, if there has been a theft.
  public internal(set) var bars: [Bar]

  public struct Bar: Hashable, Sendable {
    public let party: Party
    public let lastAccess: LastAccess
  }

}

extension ResidualAccess {
  /// Takes the world just after the act, and asks at once; `ResidualAccessInquiry` asks the same bit by
  /// bit.
  public init(after world: World, since: Instant) {
    var inquiry = ResidualAccessInquiry(after: world, since: since)
    while inquiry.next() {}
    self = inquiry.residualAccess
  }
}

/// What an end was worth, while it is being asked: a value that can be kept between two renewals, and
/// dropped.
public struct ResidualAccessInquiry: Sendable {
  /// As far as has been asked; the answer once nothing is left to ask.
  public private(set) var residualAccess: ResidualAccess
  private let world: World
  /// Whose bars are still to be found; the first is being asked about.
  private var parties: ArraySlice<Party>
  private var inquiry: LastAccessInquiry?

  /// Takes the world just after the act.
  public init(after world: World, since: Instant) {
    self.world = world
    let clients = world.clients.map { Party.client($0.id) }
    parties = (clients + (world.attacker.firstTheftAt == nil ? [] : [.attacker]))[...]
    residualAccess = ResidualAccess(since: since, bars: [])
  }

  /// Looks at one thing more of one party; false when nothing is left.
  public mutating func next() -> Bool {
    guard let party = parties.first else { return false }
    var inquiry = self.inquiry ?? LastAccessInquiry(of: party, in: world)
    guard !inquiry.next() else {
      self.inquiry = inquiry
      return true
    }
    residualAccess.bars.append(ResidualAccess.Bar(party: party, lastAccess: inquiry.last))
    parties.removeFirst()
    self.inquiry = nil
    return true
  }
}

extension TraceEvent {
  /// Whether it ends something at the servers, so that a ruler says how long that takes.
  public var endsAccess: Bool {
    switch kind {
    case .server(let change):
      switch change {
      case .userChanged(_, .enabled): false
      case .sessionEnded, .familyRevoked, .familyClosed, .accessTokenRevoked, .userChanged,
        .scopeWithdrawn,
        .signingKeyWithdrawn:
        true
      case .sessionStarted, .sessionRenewed, .sessionUsed, .familyStarted, .accessTokenIssued,
        .refreshTokenConfirmed, .refreshTokenIssued, .refreshTokenSpent,
        .refreshTokenUsed, .refreshTokenRetried, .refreshTokenDisplaced, .refreshTokenReused,
        .accessTokenLivesOn, .refreshTokenLivesOn, .signingKeyRotated, .policyChanged,
        .accessTokenObsolete, .refreshTokenObsolete, .revocationArrives, .statusChanged,
        .statusListFetched, .partBroke, .partMended:
        false
      }
    case .commanded(let command):
      switch command {
      case .client(_, let order): order.endsAccess
      case .administration(let order): order.endsAccess
      case .network, .wire, .attacker, .visitor: false
      }
    case .commandRefused, .sent, .lost, .wire, .received, .answered, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}
