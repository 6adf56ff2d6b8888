import TokenCore

/// Something that happened, when, to whom, and because of which earlier event.
public struct TraceEvent: Hashable, Sendable, Identifiable {
  /// Its place in the trace, from 0.
  public let id: Int
  /// When it happened.
  public let at: Instant
  /// To whom, or by whom.
  public let party: Party
  /// What it was.
  public let kind: Kind
  /// The event that led to it; always an earlier one. Nil for what a person or a clock began.
  public let cause: Int?

  /// What can happen. What is large stands beside the event, so that all events are small.
  public enum Kind: Hashable, Sendable {
    /// A command was carried out.
    indirect case commanded(Command)
    /// A command could do nothing; the text says why.
    indirect case commandRefused(Command, because: String)
    /// A message left its sender.
    case sent(Message)
    /// A message that was sent will never arrive.
    case lost(Message)
    /// Something befell a message on the wire.
    indirect case wire(WireEvent)
    /// An answer arrived at whoever asked.
    case received(Message)
    /// A server answered a request.
    indirect case answered(Exchange)
    /// Something changed at the authorization server.
    case server(ServerEvent)
    /// Something changed at a client.
    case client(ClientEvent)
    /// Something changed for the attacker.
    case attacker(AttackerEvent)
    /// An access token reached its `exp`.
    case accessTokenExpired(AccessTokenID)
    /// A current refresh token reached its idle or absolute end.
    case refreshTokenExpired(RefreshTokenID)
  }

  /// Whether it is part of the story, or only the movement of messages underneath.
  public var isStory: Bool {
    switch kind {
    case .sent, .received: false
    case .client(let event): event.isStory
    case .commanded, .commandRefused, .lost, .wire, .answered, .server, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      true
    }
  }
}

extension TraceEvent.Kind {
  package var exchange: Exchange? {
    if case .answered(let exchange) = self { exchange } else { nil }
  }

  package var serverEvent: ServerEvent? { if case .server(let event) = self { event } else { nil } }

  package var sent: Message? { if case .sent(let message) = self { message } else { nil } }
}

/// The story so far: append-only, and kept outside the world so that copying a world stays cheap.
public struct Trace: Hashable, Sendable {
  /// The events that were not drained: their places are their numbers only where none was.
  public private(set) var events = Ledger<TraceEvent>()
  /// How many events were drained, and so the number of the first that is still here.
  private var drained = 0

  /// Nothing has happened yet.
  public init() {}

  /// How many events there have been.
  public var count: Int { drained + events.count }

  /// The event of that number, which has happened and was not drained.
  public func event(_ id: Int) -> TraceEvent {
    precondition(
      (drained..<count).contains(id), "event \(id) is not among \(drained) to \(count - 1)")
    return events[id - drained]
  }

  /// What came after the first so many events, of which nothing was drained.
  public func events(since count: Int) -> Slice<Ledger<TraceEvent>> {
    precondition(
      count >= drained, "\(drained) events were drained, so not all since \(count) are here")
    return events[(count - drained)...]
  }

  /// Takes the events out, for whoever reads them once and keeps what it needs. Numbers go on.
  public mutating func drain() -> Ledger<TraceEvent> {
    let taken = events
    drained += events.count
    events = []
    return taken
  }

  /// Forgets all but the first so many events, for a run that goes back to there.
  mutating func cut(to count: Int) {
    events.cut(to: max(0, count - drained))
  }

  /// Appends an event and gives its number.
  mutating func append(
    _ kind: TraceEvent.Kind, by party: Party, at now: Instant, because cause: Int?
  ) -> Int {
    let id = count
    events.append(TraceEvent(id: id, at: now, party: party, kind: kind, cause: cause))
    return id
  }
}
