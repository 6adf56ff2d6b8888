import Canvas
import Narrative
import Simulation
import TokenCore

/// The stopped wire, in the place of the timeline: every message with who sent it to whom, what it
/// carries, and when it arrives.
struct WirePane {
  let wire: WireRows
  let isRunning: Bool
  let setting: Setting

  private var rows: [WireRow] { wire.all }

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let title = isRunning ? "WIRE" : "WIRE STOPPED"
    let held = rows.count { $0.heldWith != nil }
    let inside = frame.box(
      rect, title: title, trailing: "\(rows.count - held) in flight, \(held) held, esc leaves",
      style: .heavy)
    let (head, list) = inside.splitTop(inside.height > 2 ? 1 : 0)
    if !head.isEmpty { frame.put([headLine(columns(in: head))], in: head) }
    drawRows(&frame, list)
    let room = list.height - rows.count
    if room > 2, let message = wire.selectedMessage {
      drawCargo(of: message, &frame, list.bottomRows(room))
    }
  }

  /// The rows alone, scrolled so that the selected one is in view.
  func drawRows(_ frame: inout Frame, _ rect: Rect) {
    guard !rows.isEmpty else {
      let line = "nothing is on the wire: r, R, c, C and i send something"
      return frame.put([[Span(line, .dim)]], in: rect)
    }
    let first = Scroll.first(around: wire.selected, of: rows.count, height: rect.height)
    let columns = columns(in: rect)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(rect.height) {
      let line = Rect(x: rect.x, y: rect.y + index - first, width: rect.width, height: 1)
      let spans = spans(of: row, columns)
      frame.put(
        [Span(index == wire.selected ? "► " : "  ", .strong)] + spans, x: line.x, y: line.y,
        maxWidth: line.width)
      guard index == wire.selected else { continue }
      frame.paint(line, role: .focus)
      frame.cursor = Point(x: line.x, y: line.y)
      frame.read(spans.map(\.text).joined())
    }
  }

  private func columns(in rect: Rect) -> WireColumns {
    WireColumns(
      width: rect.width - 2, longestRoute: rows.map { Text.width(route(of: $0)) }.max() ?? 0)
  }

  private func headLine(_ columns: WireColumns) -> [Span] {
    let words = [
      Text.pad(" no", width: columns.number),
      Text.pad(columns.isNarrow ? "way" : "from → to", width: columns.route),
      Text.pad("carries", width: columns.cargo),
      Text.pad(columns.isNarrow ? "" : "sent at", width: columns.sent),
      columns.isNarrow ? "arrives" : "arrives at",
    ]
    return [Span(" " + words.joined(), .dim)]
  }

  private func route(of row: WireRow) -> String {
    "\(shortName(of: row.message.from)) → \(shortName(of: row.message.to))"
  }

  private func spans(of row: WireRow, _ columns: WireColumns) -> [Span] {
    let message = row.message
    let arrival: Span =
      row.heldWith.map { Span(columns.isNarrow ? "HELD" : "HELD, \($0.shortText) left", .expiring) }
      ?? Span(message.arrivesAt.clockText, .text)
    return [
      Span(Text.pad("\(message.id) ", width: columns.number, .right), .strong),
      Span(Text.pad(columns.isNarrow ? message.route : route(of: row), width: columns.route)),
      Span(Text.pad(columns.cargo < 25 ? message.shortCargo : message.cargo, width: columns.cargo)),
      Span(Text.pad(columns.sent == 0 ? "" : message.sentAt.clockText, width: columns.sent), .dim),
      arrival,
    ]
  }

  private func shortName(of party: Party) -> String {
    switch party {
    case .client(let device):
      setting.devices.count == setting.people.count
        ? setting.devices[device.index].person : setting.name(of: device)
    case .browser: "browser"
    case .authorizationServer: "server"
    case .resourceServer: "API"
    case .attacker: "ATTACKER"
    case .visitor: "visitor"
    case .network: "network"
    }
  }

  /// The selected message as HTTP, where there is room below the rows.
  private func drawCargo(of message: Message, _ frame: inout Frame, _ rect: Rect) {
    frame.rule(rect.topRows(1))
    let text = rect.splitTop(1).rest
    let lines = WireText.lines(of: message.payload).flatMap { line in
      Text.wrap(line, width: text.width - 2).map { [Span($0, .dim)] }
    }
    frame.put(lines.cut(to: text.height), in: text)
  }
}

/// How wide the columns of the wire are.
private struct WireColumns {
  let isNarrow: Bool
  let number = 5
  let route: Int
  let cargo: Int
  let sent: Int

  init(width: Int, longestRoute: Int) {
    isNarrow = width < 60
    route = isNarrow ? 7 : min(40, max(20, longestRoute + 2))
    sent = isNarrow ? 0 : 10
    cargo = max(10, min(40, width - number - route - sent - (isNarrow ? 10 : 16)))
  }
}
