import Canvas
import Narrative
import Simulation
import TokenCore

/// The story, newest at the bottom.
struct EventsPane {
  let rows: [Chronicle.Row]
  /// The selected row; nil follows the newest.
  let selectedRow: Int?
  let trace: Trace
  let setting: Setting
  let viewpoint: Viewpoint

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let count = rows.count
    let position = (selectedRow ?? count - 1) + 1
    let inside = frame.box(
      rect, title: "EVENTS", trailing: count == 0 ? "7" : "\(position)/\(count) 7")
    let top = firstRow(height: inside.height)
    for index in top..<min(count, top + inside.height) {
      let y = inside.y + index - top
      drawRow(index, &frame, Rect(x: inside.x, y: y, width: inside.width, height: 1))
    }
  }

  /// The row at the top: the selection stays in view, and new rows do not move an old selection.
  private func firstRow(height: Int) -> Int {
    let newest = max(0, rows.count - height)
    guard let selectedRow else { return newest }
    return min(newest, max(0, selectedRow - height / 2))
  }

  private func drawRow(_ index: Int, _ frame: inout Frame, _ rect: Rect) {
    let row = rows[index]
    let event = trace.event(row.event)
    guard viewpoint == .everything || event.isSeenByServers else {
      frame.put(
        "             ·  the servers see nothing of this", x: rect.x, y: rect.y, role: .dim,
        maxWidth: rect.width)
      return
    }
    let text = event.storyText(in: setting, effects: row.effects)
    let isCurrent = index == (selectedRow ?? rows.count - 1)
    let isWide = rect.width >= 90
    let spans = [
      Span(isCurrent ? "► " : "  ", .strong),
      Span(Text.pad(text.time, width: 9, .right) + " ", .dim),
      Span(Text.pad(viewpoint == .server ? event.whoAtServers : text.who, width: 5) + " "),
      Span(
        text.outcome.isEmpty
          ? text.what + "  "
          : Text.pad(isWide ? text.what : text.shortWhat, width: isWide ? 25 : 15) + " ",
        text.outcome.isEmpty ? text.role : .text),
      Span(
        text.outcome.isEmpty
          ? ""
          : isWide ? Text.pad(text.outcome, width: 18) + " " : String(text.outcome.prefix(3)) + " ",
        text.tone == .bad ? .danger : .valid),
      Span(text.effect, text.role),
    ]
    frame.put(spans, x: rect.x, y: rect.y, maxWidth: rect.width)
    if isCurrent, selectedRow != nil {
      frame.paint(rect, role: .focus)
    }
    if isCurrent { frame.cursor = Point(x: rect.x, y: rect.y) }
  }
}

extension StoryText {
  /// The role that its words are drawn in.
  var role: Role {
    switch tone {
    case .plain: .text
    case .warning: .expiring
    case .bad: .danger
    }
  }
}

extension TraceEvent {
  /// Whether a server takes part in it.
  var isSeenByServers: Bool {
    switch kind {
    case .answered, .server: true
    case .commanded, .commandRefused: party == .authorizationServer
    case .accessTokenExpired, .refreshTokenExpired: true
    case .sent, .lost, .wire, .received, .client, .attacker: false
    }
  }

  /// `?→AS`: a server knows what came to it, not from whom.
  fileprivate var whoAtServers: String {
    if case .answered(let exchange) = kind {
      "?→\(exchange.request.addressee.initials)"
    } else {
      "AS"
    }
  }
}
