import Analysis
import Narrative
import Simulation
import TokenCore

/// What a party's pane tells over the whole screen, found by running copies of the world: what it
/// holds; of the server, who is served until when.
struct PartyOutlook: Sendable {
  let holdings: [Holding]
  let residualAccess: ResidualAccess?

  init(of party: Party, in branch: Branch) {
    let isServer = party == .authorizationServer
    holdings = isServer ? [] : branch.world.holdings(of: party)
    residualAccess = isServer ? branch.lastResidualAccess : nil
  }

  /// What it was found of.
  struct Place: Equatable, Sendable {
    let party: Party
    let branch: Int
    /// How many events there had been.
    let events: Int
    let at: Instant
  }
}

extension PartyOutlook.Place {
  init(_ party: Party, in branch: Branch) {
    self.init(
      party: party, branch: branch.id, events: branch.trace.count, at: branch.world.now)
  }

  /// Whether the same is told of another place: while time runs, as long as nothing happens.
  func isAsGood(as other: Self, whileRunning isRunning: Bool) -> Bool {
    (party, branch, events) == (other.party, other.branch, other.events)
      && (isRunning || at == other.at)
  }
}

extension Branch {
  /// Of the last act or revocation that ended something.
  fileprivate var lastResidualAccess: ResidualAccess? {
    guard let event = trace.events.last(where: \.endsAccess) else { return nil }
    var branch = self
    branch.seek(toEvent: event.id)
    return ResidualAccess(after: branch.world, since: event.at)
  }
}

extension Pane {
  /// Whose pane it is, of those that hold something.
  func party(on device: DeviceID) -> Party? {
    switch self {
    case .client: .client(device)
    case .server: .authorizationServer
    case .attacker: .attacker
    case .family, .timeline, .policy, .events, .why, .store: nil
    }
  }
}
