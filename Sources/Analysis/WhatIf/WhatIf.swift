import Simulation
import TokenCore

/// What would have turned a server's answer, found by putting the request before copies again.
public struct WhatIf: Hashable, Sendable {
  public let exchange: Exchange
  /// When the server answered.
  public let at: Instant
  /// The rows that the request was about.
  public let about: About
  /// The changes that turn it, nearest first: time, then the policy, then what had happened, then the
  /// request. Pairs only where nothing turns it alone.
  public let counterfactuals: [Counterfactual]
  /// What was supposed of the servers and would have been answered just the same: what the receiver
  /// did not look at.
  public let indifferent: [Supposition]
  /// How many suppositions, and pairs of them, were put to the test.
  public let tried: Int

  public var wasGranted: Bool { exchange.isGranted }

  /// What the server found behind the request, or would have, had it looked.
  public struct About: Hashable, Sendable {
    public let refreshToken: RefreshTokenID?
    public let accessToken: AccessTokenID?
    public let family: FamilyID?
    public let user: UserID?
  }

  public struct Counterfactual: Hashable, Sendable {
    /// One, or two that turn it only together.
    public let suppositions: [Supposition]
    /// What the server would have answered then.
    public let answer: Exchange
    /// What happened at the moment in front of which the request would have had to come; empty where
    /// that is no such moment.
    public let inFrontOf: [ServerEvent]

    var rank: Int { suppositions.reduce(0) { max($0, $1.rank) } }
  }
}

extension WhatIf {
  /// Asks about the exchange in an event, at once; `WhatIfInquiry` asks the same bit by bit.
  public init?(
    _ event: TraceEvent, before: World, trace: some BidirectionalCollection<TraceEvent>,
    past: @escaping @Sendable (Instant) -> World?
  ) {
    guard var inquiry = WhatIfInquiry(event, before: before, trace: trace, past: past) else {
      return nil
    }
    while inquiry.next() {}
    self = inquiry.whatIf
  }
}

/// What would have turned an answer, while it is being asked: a value that can be kept between two
/// tries, and dropped.
public struct WhatIfInquiry: Sendable {
  private let at: Instant
  private var inquiry: Inquiry

  /// About the exchange in an event. Takes the world just before it, the trace up to it, and the
  /// world as it stood at the end of any earlier instant (nil where nobody knows it). Nil for an event
  /// of another kind, or where `before` does not answer as the event says: then it is not the world
  /// that did.
  public init?(
    _ event: TraceEvent, before: World, trace: some BidirectionalCollection<TraceEvent>,
    past: @escaping @Sendable (Instant) -> World?
  ) {
    guard case .answered(let exchange) = event.kind,
      let presentation = before.presentation(in: event),
      before.asked(presentation, at: event.at).decision == exchange.decision
    else { return nil }
    let trial = Trial(world: before, presentation: presentation, instant: event.at)
    inquiry = Inquiry(trial, exchange, trace, past)
    at = event.at
  }

  /// Tries one thing more; false when nothing is left to try.
  public mutating func next() -> Bool { inquiry.next() }

  /// How many suppositions, and pairs of them, have been put to the test so far.
  public var tried: Int { inquiry.tried }

  /// What has been found so far; all there is once nothing is left to try.
  public var whatIf: WhatIf {
    WhatIf(
      exchange: inquiry.original, at: at, about: inquiry.subject.about,
      counterfactuals: inquiry.counterfactuals.enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element),
      indifferent: inquiry.indifferent, tried: inquiry.tried)
  }
}
