import Simulation
import TokenCore

/// One row of the story in words: when, who, what, how it ended.
package struct StoryText: Equatable, Sendable {
  package let time: String
  /// `C→AS` for a request, `alice` or `ATTACKER` for an act.
  package let who: String
  package let what: String
  /// The same, shorter, for narrow rows.
  package let shortWhat: String
  /// `200`, or `400 invalid_grant`; empty for what is no request.
  package let outcome: String
  /// What came of it: `RT2 AT2`, `family f1 revoked`.
  package let effect: String
  package let tone: Tone

  package enum Tone: Equatable, Sendable {
    case plain
    /// A theft, a loss: nobody at the servers knows.
    case warning
    /// A refusal, a reuse, a revocation.
    case bad
  }
}

extension TraceEvent {
  /// The event in words; `effects` are the server's changes that it led to.
  package func storyText(in setting: Setting, effects: [ServerEvent] = []) -> StoryText {
    switch kind {
    case .answered(let exchange):
      return exchangeText(exchange, effects)
    case .commanded(let command):
      return act(command.words(in: setting))
    case .commandRefused(let command, let reason):
      return act(command.words(in: setting), effect: "not possible: \(reason)", tone: .bad)
    case .wire(let event):
      return StoryText(
        time: at.clockText, who: event.route, what: event.words, shortWhat: event.words,
        outcome: "", effect: event.effect, tone: .warning)
    case .lost(let message):
      let receiver = message.to.name(in: setting)
      return act(
        message.payload.isRequest ? "loses its request" : "loses its answer",
        effect: "\(receiver) never sees \(message.contents)", tone: .warning)
    case .client(let event): return clientText(event)
    case .attacker(let event): return attackerText(event, setting)
    case .accessTokenExpired(let id): return act("\(id) expired")
    case .refreshTokenExpired(let id): return act("\(id) expired")
    case .server(let event): return act(event.words, tone: event.isBad ? .bad : .plain)
    case .sent(let message): return act("sends \(message.payload.title)")
    case .received(let message): return act("receives \(message.contents)")
    }
  }

  private func exchangeText(_ exchange: Exchange, _ effects: [ServerEvent]) -> StoryText {
    var outcome = "\(exchange.status)"
    if let error = exchange.error { outcome += " \(error.rawValue)" }
    let reason = exchange.decision.denial.map(\.reason.words)
    let effect = ([reason, issued(effects)].compactMap(\.self) + changes(effects))
      .joined(separator: ", ")
    return StoryText(
      time: at.clockText, who: "\(exchange.from.initials)→\(exchange.request.addressee.initials)",
      what: exchange.request.title,
      shortWhat: exchange.request.shortTitle, outcome: outcome, effect: effect,
      tone: exchange.decision.isAccepted ? .plain : .bad)
  }

  /// `RT2 AT2`: what the answer gave.
  private func issued(_ effects: [ServerEvent]) -> String? {
    var names: [String] = []
    for effect in effects {
      if case .refreshTokenIssued(let id, _, _, _) = effect { names.insert("\(id)", at: 0) }
      if case .accessTokenIssued(let id, _, _) = effect { names.append("\(id)") }
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// What else changed; why a reuse was one comes last.
  private func changes(_ effects: [ServerEvent]) -> [String] {
    var words: [String] = []
    var causes: [String] = []
    for effect in effects {
      switch effect {
      case .refreshTokenIssued, .accessTokenIssued: break
      case .refreshTokenReused(_, _, let cause): causes.append(cause.rawValue)
      case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
        .refreshTokenSpent, .refreshTokenConfirmed, .refreshTokenUsed, .refreshTokenRetried,
        .refreshTokenDisplaced, .familyRevoked, .familyClosed, .accessTokenRevoked,
        .accessTokenLivesOn, .refreshTokenLivesOn, .revocationArrives, .statusChanged,
        .statusListFetched, .partBroke, .partMended,
        .userChanged, .scopeWithdrawn, .policyChanged, .accessTokenObsolete,
        .refreshTokenObsolete,
        .signingKeyRotated, .signingKeyWithdrawn:
        words.append(effect.words)
      }
    }
    return words + causes
  }

  private func act(_ what: String, effect: String = "", tone: StoryText.Tone = .plain) -> StoryText
  {
    StoryText(
      time: at.clockText, who: party.initials, what: what, shortWhat: what, outcome: "",
      effect: effect, tone: tone)
  }

  private func clientText(_ event: ClientEvent) -> StoryText {
    switch event {
    case .storedTokens(let access, let refresh):
      act("stores \(tokenNames(access, refresh))")
    case .callServed(let id): act("is served with \(id?.description ?? "no token")")
    case .pageServed: act("is served through the application's server")
    case .gaveCookie:
      act("gives the browser a cookie", effect: "the tokens stay with the application's server")
    case .answeredPage(let party, let status):
      StoryText(
        time: at.clockText, who: self.party.initials,
        what: status == 200
          ? "calls for \(party.initials), by the cookie" : "makes no call for \(party.initials)",
        shortWhat: status == 200 ? "for \(party.initials), by cookie" : "not for \(party.initials)",
        outcome: "\(status)", effect: "",
        tone: party == .attacker && status == 200 ? .warning : .plain)
    case .callWaits: act("has a call wait for the refresh")
    case .callFailed(let failure): act("gives a call up", effect: failure.words, tone: .bad)
    case .triesAgain(let attempt):
      act("has no answer and tries again", effect: "attempt \(attempt)", tone: .warning)
    case .gaveUp: act("has no answer and gives up", tone: .bad)
    case .restarted: act("restarts before storing what came", tone: .warning)
    case .warned(let end): act("warns its person", effect: "the session ends at \(end.clockText)")
    case .stepsUp(let maxAge):
      act(
        "sends its person to sign in again",
        effect: "no longer ago than \(TimeSpan.seconds(maxAge).shortText)", tone: .warning)
    case .browserClosed: act("closes the browser")
    case .browserOpened: act("opens the browser")
    case .signedOut(let cause):
      act("is signed out", effect: cause.words, tone: cause.isBad ? .bad : .plain)
    }
  }

  private func attackerText(_ event: AttackerEvent, _ setting: Setting) -> StoryText {
    switch event {
    case .stole(let access, let refresh, let device):
      let names = tokenNames(access, refresh)
      return act("copies \(names) from \(setting.name(of: device))", tone: .warning)
    case .stoleDatabase(let digests, let clear):
      return act(
        "copies the server's database", effect: "\(digests) digests, \(clear) tokens in clear",
        tone: .warning)
    case .stoleSigningKey(let keyID): return act("copies the signing key \(keyID)", tone: .warning)
    case .copiedKeySet(let server, let keyIDs, let signs):
      return act(
        "copies the keys of \(setting.name(of: server)): \(keyIDs.joined(separator: ", "))",
        effect: signs ? "shared secrets: they sign" : "public keys: they sign nothing",
        tone: signs ? .warning : .plain)
    case .clearedStorage(let device):
      return act("empties the storage of \(setting.name(of: device))", tone: .warning)
    case .stoleCookie(let id, let device):
      let cookie = "the cookie of \(id?.description ?? "a session")"
      return act("copies \(cookie) from \(setting.name(of: device))", tone: .warning)
    case .stoleBackendCookie(let device):
      return act(
        "copies the cookie of \(setting.name(of: device))'s application", tone: .warning)
    case .startedFlowElsewhere(let id):
      return act(
        "starts a sign-in of its own with the cookie of \(id?.description ?? "a session")",
        tone: .warning)
    case .startedFlow(let device):
      return act("starts a sign-in of its own inside \(setting.name(of: device))", tone: .warning)
    case .rode(let device, let path):
      return act(
        "makes the browser of \(setting.name(of: device)) send \(path.words)", tone: .warning)
    case .preparedProofs(let count, let device):
      return act(
        "makes \(count) proofs for later inside \(setting.name(of: device))", tone: .warning)
    case .obtained(let access, let refresh):
      return act("now holds \(tokenNames(access, refresh))", tone: .warning)
    }
  }
}

extension ResourcePath {
  /// How another site's page has a browser call it.
  fileprivate var words: String {
    switch self {
    case .address: "a form"
    case .profile, .check, .administration: "a link"
    }
  }
}
