import Analysis
import Simulation
import TokenCore

/// A copy of a branch that runs on to the first moment at which the attacker has no access left: a
/// value that can be kept between two stretches, and dropped. What the attacker could still do is asked
/// again only when something has changed.
package struct EndOfAttackSearch: Sendable {
  /// As far as it has run.
  package private(set) var branch: Branch
  private let horizon: Instant
  private let lastStep: Int
  /// What the attacker could still do here, while that is being asked.
  private var inquiry: LastAccessInquiry?
  private var last: LastAccess = .none
  private var asked = 0

  package init(from branch: Branch) {
    self.branch = branch
    horizon = branch.world.now + RunUntil.horizon
    lastStep = branch.moment.steps + RunUntil.mostSteps
    inquiry = LastAccessInquiry(of: .attacker, in: branch.world)
  }

  /// Runs on for so many steps at most, or asks for one thing more.
  package mutating func run(atMost count: Int) -> SearchOutcome {
    for _ in 0..<count {
      if inquiry != nil { return ask() }
      if let end, end <= (branch.nextEventTime ?? horizon) {
        branch.advance(to: end)
        return end <= horizon ? .reached : .never
      }
      guard asked < Self.mostAsked, step() else { return .never }
    }
    return .onItsWay
  }

  private mutating func ask() -> SearchOutcome {
    guard inquiry?.next() == false, let found = inquiry?.last else { return .onItsWay }
    last = found
    inquiry = nil
    return .onItsWay
  }

  /// Whether something happened in time.
  private mutating func step() -> Bool {
    let seen = branch.trace.count
    guard branch.moment.steps < lastStep, let next = branch.nextEventTime, next <= horizon,
      branch.step()
    else { return false }
    if branch.trace.events(since: seen).contains(where: \.mayEndAccess) {
      inquiry = LastAccessInquiry(of: .attacker, in: branch.world)
      asked += 1
    }
    return true
  }

  /// When the attacker is out if nothing else happens; nil where nothing ends it.
  private var end: Instant? {
    switch last {
    case .none: branch.world.now
    case .until(let end, _): end
    case .open: nil
    }
  }

  /// How often it is asked, so that the key answers soon: a month of a few changes a day.
  private static let mostAsked = 150
}

extension TraceEvent {
  /// Whether it may change how long somebody has access.
  fileprivate var mayEndAccess: Bool {
    switch kind {
    case .attacker: true
    case .server(let change): change.mayEndAccess
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .answered, .client,
      .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}

extension ServerEvent {
  fileprivate var mayEndAccess: Bool {
    switch self {
    case .sessionRenewed, .sessionEnded, .refreshTokenSpent, .refreshTokenDisplaced,
      .familyRevoked, .familyClosed, .accessTokenRevoked, .userChanged, .scopeWithdrawn,
      .policyChanged, .accessTokenObsolete, .refreshTokenObsolete, .signingKeyWithdrawn:
      true
    case .sessionStarted, .sessionUsed, .familyStarted, .accessTokenIssued,
      .refreshTokenConfirmed, .refreshTokenIssued,
      .refreshTokenUsed,
      .refreshTokenRetried, .refreshTokenReused, .accessTokenLivesOn, .refreshTokenLivesOn,
      .signingKeyRotated, .revocationArrives, .statusChanged, .statusListFetched, .partBroke,
      .partMended:
      false
    }
  }
}
