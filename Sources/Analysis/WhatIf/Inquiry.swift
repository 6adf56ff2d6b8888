import Simulation
import TokenCore

/// One question: what would have turned this answer? Tries one thing after the other, and notes what
/// does; between two tries it can be kept, and dropped.
struct Inquiry: Sendable {
  /// The request as it was, before the servers as they were.
  let trial: Trial
  let original: Exchange
  let subject: Subject
  /// Moments at which something changed at the servers that may matter, newest first.
  let pivots: [Pivot]
  let past: @Sendable (Instant) -> World?
  /// What is still to be tried, the next first.
  var agenda: ArraySlice<Attempt> = []
  /// Whether pairs are on the agenda, or were.
  var isPairing = false
  private(set) var counterfactuals: [WhatIf.Counterfactual] = []
  private(set) var indifferent: [Supposition] = []
  var tried = 0

  struct Pivot: Sendable {
    let at: Instant
    var changes: [ServerEvent]
  }

  /// Further back than so many changes nobody looks.
  static let longestWalk = 200

  init(
    _ trial: Trial, _ original: Exchange, _ trace: some BidirectionalCollection<TraceEvent>,
    _ past: @escaping @Sendable (Instant) -> World?
  ) {
    self.original = original
    self.past = past
    subject = Subject(of: trial.presentation, in: trial.world)
    pivots = Self.pivots(in: trace, of: subject, trial)
    self.trial = trial.knowing(pivots, past)
    agenda = firstAgenda
  }

  var server: AuthorizationServer { trial.world.authorizationServer }
  var policy: Policy { server.policy }

  /// What was granted can only have been granted; what was refused can only turn to that.
  func isTurned(_ answer: Exchange) -> Bool { answer.isGranted != original.isGranted }

  mutating func note(_ counterfactual: WhatIf.Counterfactual) {
    counterfactuals.append(counterfactual)
  }

  /// Puts one or two suppositions to the test.
  mutating func attempt(_ suppositions: [Supposition]) {
    guard let answer = answer(under: suppositions) else { return }
    tried += 1
    if isTurned(answer) {
      note(WhatIf.Counterfactual(suppositions: suppositions, answer: answer, inFrontOf: []))
    } else if original.isGranted, suppositions.count == 1 {
      indifferent += suppositions
    }
  }

  func answer(under suppositions: [Supposition]) -> Exchange? {
    trial(under: suppositions)?.answer
  }

  func trial(under suppositions: [Supposition]) -> Trial? {
    var trial = trial
    for supposition in suppositions {
      guard let next = trial.supposing(supposition, past) else { return nil }
      trial = next
    }
    return trial
  }

  private static func pivots(
    in trace: some BidirectionalCollection<TraceEvent>, of subject: Subject, _ trial: Trial
  ) -> [Pivot] {
    var pivots: [Pivot] = []
    for event in trace.reversed() {
      guard event.at >= subject.beginning, pivots.count <= longestWalk else { break }
      guard let changes = changes(in: event, of: subject, trial) else { continue }
      if pivots.last?.at == event.at {
        pivots[pivots.count - 1].changes.insert(contentsOf: changes, at: 0)
      } else {
        pivots.append(Pivot(at: event.at, changes: changes))
      }
    }
    return pivots
  }

  /// What changed at the servers in an event that may matter to the subject; nil for nothing. A call
  /// with the same token may have left an answer with the API, or have kept a session alive.
  private static func changes(
    in event: TraceEvent, of subject: Subject, _ trial: Trial
  ) -> [ServerEvent]? {
    switch event.kind {
    case .server(let change):
      return subject.isTouched(by: change, in: trial.world.authorizationServer) ? [change] : nil
    case .answered(let exchange):
      guard case .resourceRequest(let call) = exchange.request,
        case .resourceRequest(let presented) = trial.presentation.request,
        call.token?.text == presented.token?.text
      else { return nil }
      return []
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      return nil
    }
  }
}
