import Canvas
import Narrative
import Simulation
import TokenCore

/// The verdict in one line, with the time since when.
struct VerdictLine {
  let verdict: Verdict
  /// Whose keys the person at the keyboard has in hand.
  let person: String
  let viewpoint: Viewpoint
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let text = text(isLong: rect.width >= 110)
    let role: Role = verdict.isAlarm ? .alarm : verdict == .calm ? .valid : .expiring
    if verdict.isAlarm { frame.fill(rect, " ", role: .alarm) }
    frame.put(text, x: rect.x + 1, y: rect.y, role: role, maxWidth: max(0, rect.width - 12))
    if let at = verdict.instant {
      frame.put(at.clockText, endingAt: rect.right - 1, y: rect.y, role: role)
    }
    frame.read(text)
  }

  func text(isLong: Bool) -> String {
    switch verdict {
    case .calm where viewpoint == .server: "● nothing wrong that the servers could see"
    case .calm: calmText
    case .stolen: "▲ STOLEN: the attacker holds a copy, and nobody has noticed"
    case .ownSession: "▲ STOLEN: the attacker has signed itself in, and nobody has noticed"
    case .ridden where viewpoint == .server, .actedFor where viewpoint == .server:
      "● nothing wrong that the servers could see"
    case .ridden(let device, _):
      "▲ RIDDEN: another site's page acted with the cookie of \(world.setting.name(of: device))"
    case .actedFor(let device, _):
      "▲ RIDDEN: the attacker acts with the cookie of \(world.setting.name(of: device))"
    case .stillOpen(let id, let until):
      "▲ STOLEN: the attacker's \(id) still opens the API, until \(until.secondsText)"
    case .spentRefused(let id, let party, _):
      "✗ \(id) refused as spent, from \(party.name(in: world.setting)): no alarm, nothing revoked"
    case .reuse(let id, let family, _): reuseText(id, family, isLong: isLong)
    case .revoked(let family, let reason, _): "■ family \(family) REVOKED by \(reason.rawValue)"
    }
  }

  /// What was stolen and is dead was stolen all the same.
  private var calmText: String {
    world.attacker.firstTheftAt == nil
      ? "● nothing wrong: nobody has stolen anything"
      : "● nothing wrong now: what was stolen opens nothing"
  }

  /// What happened, and who has to sign in again for it.
  private func reuseText(_ id: RefreshTokenID, _ family: FamilyID, isLong: Bool) -> String {
    if viewpoint == .server {
      return "✗ REUSE DETECTED  \(id) came twice: \(family) REVOKED. Theft or retry?"
    }
    let isTheft = attackerHoldsToken(of: family)
    guard isLong else {
      return "✗ REUSE DETECTED  \(id) used twice: \(family) REVOKED, "
        + (isTheft ? "neither can renew it" : "a false alarm")
    }
    return "✗ REUSE DETECTED  \(id) came twice and the server cannot tell from whom: "
      + "\(family) REVOKED, " + (isTheft ? "neither can renew it" : "a false alarm")
  }

  private func attackerHoldsToken(of family: FamilyID) -> Bool {
    let server = world.authorizationServer
    return world.attacker.refreshTokens.contains { token in
      token.label.map { server.record(of: $0).family == family } ?? false
    }
  }
}

extension Verdict {
  var instant: Instant? {
    switch self {
    case .calm, .stillOpen: nil
    case .stolen(let at), .ownSession(let at), .ridden(_, let at), .actedFor(_, let at),
      .spentRefused(_, _, let at),
      .reuse(_, _, let at),
      .revoked(_, _, let at):
      at
    }
  }
}
