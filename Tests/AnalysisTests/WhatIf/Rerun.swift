import JOSE
import Soak
import TokenCore

@testable import Analysis
@testable import Simulation

/// The same people, seed and orders as a recording, but for one thing, run from the start. It answers
/// a claim where it comes to the same request before servers to which the same had happened; where it
/// does not, the supposition cannot be had by running.
struct Rerun {
  var setting: Setting
  /// Orders with the events that they were in the recording.
  var script: [(event: Int, at: Instant, command: Command)]
  /// An order that the recording has not.
  var extra: (at: Instant, command: Command)?
  /// When the request should be answered.
  var moment: Instant
  /// Events of the recording that the rerun should not have.
  var missing: Set<Int> = []
  private let event: TraceEvent
  private let recording: Recording

  /// Without what was ordered after the event.
  private init(_ event: TraceEvent, _ recording: Recording) {
    setting = recording.world.setting
    script = recording.trace.events[..<event.id].compactMap { event in
      event.order.map { (event.id, event.at, $0) }
    }
    moment = event.at
    self.event = event
    self.recording = recording
  }

  /// Nil for a supposition that no setting, order or time of an order brings about.
  init?(of event: TraceEvent, in recording: Recording, supposing supposition: Supposition) {
    self.init(event, recording)
    let isPossible =
      switch supposition {
      case .earlier(let span): move(by: TimeSpan.zero - span)
      case .later(let span): move(by: span)
      case .atLeast(let knob, let span), .atMost(let knob, let span):
        set(knob.set(span, in: setting.policy))
      case .choice(let choice): choose(choice)
      case .without(let happening): leaveOut(happening)
      case .having(let happening): add(happening)
      case .made: false
      }
    guard isPossible else { return nil }
  }

  private mutating func set(_ policy: Policy?) -> Bool {
    guard let policy, policy.faults.isEmpty else { return false }
    setting.policy = policy
    return true
  }

  private mutating func choose(_ choice: Supposition.Choice) -> Bool {
    var policy = setting.policy
    switch choice {
    case .reusable: policy.changeRefresh { $0.rotation = .reusable }
    case .headerAsked:
      if var session = policy.session {
        session.asksForHeader = true
        policy.renewal = .session(session)
      }
    case .recordAsked: policy.accessToken.check = .introspection(cache: .zero)
    // With public keys nothing would have been sent.
    case .keyPair: return false
    // A client that is told a nonce sends one request more.
    case .nonceWanted, .noNonce: return false
    }
    return set(policy)
  }

  /// Only where an order sent the request itself, and not what came of another answer. In front of
  /// what happens at its own moment no order can put it.
  private mutating func move(by span: TimeSpan) -> Bool {
    guard span != .zero else { return false }
    let events = recording.trace.events
    guard let sent = event.cause, let root = events[sent].cause, events[root].order != nil,
      let index = script.firstIndex(where: { $0.event == root }),
      script[index].at + span >= .start
    else { return false }
    script[index].at = script[index].at + span
    moment = event.at + span
    return true
  }

  /// Without every order that has brought it about, and all that came of those.
  private mutating func leaveOut(_ happening: Supposition.Happening) -> Bool {
    let events = recording.trace.events[..<event.id]
    let roots = Set(events.filter { $0.kind.serverEvent?.brings(happening) ?? false }.map(root))
    guard !roots.isEmpty, roots.allSatisfy({ events[$0].order != nil }) else { return false }
    script.removeAll { roots.contains($0.event) }
    missing = recording.trace.events.descendants(of: roots)
    return !missing.contains(event.id)
  }

  private func root(of event: TraceEvent) -> Int {
    event.cause.map { root(of: recording.trace.events[$0]) } ?? event.id
  }

  /// An act at the server a moment before the answer, unless a server did something in between.
  private mutating func add(_ happening: Supposition.Happening) -> Bool {
    let earlier = recording.trace.events[..<event.id]
    guard !earlier.contains(where: { $0.at == moment && $0.likeness != nil }) else { return false }
    let command: Command
    switch happening {
    case .disabling(let user): command = .administration(.disableAccount(user))
    case .passwordChange(let user): command = .administration(.changePassword(user, revoking: true))
    case .demotion(let user): command = .administration(.setRole(user, isAdmin: false))
    case .keyWithdrawal(nil): command = .administration(.withdrawSigningKeys)
    case .keyWithdrawal, .spending, .revocation, .strikingOff, .sessionEnd, .failure,
      .firstPresentation:
      return false
    }
    extra = (moment - .milliseconds(1), command)
    return moment > .start
  }

  /// How the same request is answered there.
  var answer: Exchange? {
    let events = played
    let added =
      extra.flatMap { extra in
        events.last { $0.order == extra.command && $0.at == extra.at }.map(\.id)
      }
    let ignored = added.map { events.descendants(of: [$0]) } ?? []
    let likeness = event.likeness
    let expected = recording.trace.events[..<event.id]
      .filter { !missing.contains($0.id) && ($0.at < moment || moment >= event.at) }
      .compactMap(\.likeness)
    return events.first { other in
      other.at == moment && other.likeness?.request == likeness?.request
        && events[..<other.id].filter { !ignored.contains($0.id) }.compactMap(\.likeness)
          == expected
    }?.kind.exchange
  }

  /// Far enough for a recording; a person who comes every two seconds is not waited for for days.
  private static let mostSteps = 500

  private var played: [TraceEvent] {
    var world = World(setting, LabCryptography())
    for line in script { world.schedule(line.command, at: line.at) }
    if let extra { world.schedule(extra.command, at: extra.at) }
    var trace = Trace()
    for _ in 0..<Self.mostSteps {
      guard let next = world.nextEventTime, next <= moment, world.step(into: &trace) else { break }
    }
    return Array(trace.events)
  }
}

/// What happened at a server, without the texts and ends of tokens, in which policies differ.
private struct Likeness: Equatable {
  let at: Instant
  var request: String?
  let outcome: String
}

extension TraceEvent {
  fileprivate var order: Command? {
    switch kind {
    case .commanded(let command), .commandRefused(let command, _): command
    default: nil
    }
  }

  fileprivate var likeness: Likeness? {
    switch kind {
    case .answered(let exchange):
      Likeness(
        at: at, request: exchange.likeness,
        outcome: exchange.decision.denial.map { "\($0.reason)" } ?? "\(exchange.isGranted)")
    case .server(.accessTokenIssued(let id, let family, _)):
      Likeness(at: at, outcome: "\(id) for \(family)")
    case .server(.refreshTokenIssued(let id, let family, _, _)):
      Likeness(at: at, outcome: "\(id) for \(family)")
    case .server(let event): Likeness(at: at, outcome: "\(event)")
    default: nil
    }
  }
}

extension Exchange {
  fileprivate var likeness: String {
    switch request {
    case .resourceRequest(let call):
      "\(from) \(call.host ?? "") \(call.path) \(call.token.map { named($0.label, $0.text) } ?? "")"
    case .tokenRequest(let call):
      "\(from) \(likeness(of: call.form, call.label, call.accessLabel)) \(call.basic as Any)"
    case .revocationRequest(let call):
      "\(from) revocation \(likeness(of: call.form, call.label, nil)) \(call.basic as Any)"
    case .introspectionRequest(let call): "\(from) introspection \(call.form) \(call.basic as Any)"
    case .authorizationRequest(let call): "\(from) authorization \(call.userName) \(call.isSilent)"
    case .endSessionRequest(let call): "\(from) logout \(call.returnsToClient)"
    default: "\(request)"
    }
  }

  private func likeness(
    of form: Form, _ refresh: RefreshTokenID?, _ access: AccessTokenID?
  ) -> [String] {
    form.parameters.map { parameter in
      switch parameter.name {
      case "code", "code_verifier": parameter.name
      case "refresh_token", "token": named(refresh, parameter.value)
      case "access_token": named(access, parameter.value)
      default: "\(parameter.name) \(parameter.value)"
      }
    }
  }

  private func named(_ id: (some DenseID)?, _ text: String) -> String { id?.description ?? text }
}

extension ServerEvent {
  fileprivate func brings(_ happening: Supposition.Happening) -> Bool {
    switch (self, happening) {
    case (.sessionEnded(let id, _), .sessionEnd(let other)): id == other
    case (.refreshTokenSpent(let id, _), .spending(let other)): id == other
    case (.familyRevoked(let id, _), .revocation(let other)): id == other
    case (.accessTokenRevoked(let id), .strikingOff(let other)): id == other
    case (.userChanged(let id, .disabled), .disabling(let other)): id == other
    case (.userChanged(let id, .passwordChanged), .passwordChange(let other)): id == other
    case (.signingKeyWithdrawn(let id), .keyWithdrawal(let other)): id == other
    default: false
    }
  }
}

extension Sequence<TraceEvent> {
  /// The events themselves and all that came of them.
  fileprivate func descendants(of roots: Set<Int>) -> Set<Int> {
    var found = roots
    for event in self {
      if let cause = event.cause, found.contains(cause) { found.insert(event.id) }
    }
    return found
  }
}
