import Canvas
import Narrative
import Simulation
import TokenCore

/// The card of the authorization server: the family or session, its tokens, the last answer.
extension LabModel {
  func drawServerCard(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "SERVER", trailing: "2")
    guard let family else {
      return draw([[Span("no family yet", .dim)]], &frame, inside)
    }
    var lines: [[Span]] = [
      rect.width >= 34 ? familyLine(family) : Array(familyLine(family).prefix(2)),
      [Span(countText(family))],
      [Span(setting.policy.rotationWords, .dim)],
    ]
    lines += lastServerLines(room: inside.height - 3)
    draw(lines, &frame, inside, lastAtBottom: true)
  }

  /// How many of the family's refresh tokens stand how; of a session, when it ends without use.
  private func countText(_ family: TokenFamily) -> String {
    let server = world.authorizationServer
    if let end = server.sessionEnd(of: family.id) {
      return world.now < end ? "idle out in \((end - world.now).countdownText)" : "session is over"
    }
    let states =
      family.refreshTokens.isEmpty
      ? family.accessTokens.map { Standing(of: $0, in: server, at: world.now).state }
      : family.refreshTokens.map { Standing(of: $0, in: server, at: world.now).state }
    let live = states.count { $0 == .active || $0 == .expiring }
    let dead = states.count { $0 == .revoked }
    guard !family.refreshTokens.isEmpty else { return "AT live \(live) of \(states.count)" }
    return "live \(live) spent \(states.count { $0 == .spent }) dead \(dead)"
  }

  func familyLine(_ family: TokenFamily) -> [Span] {
    if let end = world.authorizationServer.sessionEnd(of: family.id), family.state == .active {
      return world.now < end
        ? [Span("session \(family.id) "), Span("● active", .valid)]
        : [Span("session \(family.id) "), Span("○ idle out", .ended)]
    }
    return switch family.state {
    case .active: [Span("family \(family.id) "), Span("● active", .valid)]
    case .closed: [Span("family \(family.id) "), Span("○ closed", .ended)]
    case .revoked(_, let reason):
      [
        Span("family \(family.id) "), Span("■ REVOKED", .danger), Span("  by \(reason.rawValue)"),
      ]
    }
  }

  private func lastServerLines(room: Int) -> [[Span]] {
    guard let exchange = chronicle.lastTokenExchange else { return [] }
    return [answerLine(exchange, prefix: "last ")]
  }
}
