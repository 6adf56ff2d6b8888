import Canvas
import Narrative
import Simulation
import TokenCore

/// The three parties in a row each, for screens too small for cards.
struct ActorRows {
  let client: Client
  let family: TokenFamily?
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let stolen = world.attacker
    let rows: [[Span]] = [
      [Span("C ", .strong)]
        + spans(client.storage.refreshToken?.label, client.storage.accessToken?.label),
      [Span("S ", .strong)] + (family?.spans(in: world) ?? [Span("no family yet", .dim)]),
      [Span("A ", .strong)]
        + spans(stolen.refreshTokens.last?.label, stolen.accessTokens.last?.label),
    ]
    for (index, row) in rows.enumerated() where index < rect.height {
      frame.put(row, x: rect.x, y: rect.y + index, maxWidth: rect.width)
    }
  }

  private func spans(_ refresh: RefreshTokenID?, _ access: AccessTokenID?) -> [Span] {
    TokenLine(refresh, none: "RT none", in: world).spans + [Span("  ")]
      + TokenLine(access, none: "AT none", width: 0, in: world).spans
  }
}

/// The newest of the story without a frame around it, for screens too small for a pane.
struct LastEvents {
  let rows: [Chronicle.Row]
  let trace: Trace
  let setting: Setting

  func draw(_ frame: inout Frame, _ rect: Rect) {
    for (index, row) in rows.suffix(rect.height).enumerated() {
      let text = trace.event(row.event).storyText(in: setting, effects: row.effects)
      let line = [text.time, text.who, text.what, text.outcome].joined(separator: " ")
      frame.put(
        line, x: rect.x, y: rect.y + index, role: text.role,
        maxWidth: rect.width)
    }
  }
}
