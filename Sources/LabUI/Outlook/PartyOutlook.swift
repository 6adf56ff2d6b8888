import Analysis
import Narrative
import Simulation
import TokenCore

/// What a party's pane tells over the whole screen, found by running copies of the world: what it
/// holds; of the server, who is served until when.
struct PartyOutlook: Sendable {
  let holdings: [Holding]
  let residualAccess: ResidualAccess?

  /// What it was found of.
  struct Place: Equatable, Sendable {
    let party: Party
    let branch: Int
    /// How many events there had been.
    let events: Int
    let at: Instant
  }
}

/// A party's outlook while it is being found.
enum PartyInquiry: Sendable {
  case holdings(HoldingInquiry)
  /// Of the last act or revocation that ended something; nil where there was none.
  case residualAccess(ResidualAccessInquiry?)

  init(of party: Party, in branch: Branch) {
    self =
      party == .authorizationServer
      ? .residualAccess(branch.lastResidualAccess)
      : .holdings(HoldingInquiry(of: party, in: branch.world))
  }

  /// Asks for one thing more; false when nothing is left.
  mutating func next() -> Bool {
    switch self {
    case .holdings(var inquiry):
      defer { self = .holdings(inquiry) }
      return inquiry.next()
    case .residualAccess(var inquiry):
      defer { self = .residualAccess(inquiry) }
      return inquiry?.next() ?? false
    }
  }

  /// As far as has been asked.
  var outlook: PartyOutlook {
    switch self {
    case .holdings(let inquiry):
      PartyOutlook(holdings: inquiry.holdings, residualAccess: nil)
    case .residualAccess(let inquiry):
      PartyOutlook(holdings: [], residualAccess: inquiry?.residualAccess)
    }
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
  fileprivate var lastResidualAccess: ResidualAccessInquiry? {
    guard let event = trace.events.last(where: \.endsAccess) else { return nil }
    var branch = self
    branch.seek(toEvent: event.id)
    return ResidualAccessInquiry(after: branch.world, since: event.at)
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
