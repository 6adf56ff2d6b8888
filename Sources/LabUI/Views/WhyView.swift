import Canvas
import Narrative
import Simulation
import TokenCore

/// How the server came to the selected answer, and beside it what went over the wire.
extension LabModel {
  func drawWhy(_ frame: inout Frame, _ rect: Rect) {
    guard let (at, exchange) = currentExchange else {
      let inside = frame.box(rect, title: "WHY", trailing: "8")
      return draw([[Span("no request has been answered up to here", .dim)]], &frame, inside)
    }
    let from = presenter(exchange.from)
    let title = "WHY  \(at.clockText)  \(from): \(exchange.request.shortTitle)"
    let inside = frame.box(rect, title: title, trailing: "8")
    let isSplit = inside.width >= 100
    if zoomed == .why { return drawWholeWhy(exchange, &frame, inside) }
    let left = isSplit ? inside.splitLeft(inside.width * 3 / 5).left : inside
    let reasons = reasonLines(for: exchange, width: left.width - 2, height: left.height)
    draw(reasons, &frame, left)
    let below = inside.splitTop(reasons.count).rest
    drawWire(exchange, &frame, isSplit ? inside.splitLeft(left.width).rest : below)
  }

  /// Every check on a line of its own where that fits, and the passed ones in one row otherwise;
  /// then the sentence.
  func reasonLines(for exchange: Exchange, width: Int, height: Int) -> [[Span]] {
    let checks = exchange.decision.lines
    let rule = checks.last.map { " (\($0.check.specification))" } ?? ""
    let sentence = WhyText.sentence(for: exchange, under: setting.policy) + rule
    let words = Text.wrap(sentence, width: width).map { [Span($0, .strong)] }
    let wireRows = 6
    if checks.count + words.count + wireRows <= height { return checks.map(checkLine) + words }
    let passed = checks.filter(\.passed).map { "✓\($0.check.word)" }.joined(separator: " ")
    let failed = checks.filter { !$0.passed }.flatMap { line in
      Text.wrap(
        "✗ \(line.check.question)  " + line.facts.map(\.description).joined(separator: ", "),
        width: width
      ).map { [Span($0, .danger)] }
    }
    return Text.wrap(passed, width: width).map { [Span($0, .valid)] } + failed + words
  }

  private func checkLine(_ line: Decision.Line) -> [Span] {
    let facts = line.facts.map(\.description).joined(separator: ", ")
    return [
      Span(line.passed ? "✓ " : "✗ ", line.passed ? .valid : .danger),
      Span(line.check.question + "  ", line.passed ? .text : .danger),
      Span(facts, line.passed ? .dim : .danger),
    ]
  }

  private func drawWire(_ exchange: Exchange, _ frame: inout Frame, _ rect: Rect) {
    let (request, response) = WireText.lines(for: exchange)
    let width = rect.width - 2
    let role: Role = exchange.decision.isAccepted ? .text : .danger
    let plain = request.map { Span($0, .dim) } + response.map { Span($0, role) }
    let wrapped = plain.flatMap { line in
      Text.wrap(line.text, width: width).map { Span($0, line.role) }
    }
    let lines = wrapped.count <= rect.height ? wrapped : plain
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

  /// And every check in a word, the one that failed with what it compared.
  func drawWhyLine(_ frame: inout Frame, _ rect: Rect) {
    guard let (_, exchange) = currentExchange, !rect.isEmpty else { return }
    frame.put("WHY  ", x: rect.x + 1, y: rect.y, role: .title)
    var spans = exchange.decision.lines.filter(\.passed).map { line in
      Span("✓\(line.check.word) ", .valid)
    }
    if let failed = exchange.decision.lines.last, !failed.passed {
      spans.append(Span("✗\(failed.check.word) ", .danger))
      spans.append(Span(failed.facts.first?.value.description ?? ""))
    } else {
      spans.append(Span(WhyText.sentence(for: exchange, under: setting.policy), .dim))
    }
    frame.put(spans, x: rect.x + 6, y: rect.y, maxWidth: rect.width - 7)
  }
}
