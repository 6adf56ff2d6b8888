import Simulation
import TokenCore

/// What the views need of the trace, kept up to date event by event, so that no view ever reads the
/// whole of it.
public struct Chronicle: Sendable {
  /// A row of the story and the server's changes that belong to it.
  public struct Row: Hashable, Sendable {
    public let event: Int
    public internal(set) var effects: [ServerEvent] = []
  }

  /// Something that happened to a refresh or access token, to be marked on its lane.
  public struct Mark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case stolen, refused, reused, retried }
    public let at: Instant
    public let kind: Kind
  }

  /// An event drawn in an actor's lane of the timeline.
  public struct ActorEvent: Hashable, Sendable {
    public let at: Instant
    public let party: Party
    public let glyph: Unicode.Scalar
    public let words: String
    public let isBad: Bool
  }

  public private(set) var rows: [Row] = []
  public private(set) var refreshMarks: [RefreshTokenID: [Mark]] = [:]
  public private(set) var accessMarks: [AccessTokenID: [Mark]] = [:]
  public private(set) var actorEvents: [ActorEvent] = []
  public private(set) var verdict = Verdict.calm
  /// The last exchange that each party took part in as the one who asked.
  public private(set) var lastExchange: [Party: Exchange] = [:]
  public private(set) var lastTokenExchange: Exchange?
  /// What the servers were last made to do: a request that was answered, or an act at the server.
  public private(set) var lastWork: ServerWork?
  public private(set) var lineage = Lineage()
  private var observed = 0

  public init() {}

  /// Takes in what is new in the trace.
  public mutating func observe(_ trace: Trace) {
    for event in trace.events[observed...] { observe(event) }
    observed = trace.events.count
  }

  private mutating func observe(_ event: TraceEvent) {
    verdict.observe(event)
    lineage.observe(event)
    switch event.kind {
    case .server(let change):
      noteServer(change, at: event.at)
      noteWork(change, of: event)
      if let cause = event.cause, let last = rows.indices.last, rows[last].event == cause {
        rows[last].effects.append(change)
        return
      }
    case .answered(let exchange):
      lastWork = ServerWork(cause: event.id, at: event.at, exchange: exchange)
      note(exchange, at: event.at)
    case .attacker(.stole(let access, let refresh, _)):
      if let access { accessMarks[access, default: []].append(Mark(at: event.at, kind: .stolen)) }
      if let refresh {
        refreshMarks[refresh, default: []].append(Mark(at: event.at, kind: .stolen))
      }
      deed(event, "▲", "steals \(tokenNames(access, refresh))", isBad: true)
    case .attacker(.stoleDatabase): deed(event, "▲", "steals the database", isBad: true)
    case .attacker(.stoleSigningKey): deed(event, "▲", "steals the key", isBad: true)
    case .attacker(.startedFlow): deed(event, "▲", "starts a sign-in", isBad: true)
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      break
    }
    if event.isStory, event.isNews { rows.append(Row(event: event.id)) }
  }

  private mutating func note(_ exchange: Exchange, at now: Instant) {
    lastExchange[exchange.from] = exchange
    guard case .tokenRequest(let request) = exchange.request else { return }
    lastTokenExchange = exchange
    guard request.form["grant_type"].text != "authorization_code" else {
      return deed(exchange, at: now, "►", "signs in")
    }
    let label =
      request.label?.description ?? request.accessLabel?.description ?? "a token"
    if exchange.decision.isAccepted {
      deed(exchange, at: now, "↻", "refreshes \(label)")
    } else {
      deed(exchange, at: now, "✗", "\(label) refused")
      if let id = request.label {
        refreshMarks[id, default: []].append(Mark(at: now, kind: .refused))
      }
    }
  }

  private mutating func noteServer(_ change: ServerEvent, at now: Instant) {
    switch change {
    case .refreshTokenReused(let id, _, _):
      refreshMarks[id, default: []].append(Mark(at: now, kind: .reused))
    case .refreshTokenRetried(let id, _):
      refreshMarks[id, default: []].append(Mark(at: now, kind: .retried))
    case .familyStarted, .accessTokenIssued, .refreshTokenIssued, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenDisplaced, .familyRevoked, .familyClosed,
      .accessTokenRevoked, .userChanged, .signingKeyRotated, .signingKeyWithdrawn:
      break
    }
  }

  /// Changes of one cause belong together; an act at the server has no exchange.
  private mutating func noteWork(_ change: ServerEvent, of event: TraceEvent) {
    if lastWork?.cause != event.cause {
      lastWork = ServerWork(cause: event.cause ?? event.id, at: event.at, exchange: nil)
    }
    lastWork?.changes.append(change)
  }

  private mutating func deed(
    _ exchange: Exchange, at now: Instant, _ glyph: Unicode.Scalar, _ words: String
  ) {
    actorEvents.append(
      ActorEvent(
        at: now, party: exchange.from, glyph: glyph, words: words,
        isBad: !exchange.decision.isAccepted))
  }

  private mutating func deed(
    _ event: TraceEvent, _ glyph: Unicode.Scalar, _ words: String, isBad: Bool
  ) {
    actorEvents.append(
      ActorEvent(at: event.at, party: event.party, glyph: glyph, words: words, isBad: isBad))
  }
}

extension TraceEvent {
  /// Whether it deserves a row of its own: an order is told by what it leads to.
  var isNews: Bool {
    switch kind {
    case .commanded(let command):
      switch command {
      case .callAPI, .callAdminAPI, .callServer, .attackerCallsServer, .refresh,
        .refreshInAnotherTab, .stealAccessToken,
        .stealRefreshToken,
        .stealStorage, .stealSpentRefreshToken, .stealDatabase, .stealSigningKey, .clearStorage,
        .attackerCallsAPI, .attackerRefreshes, .attackerReissues, .attackerPresentsRefreshToken,
        .attackerRefreshesOnDevice, .attackerRefreshesWith, .attackerStartsFlow, .attackerForges,
        .attackerForgesAdmin, .attackerCallsWith, .changePassword,
        .disableAccount, .setRole, .rotateSigningKey, .withdrawSigningKeys, .request:
        false
      case .signIn, .logOut, .restartBeforeStoring, .dropNextResponse, .dropNextRequest,
        .duplicateNextRequest, .delayNextRequest, .delayNextResponse:
        true
      case .wire(let order): order.isPromise
      }
    case .client(.storedTokens), .client(.callServed), .client(.callFailed): false
    case .commandRefused, .sent, .lost, .wire, .received, .answered, .server, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      true
    }
  }
}
