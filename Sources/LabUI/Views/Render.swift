import Canvas
import Narrative
import Simulation
import TokenCore

extension LabModel {
  /// The screen as a pure function of the model and the size: same model, same size, same cells.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    let rendering = Rendering(model: self)
    rendering.drawScreen(&frame)
    rendering.drawOverlay(&frame)
    return frame
  }
}

/// The one place that sees the whole model: it gives each pane what it shows, and a place on the screen.
struct Rendering {
  let model: LabModel

  func drawScreen(_ frame: inout Frame) {
    switch SizeClass(frame.size) {
    case .none: break
    case .tiny: drawTiny(&frame)
    case .extraSmall: drawExtraSmall(&frame)
    case .small: drawSmall(&frame)
    case .medium: drawPanes(&frame, Arrangement.medium(frame.size))
    case .large, .extraLarge: drawPanes(&frame, Arrangement.large(frame.size))
    }
  }

  private func drawPanes(_ frame: inout Frame, _ arrangement: Arrangement) {
    header.draw(&frame, arrangement.header)
    drawVerdict(&frame, arrangement.verdict)
    coachLine.draw(&frame, arrangement.coach)
    if !drawWhole(&frame, arrangement.body) {
      for (pane, rect) in arrangement.panes { draw(pane, &frame, rect) }
      answerLines.drawWire(&frame, arrangement.wireLine)
      answerLines.drawWhy(&frame, arrangement.whyLine)
    }
    keyBar.draw(&frame, arrangement.keys)
  }

  /// 56x14 and up: actors in a row each, the timeline, the last events.
  private func drawSmall(_ frame: inout Frame) {
    let rows = frame.bounds.rows([
      .cells(1), .cells(1), .cells(1), .cells(3), .share(2), .share(1), .cells(1),
    ])
    header.draw(&frame, rows[0])
    drawVerdict(&frame, rows[1])
    coachLine.draw(&frame, rows[2])
    if !drawWhole(&frame, rows[3].joined(to: rows[5])) {
      actorRows.draw(&frame, rows[3])
      if model.isWireShown {
        wirePane.draw(&frame, rows[4])
      } else {
        timeline.draw(&frame, rows[4])
      }
      events.draw(&frame, rows[5])
    }
    keyBar.draw(&frame, rows[6])
  }

  /// 36x8 and up: no timeline.
  private func drawExtraSmall(_ frame: inout Frame) {
    let rows = frame.bounds.rows([.cells(1), .cells(1), .cells(3), .share(1), .cells(1)])
    frame.put(
      [Span(clock.text, .strong), Span(model.world.strategyID, .dim)], x: 0, y: rows[0].y,
      maxWidth: frame.size.width)
    drawVerdict(&frame, rows[1])
    if !drawWhole(&frame, rows[2].joined(to: rows[3])) {
      actorRows.draw(&frame, rows[2])
      if model.isWireShown {
        wirePane.drawRows(&frame, rows[3])
      } else {
        lastEvents.draw(&frame, rows[3])
      }
    }
    keyBar.draw(&frame, rows[4])
  }

  /// Less: the verdict, the nearest end, and how to get out.
  private func drawTiny(_ frame: inout Frame) {
    drawVerdict(&frame, frame.bounds.topRows(1))
    let size = "\(frame.size.width)x\(frame.size.height)"
    let token = model.client.storage.accessToken?.label
    let end = TokenLine(token, none: "AT none", width: 0, in: model.world).spans
    if frame.size.height > 2 { frame.put(end, x: 0, y: 1, maxWidth: frame.size.width) }
    frame.put(
      "q quits, \(size) is small", x: 0, y: frame.size.height - 1, role: .dim,
      maxWidth: frame.size.width)
  }

  /// Draws the duel or the zoomed pane over the place of all panes; says whether there is either.
  private func drawWhole(_ frame: inout Frame, _ body: Rect) -> Bool {
    if let duel = model.duel {
      DuelPane(duel: duel).draw(&frame, body)
    } else if let zoomed = model.zoomed {
      drawWhole(zoomed, &frame, body)
    } else {
      return false
    }
    return true
  }

  private func drawVerdict(_ frame: inout Frame, _ rect: Rect) {
    if let duel = model.duel {
      DuelVerdictLine(difference: duel.difference).draw(&frame, rect)
    } else {
      verdictLine.draw(&frame, rect)
    }
  }
}

extension Rect {
  /// From the top of this one to the bottom of one below it.
  fileprivate func joined(to last: Rect) -> Rect {
    Rect(x: x, y: y, width: width, height: last.bottom - y)
  }
}
