import Canvas
import Narrative
import Simulation
import TokenCore

/// The card of the authorization server: the family or session, its tokens, the last answer.
struct ServerCard {
  let family: TokenFamily?
  let last: Exchange?
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "SERVER", trailing: "2")
    guard let family else {
      return frame.put([[Span("no family yet", .dim)]], in: inside)
    }
    let spans = family.spans(in: world)
    let lines: [[Span]] = [
      rect.width >= 34 ? spans : Array(spans.prefix(2)),
      [Span(countText(family))],
      [Span(world.policy.rotationWords, .dim)],
    ]
    frame.put(card: lines + [last?.lastLine].compactMap(\.self), in: inside)
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
}
