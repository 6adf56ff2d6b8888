import Canvas
import Narrative
import Simulation
import TokenCore

extension LabModel {
  /// The screen as a pure function of the model and the size: same model, same size, same cells.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    switch SizeClass(size) {
    case .none: break
    case .tiny: drawTiny(&frame)
    case .extraSmall: drawExtraSmall(&frame)
    case .small: drawSmall(&frame)
    case .medium: drawPanes(&frame, Arrangement.medium(size))
    case .large, .extraLarge: drawPanes(&frame, Arrangement.large(size))
    }
    drawOverlay(&frame)
    return frame
  }

  private func drawPanes(_ frame: inout Frame, _ arrangement: Arrangement) {
    drawHeader(&frame, arrangement.header)
    drawVerdict(&frame, arrangement.verdict)
    drawCoach(&frame, arrangement.coach)
    if let duel {
      drawDuel(duel, &frame, arrangement.body)
    } else if let zoomed {
      draw(zoomed, &frame, arrangement.body)
    } else {
      for (pane, rect) in arrangement.panes { drawUnlessWire(pane, &frame, rect) }
      drawWireLine(&frame, arrangement.wireLine)
      drawWhyLine(&frame, arrangement.whyLine)
    }
    drawKeyBar(&frame, arrangement.keys)
  }

  func draw(_ pane: Pane, _ frame: inout Frame, _ rect: Rect) {
    switch pane {
    case .client where zoomed == pane:
      drawHoldings(
        of: .client(device), title: "CLIENT  what \(client.name) holds", number: 1, &frame, rect)
    case .client: drawClientCard(&frame, rect)
    case .server where zoomed == pane: drawWholeServer(&frame, rect)
    case .server: drawServerCard(&frame, rect)
    case .attacker where zoomed == pane && viewpoint == .everything:
      drawHoldings(
        of: .attacker, title: "ATTACKER  what it holds, and what would end it", number: 3, &frame,
        rect)
    case .attacker: drawAttackerCard(&frame, rect)
    case .family: drawFamily(&frame, rect)
    case .timeline: drawTimeline(&frame, rect)
    case .policy: drawPolicy(&frame, rect)
    case .events: drawEvents(&frame, rect)
    case .why: drawWhy(&frame, rect)
    case .store: drawStore(&frame, rect)
    }
    if zoomed == nil, let digit = "\(pane.rawValue)".unicodeScalars.first {
      frame.hit(rect, .character(digit))
    }
  }
}

/// Where everything stands.
struct Arrangement {
  var header = Rect(x: 0, y: 0, width: 0, height: 0)
  var verdict = Rect(x: 0, y: 0, width: 0, height: 0)
  var coach = Rect(x: 0, y: 0, width: 0, height: 0)
  var keys = Rect(x: 0, y: 0, width: 0, height: 0)
  /// All that lies between coach and keys: what a zoomed pane gets.
  var body = Rect(x: 0, y: 0, width: 0, height: 0)
  var panes: [(Pane, Rect)] = []
  /// One line each where the panes for wire and decision do not fit; empty otherwise.
  var wireLine = Rect(x: 0, y: 0, width: 0, height: 0)
  var whyLine = Rect(x: 0, y: 0, width: 0, height: 0)

  private init(_ size: Size) {
    var rest = Rect(size)
    (header, rest) = rest.splitTop(1)
    (verdict, rest) = rest.splitTop(1)
    (coach, rest) = rest.splitTop(1)
    (keys, body) = rest.splitBottom(1)
  }

  /// 80x24: three cards, the timeline, a few events, and two lines for wire and decision.
  static func medium(_ size: Size) -> Arrangement {
    var arrangement = Arrangement(size)
    let (lines, panes) = arrangement.body.splitBottom(2)
    arrangement.wireLine = lines.topRows(1)
    arrangement.whyLine = lines.bottomRows(1)
    let rows = panes.rows([.cells(6), .share(7), .share(5)])
    arrangement.panes =
      cards(rows[0]) + [(.timeline, rows[1]), (.events, rows[2])]
    return arrangement
  }

  /// 120x36 and up: family and policy to the right, decision and wire below.
  static func large(_ size: Size) -> Arrangement {
    var arrangement = Arrangement(size)
    let isExtra = SizeClass(size) == .extraLarge
    let (bottom, top) = arrangement.body.splitBottom(
      isExtra ? arrangement.body.height / 2 : arrangement.body.height * 3 / 8)
    let (right, left) = top.splitRight(min(70, max(40, size.width / 3)))
    let leftRows = left.rows([.cells(8), .share(1)])
    let rightRows = right.rows([.share(1), .cells(9)])
    let bottomColumns = bottom.columns([.share(1), .share(1)])
    arrangement.panes =
      cards(leftRows[0]) + [
        (.timeline, leftRows[1]), (.family, rightRows[0]), (.policy, rightRows[1]),
        (.events, bottomColumns[0]), (.why, bottomColumns[1]),
      ]
    return arrangement
  }

  private static func cards(_ rect: Rect) -> [(Pane, Rect)] {
    Array(zip([Pane.client, .server, .attacker], rect.columns(weights: [1, 1, 1])))
  }
}
