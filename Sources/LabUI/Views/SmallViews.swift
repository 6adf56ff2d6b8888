import Canvas
import Narrative
import Simulation
import TokenCore

/// Screens too small for panes. They lose frames and detail, never the verdict or the way out.
extension LabModel {
  /// 56x14 and up: actors in a row each, the timeline, the last events.
  func drawSmall(_ frame: inout Frame) {
    let rows = frame.bounds.rows([
      .cells(1), .cells(1), .cells(1), .cells(3), .share(2), .share(1), .cells(1),
    ])
    drawHeader(&frame, rows[0])
    drawVerdict(&frame, rows[1])
    drawCoach(&frame, rows[2])
    if let duel {
      let top = rows[3].y
      let height = rows[5].bottom - top
      drawDuel(duel, &frame, Rect(x: 0, y: top, width: frame.size.width, height: height))
    } else if let zoomed {
      let top = rows[3].y
      draw(
        zoomed, &frame,
        Rect(x: 0, y: top, width: frame.size.width, height: rows[5].bottom - top))
    } else {
      drawActors(&frame, rows[3])
      if isWireShown { drawStoppedWire(&frame, rows[4]) } else { drawTimeline(&frame, rows[4]) }
      drawEvents(&frame, rows[5])
    }
    drawKeyBar(&frame, rows[6])
  }

  /// 36x8 and up: no timeline.
  func drawExtraSmall(_ frame: inout Frame) {
    let rows = frame.bounds.rows([.cells(1), .cells(1), .cells(3), .share(1), .cells(1)])
    frame.put(
      [Span(clockText, .strong), Span(setting.strategyID, .dim)], x: 0, y: rows[0].y,
      maxWidth: frame.size.width)
    drawVerdict(&frame, rows[1])
    if let duel {
      let top = rows[2].y
      let height = rows[3].bottom - top
      drawDuel(duel, &frame, Rect(x: 0, y: top, width: frame.size.width, height: height))
    } else if let zoomed {
      let top = rows[2].y
      draw(
        zoomed, &frame,
        Rect(x: 0, y: top, width: frame.size.width, height: rows[3].bottom - top))
    } else {
      drawActors(&frame, rows[2])
      if isWireShown {
        drawWireRows(&frame, rows[3])
      } else {
        drawLastEvents(&frame, rows[3])
      }
    }
    drawKeyBar(&frame, rows[4])
  }

  /// Less: the verdict, the nearest end, and how to get out.
  func drawTiny(_ frame: inout Frame) {
    drawVerdict(&frame, frame.bounds.topRows(1))
    let size = "\(frame.size.width)x\(frame.size.height)"
    let end = line(client.storage.accessToken?.label, none: "AT none", width: 0)
    if frame.size.height > 2 { frame.put(end, x: 0, y: 1, maxWidth: frame.size.width) }
    frame.put(
      "q quits, \(size) is small", x: 0, y: frame.size.height - 1, role: .dim,
      maxWidth: frame.size.width)
  }

  private func drawActors(_ frame: inout Frame, _ rect: Rect) {
    let refresh = { (id: RefreshTokenID?) in line(id, none: "RT none") }
    let access = { (id: AccessTokenID?) in line(id, none: "AT none", width: 0) }
    let attacker = world.attacker
    let rows: [[Span]] = [
      [Span("C ", .strong)] + refresh(client.storage.refreshToken?.label) + [Span("  ")]
        + access(client.storage.accessToken?.label),
      [Span("S ", .strong)] + (family.map(familyLine) ?? [Span("no family yet", .dim)]),
      [Span("A ", .strong)] + refresh(attacker.refreshTokens.last?.label) + [Span("  ")]
        + access(attacker.accessTokens.last?.label),
    ]
    for (index, row) in rows.enumerated() where index < rect.height {
      frame.put(row, x: rect.x, y: rect.y + index, maxWidth: rect.width)
    }
  }

  private func drawLastEvents(_ frame: inout Frame, _ rect: Rect) {
    for (index, row) in chronicle.rows.suffix(rect.height).enumerated() {
      let text = trace.events[row.event].storyText(in: setting, effects: row.effects)
      let line = [text.time, text.who, text.what, text.outcome].joined(separator: " ")
      frame.put(
        line, x: rect.x, y: rect.y + index, role: text.role,
        maxWidth: rect.width)
    }
  }
}
