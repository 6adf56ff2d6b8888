import Simulation
import TokenCore

/// Something to run to.
package enum RunUntil: Hashable, Sendable, CaseIterable {
  case nextEvent
  case nextExpiry
  case nextDecision
  case nextRefusal
  case detection

  package var words: String {
    switch self {
    case .nextEvent: "next event"
    case .nextExpiry: "next expiry"
    case .nextDecision: "next decision"
    case .nextRefusal: "next refusal"
    case .detection: "reuse is detected"
    }
  }

  func isReached(by event: TraceEvent) -> Bool {
    switch (self, event.kind) {
    case (.nextEvent, _): event.isRow
    case (.nextExpiry, .accessTokenExpired), (.nextExpiry, .refreshTokenExpired): true
    case (.nextDecision, .answered): true
    case (.nextRefusal, .answered(let exchange)): !exchange.decision.isAccepted
    case (.detection, .server(.refreshTokenReused)): true
    case (.nextExpiry, _), (.nextDecision, _), (.nextRefusal, _), (.detection, _): false
    }
  }

  /// How far ahead it is looked for: longer than any shipped refresh token lives.
  package static let horizon = TimeSpan.days(40)

  /// How many steps are taken in search of it, so that a key answers soon whatever the scenario.
  package static let mostSteps = 100_000
}

/// A copy of a branch that runs on until a goal comes true: a value that can be kept between two
/// stretches, and dropped.
package struct GoalSearch: Sendable {
  package let goal: RunUntil
  /// As far as it has run.
  package private(set) var branch: Branch
  private let end: Instant
  private let lastStep: Int

  package init(_ goal: RunUntil, from branch: Branch) {
    self.goal = goal
    self.branch = branch
    end = branch.world.now + RunUntil.horizon
    lastStep = branch.moment.steps + RunUntil.mostSteps
  }

  /// Runs on for so many steps at most; stops at the first place at which the goal has come true.
  package mutating func run(atMost count: Int) -> SearchOutcome {
    for _ in 0..<count {
      let seen = branch.trace.count
      guard branch.moment.steps < lastStep, let next = branch.nextEventTime, next <= end,
        branch.step()
      else { return .never }
      if branch.trace.events(since: seen).contains(where: goal.isReached) { return .reached }
    }
    return .onItsWay
  }
}

/// How far a search has come.
package enum SearchOutcome: Sendable {
  case onItsWay, reached
  /// It does not come within the horizon, as far as was looked.
  case never
}

extension Branch {
  /// Runs on until the wire is quiet.
  package mutating func settle() {
    let end = world.now + Self.longestSettling
    while !settle(by: end, atMost: .max) {}
  }

  /// The same, but not past `end`, and after so many steps it stops where it is and gives false.
  package mutating func settle(by end: Instant, atMost count: Int) -> Bool {
    advance(to: world.now)
    let first = moment.steps
    while world.hasMessagesInFlight, let next = nextEventTime, next <= end {
      guard moment.steps - first < count else { return false }
      advance(to: next)
    }
    return true
  }

  /// A client that gets no answers gives up well before this.
  package static let longestSettling = TimeSpan.seconds(30)
}
