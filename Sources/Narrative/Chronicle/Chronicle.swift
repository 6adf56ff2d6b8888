import Simulation
import TokenCore

/// What the views need of the trace, kept up to date event by event, so that no view ever reads the
/// whole of it.
package struct Chronicle: Sendable {
  /// A row of the story and the server's changes that belong to it.
  package struct Row: Hashable, Sendable {
    package let event: Int
    package internal(set) var effects: [ServerEvent] = []
  }

  /// Something that happened to a refresh or access token, to be marked on its lane.
  package struct Mark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case stolen, refused, reused, retried }
    package let at: Instant
    package let kind: Kind
  }

  /// An event that belongs in the lane of whoever acted.
  package struct ActorEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case theft, signIn, renewal, refusal }
    package let at: Instant
    package let party: Party
    package let kind: Kind
    package let words: String
    package let isBad: Bool
  }

  package private(set) var rows: [Row] = []
  package private(set) var refreshMarks: [RefreshTokenID: [Mark]] = [:]
  package private(set) var accessMarks: [AccessTokenID: [Mark]] = [:]
  package private(set) var actorEvents: [ActorEvent] = []
  package private(set) var verdict = Verdict.calm
  /// The last exchange that each party took part in as the one who asked.
  package private(set) var lastExchange: [Party: Exchange] = [:]
  package private(set) var lastTokenExchange: Exchange?
  /// What the servers were last made to do: a request that was answered, or an act at the server.
  package private(set) var lastWork: ServerWork?
  package private(set) var lineage = Lineage()
  /// Each change of the policy: the event that told it, and what held before.
  private var policies: [(event: Int, before: Policy)] = []
  private var observed = 0

  package init() {}

  /// What held when the event happened, where `policy` holds now.
  package func policy(at event: Int, now policy: Policy) -> Policy {
    policies.first { event < $0.event }?.before ?? policy
  }

  /// Takes in what is new in the trace.
  package mutating func observe(_ trace: Trace) {
    for event in trace.events(since: observed) { observe(event) }
    observed = trace.events.count
  }

  private mutating func observe(_ event: TraceEvent) {
    verdict.observe(event)
    lineage.observe(event)
    switch event.kind {
    case .server(let change):
      if case .policyChanged(let old, _) = change { policies.append((event.id, old)) }
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
      noteTheft(event, "steals \(tokenNames(access, refresh))")
    case .attacker(.stoleDatabase): noteTheft(event, "steals the database")
    case .attacker(.stoleSigningKey): noteTheft(event, "steals the key")
    case .attacker(.copiedKeySet(_, _, signs: true)): noteTheft(event, "steals the key")
    case .attacker(.stoleCookie(let id, _)):
      noteTheft(event, "steals the cookie of \(id?.description ?? "a session")")
    case .attacker(.stoleBackendCookie): noteTheft(event, "steals the application's cookie")
    case .attacker(.rode): noteTheft(event, "rides on the cookie")
    case .attacker(.preparedProofs): noteTheft(event, "makes proofs for later")
    case .attacker(.startedFlow), .attacker(.startedFlowElsewhere):
      noteTheft(event, "starts a sign-in")
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      break
    }
    if event.isRow { rows.append(Row(event: event.id)) }
  }

  private mutating func note(_ exchange: Exchange, at now: Instant) {
    lastExchange[exchange.from] = exchange
    guard case .tokenRequest(let request) = exchange.request else { return }
    lastTokenExchange = exchange
    guard request.form["grant_type"].text != "authorization_code" else {
      return noteActor(exchange, at: now, .signIn, "signs in")
    }
    let label =
      request.label?.description ?? request.accessLabel?.description ?? "a token"
    if exchange.decision.isAccepted {
      noteActor(exchange, at: now, .renewal, "refreshes \(label)")
    } else {
      noteActor(exchange, at: now, .refusal, "\(label) refused")
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
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
      .accessTokenIssued, .refreshTokenConfirmed, .refreshTokenIssued, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenDisplaced, .familyRevoked, .familyClosed,
      .accessTokenRevoked, .accessTokenLivesOn, .refreshTokenLivesOn, .userChanged,
      .scopeWithdrawn, .policyChanged, .accessTokenObsolete, .refreshTokenObsolete,
      .signingKeyRotated, .signingKeyWithdrawn, .revocationArrives, .statusChanged,
      .statusListFetched, .partBroke, .partMended:
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

  private mutating func noteActor(
    _ exchange: Exchange, at now: Instant, _ kind: ActorEvent.Kind, _ words: String
  ) {
    actorEvents.append(
      ActorEvent(
        at: now, party: exchange.from, kind: kind, words: words,
        isBad: !exchange.decision.isAccepted))
  }

  private mutating func noteTheft(_ event: TraceEvent, _ words: String) {
    actorEvents.append(
      ActorEvent(at: event.at, party: event.party, kind: .theft, words: words, isBad: true))
  }
}

extension TraceEvent {
  /// Whether the story has a row for it.
  package var isRow: Bool { isStory && isNews }

  /// Whether it deserves a row of its own: an order is told by what it leads to.
  var isNews: Bool {
    switch kind {
    case .commanded(let command):
      switch command {
      case .client(_, let order): order.isNews
      case .network: true
      case .wire(let order): order.isPromise
      case .administration, .attacker, .visitor: false
      }
    case .client(.storedTokens), .client(.callServed), .client(.callFailed): false
    case .commandRefused, .sent, .lost, .wire, .received, .answered, .server, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      true
    }
  }
}

extension ClientOrder {
  /// Whether nothing else tells of it when it is given.
  fileprivate var isNews: Bool {
    switch self {
    case .signIn, .logOut, .logOutAtServer, .logOutEverywhere, .restartBeforeStoring: true
    case .callAPI, .callAdminAPI, .callServer, .refresh, .refreshInAnotherTab, .closeBrowser,
      .openBrowser:
      false
    }
  }
}
