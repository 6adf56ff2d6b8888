import Canvas

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
