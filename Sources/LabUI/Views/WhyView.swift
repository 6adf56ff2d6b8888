import Canvas
import Simulation
import TokenCore

/// How the server came to the selected answer, and beside it what went over the wire.
extension LabModel {
  func drawWhy(_ frame: inout Frame, _ rect: Rect) {
    guard let (at, exchange) = currentExchange else {
      let inside = frame.box(rect, title: "WHY", trailing: "8")
      return draw([[Span("no request has been answered yet", .dim)]], &frame, inside)
    }
    let from = exchange.from.name(in: setting)
    let inside = frame.box(rect, title: "WHY  \(at.clockText)  \(from)", trailing: "8")
    let sides = inside.columns([.share(1), .share(1)])
    let isSplit = inside.width >= 84
    let left = isSplit ? sides[0] : inside
    var y = drawChecks(exchange, &frame, left)
    y = drawSentence(exchange, &frame, left, from: y)
    let wire =
      isSplit
      ? sides[1]
      : Rect(x: inside.x, y: y, width: inside.width, height: max(0, inside.bottom - y))
    drawWire(exchange, &frame, wire)
  }

  /// The checks in order; gives the row after the last.
  private func drawChecks(_ exchange: Exchange, _ frame: inout Frame, _ rect: Rect) -> Int {
    let lines = exchange.decision.lines
    let room = max(3, rect.height - 5)
    let hidden = max(0, lines.count - room)
    var y = rect.y
    if hidden > 0, y < rect.bottom {
      frame.put(
        "✓ \(hidden + 1) checks passed", x: rect.x + 1, y: y, role: .dim, maxWidth: rect.width - 2)
      y += 1
    }
    for line in lines.dropFirst(hidden > 0 ? hidden + 1 : 0) where y < rect.bottom {
      let facts = line.facts.map(\.description).joined(separator: ", ")
      frame.put(
        [
          Span(line.passed ? "✓ " : "✗ ", line.passed ? .valid : .danger),
          Span(line.check.question + "  ", line.passed ? .text : .danger),
          Span(facts, line.passed ? .dim : .danger),
        ], x: rect.x + 1, y: y, maxWidth: rect.width - 2)
      y += 1
    }
    return y
  }

  private func drawSentence(
    _ exchange: Exchange, _ frame: inout Frame, _ rect: Rect, from row: Int
  ) -> Int {
    var y = row
    let sentence = WhyText.sentence(for: exchange, under: setting.policy)
    let rule = exchange.decision.lines.last.map { " (\($0.check.specification))" } ?? ""
    for line in Text.wrap(sentence + rule, width: rect.width - 2) where y < rect.bottom {
      frame.put(line, x: rect.x + 1, y: y, role: .strong)
      y += 1
    }
    return y
  }

  private func drawWire(_ exchange: Exchange, _ frame: inout Frame, _ rect: Rect) {
    let (request, response) = WireText.lines(for: exchange)
    let width = rect.width - 2
    var lines = request.flatMap { Text.wrap($0, width: width) }.map { Span($0, .dim) }
    lines += response.flatMap { Text.wrap($0, width: width) }.map {
      Span($0, exchange.decision.isAccepted ? .text : .danger)
    }
    for (index, line) in lines.enumerated() where index < rect.height {
      frame.put([line], x: rect.x + 1, y: rect.y + index, maxWidth: width)
    }
  }

  /// Where the panes do not fit: what went over the wire, on one line.
  func drawWireLine(_ frame: inout Frame, _ rect: Rect) {
    guard let (_, exchange) = currentExchange, !rect.isEmpty else { return }
    frame.put("WIRE ", x: rect.x + 1, y: rect.y, role: .title)
    frame.put(
      WireText.line(for: exchange), x: rect.x + 6, y: rect.y, role: .dim,
      maxWidth: rect.width - 7)
  }

  /// And the checks with the one that failed.
  func drawWhyLine(_ frame: inout Frame, _ rect: Rect) {
    guard let (_, exchange) = currentExchange, !rect.isEmpty else { return }
    frame.put("WHY  ", x: rect.x + 1, y: rect.y, role: .title)
    let passed = exchange.decision.lines.count { $0.passed }
    let failed = exchange.decision.lines.last { !$0.passed }
    var spans = [Span("✓\(passed) ", .valid)]
    if let failed { spans.append(Span("✗ \(failed.check.question) ", .danger)) }
    spans.append(Span(WhyText.sentence(for: exchange, under: setting.policy)))
    frame.put(spans, x: rect.x + 6, y: rect.y, maxWidth: rect.width - 7)
  }
}
