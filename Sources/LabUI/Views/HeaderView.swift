import Canvas
import Narrative
import Simulation
import TokenCore

/// The lines above and below the panes: title and clock, verdict, coach, keys.
extension LabModel {
  func drawHeader(_ frame: inout Frame, _ rect: Rect) {
    frame.rule(rect, role: .frame, style: .double)
    let title = " tokenlab ══ \(self.title) ══ \(setting.strategyID) "
    let clockText = clockText
    frame.put(
      title, x: rect.x + 1, y: rect.y, role: .title,
      maxWidth: max(0, rect.width - 4 - Text.width(clockText)))
    frame.put(clockText, endingAt: rect.right - 1, y: rect.y, role: .strong)
  }

  /// `t 15:00.3  ► 60x`, `t 15:00.3  PAUSED 60x`, `branch 2  t 15:00.3  PAST, known to 20:30 60x`.
  var clockText: String {
    if let duel {
      return " t \(duel.now.clockText)  \(duel.isRunning ? "►" : "PAUSED") \(speed.factor)x "
    }
    let branch = history.branch
    let place = history.others.isEmpty ? "" : " \(branch.label) "
    let eyes = viewpoint == .server ? " SERVER'S VIEW " : ""
    return "\(eyes)\(place) t \(world.now.clockText)  \(timeText) \(speed.factor)x "
  }

  func drawVerdict(_ frame: inout Frame, _ rect: Rect) {
    if let duel { return drawDuelVerdict(duel, &frame, rect) }
    let verdict = verdictNow
    let text = verdictText(verdict, isLong: rect.width >= 110)
    let role: Role = verdict.isAlarm ? .alarm : verdict == .calm ? .valid : .expiring
    if verdict.isAlarm { frame.fill(rect, " ", role: .alarm) }
    frame.put(text, x: rect.x + 1, y: rect.y, role: role, maxWidth: max(0, rect.width - 12))
    if let at = verdict.instant {
      frame.put(at.clockText, endingAt: rect.right - 1, y: rect.y, role: role)
    }
    frame.read(text)
  }

  /// The verdict, unless there is worse: a session of the attacker's own, or calm while the attacker
  /// still holds something that opens the API.
  var verdictNow: Verdict {
    if viewpoint == .server { return chronicle.verdict.knownToServers }
    switch chronicle.verdict {
    case .calm: return ownSession ?? stillOpen ?? .calm
    case .stolen: return ownSession ?? chronicle.verdict
    case .ownSession, .stillOpen, .spentRefused, .reuse, .revoked: return chronicle.verdict
    }
  }

  /// A family that the attacker opened itself, and still holds a token of that is good for something.
  private var ownSession: Verdict? {
    let server = world.authorizationServer
    let renewable = world.attacker.refreshTokens.compactMap(\.label)
      .filter { server.isUsable($0, at: world.now) }.map { server.record(of: $0).family }
    let open = world.attacker.accessTokens.compactMap(\.label)
      .filter(opensSomething)
      .map { server.record(of: $0).family }
    return world.attackersFamilies.last { (renewable + open).contains($0) }
      .map { .ownSession(at: server.family($0).startedAt) }
  }

  /// Whether an API serves it: the strategy's own, or one that does not know a short expiry.
  private func opensSomething(_ id: AccessTokenID) -> Bool {
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    return standing.isAlive || standing.state == .expired && world.now < world.servedUntil(id)
  }

  private var stillOpen: Verdict? {
    let open = world.attacker.accessTokens.compactMap(\.label).last(where: opensSomething)
    return open.map { .stillOpen($0, until: world.servedUntil($0)) }
  }

  func verdictText(_ verdict: Verdict, isLong: Bool) -> String {
    switch verdict {
    case .calm where viewpoint == .server: "● nothing wrong that the servers could see"
    case .calm: "● nothing wrong: nobody but \(client.person) uses \(client.person)'s tokens"
    case .stolen: "▲ STOLEN: the attacker holds a copy, and nobody has noticed"
    case .ownSession: "▲ STOLEN: the attacker has signed itself in, and nobody has noticed"
    case .stillOpen(let id, let until):
      "▲ STOLEN: the attacker's \(id) still opens the API, until \(until.secondsText)"
    case .spentRefused(let id, let party, _):
      "✗ \(id) refused as spent, from \(party.name(in: setting)): no alarm, nothing revoked"
    case .reuse(let id, let family, _): reuseText(id, family, isLong: isLong)
    case .revoked(let family, let reason, _): "■ family \(family) REVOKED by \(reason.rawValue)"
    }
  }

  /// What happened, and who has to sign in again for it.
  private func reuseText(_ id: RefreshTokenID, _ family: FamilyID, isLong: Bool) -> String {
    if viewpoint == .server {
      return "✗ REUSE DETECTED  \(id) came twice: \(family) REVOKED. Theft or retry?"
    }
    let isTheft = attackerHoldsToken(of: family)
    guard isLong else {
      return "✗ REUSE DETECTED  \(id) used twice: \(family) REVOKED, "
        + (isTheft ? "both sign in again" : "a false alarm")
    }
    return "✗ REUSE DETECTED  \(id) came twice and the server cannot tell from whom: "
      + "\(family) REVOKED, " + (isTheft ? "both must sign in again" : "a false alarm")
  }

  private func attackerHoldsToken(of family: FamilyID) -> Bool {
    let server = world.authorizationServer
    return world.attacker.refreshTokens.contains { token in
      token.label.map { server.record(of: $0).family == family } ?? false
    }
  }

  func drawCoach(_ frame: inout Frame, _ rect: Rect) {
    if let status {
      frame.put("› \(status)", x: rect.x + 1, y: rect.y, role: .strong, maxWidth: rect.width - 2)
    } else {
      let line =
        duel == nil
        ? "try: \(Coach.line(for: self))"
        : "d: where do they first differ?   1 or 2: go to that one"
      frame.put(line, x: rect.x + 1, y: rect.y, role: .notice, maxWidth: rect.width - 2)
    }
    frame.read(status ?? Coach.line(for: self))
  }

  func drawKeyBar(_ frame: inout Frame, _ rect: Rect) {
    if duel != nil { return drawDuelKeys(&frame, rect) }
    var x = rect.x + 1
    for act in barActs where x < rect.right {
      let key = (isWireShown ? act.wireKeys + act.keys : act.keys)[0]
      let label = act == .time(.runOrPause) ? (isRunning ? "pause" : "run") : act.label
      let width = Text.width(key.label) + 1 + Text.width(label)
      guard x + width < rect.right else { break }
      frame.put(key.label, x: x, y: rect.y, role: .key)
      let role: Role = act.obstacle(in: self) == nil ? .text : .dim
      frame.put(label, x: x + Text.width(key.label) + 1, y: rect.y, role: role)
      frame.hit(Rect(x: x, y: rect.y, width: width, height: 1), key)
      x += width + 2
    }
  }

  /// `?` comes first and is never dropped; the rest in order of use, as far as the width goes.
  private var barActs: [Act] {
    if isWireShown { return wireBarActs }
    return [
      .help(.keys), .time(.runOrPause), .attacker(.stealRefreshToken), .client(.refresh),
      .attacker(.refresh), .client(.signIn), .program(.quit), .time(.step),
      .setup(.strategies), .client(.callAPI), .attacker(.callAPI), .help(.palette),
      .time(.stepBack), .branches(.list), .branches(.whoIsFirst), .looking(.zoom),
      .attacker(.stealAccessToken), .client(.logOut), .wire(.stop), .wire(.races),
      .time(.untilExpiry), .time(.untilRefusal), .time(.faster), .time(.slower),
      .client(.dropNextResponse),
    ]
  }
}

extension Verdict {
  var instant: Instant? {
    switch self {
    case .calm, .stillOpen: nil
    case .stolen(let at), .ownSession(let at), .spentRefused(_, _, let at), .reuse(_, _, let at),
      .revoked(_, _, let at):
      at
    }
  }
}
