import Canvas
import Narrative
import Simulation
import TokenCore

/// How the server came to the selected answer, and beside it what went over the wire.
struct WhyPane {
  /// The selected answer; nil while no request has been answered.
  let answer: Answered?
  let setting: Setting
  /// What held when it was given.
  let policy: Policy
  let viewpoint: Viewpoint

  func draw(_ frame: inout Frame, _ rect: Rect) {
    guard let answer else { return drawNothing(&frame, rect) }
    let inside = frame.box(
      rect, title: answer.title(in: setting, to: viewpoint), trailing: "8")
    let exchange = answer.exchange
    let isSplit = inside.width >= 100
    let left = isSplit ? inside.splitLeft(inside.width * 3 / 5).left : inside
    let reasons = exchange.reasonLines(
      width: left.width - 2, height: left.height, under: policy)
    frame.put(reasons, in: left)
    let below = inside.splitTop(reasons.count).rest
    drawWire(exchange, &frame, isSplit ? inside.splitLeft(left.width).rest : below)
  }

  private func drawNothing(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "WHY", trailing: "8")
    frame.put([[Span("no request has been answered up to here", .dim)]], in: inside)
  }

  private func drawWire(_ exchange: Exchange, _ frame: inout Frame, _ rect: Rect) {
    let (request, response) = WireText.lines(for: exchange)
    let width = rect.width - 2
    let role: Role = exchange.decision.isAccepted ? .text : .danger
    // The refusal is in the status line, the challenge and the error; headers that any answer has are not.
    let answer = response.map { line in
      Span(line, line.hasPrefix("Cache-Control") ? .dim : role)
    }
    let plain = request.map { Span($0, .dim) } + answer
    let wrapped = plain.flatMap { line in
      Text.wrap(line.text, width: width).map { Span($0, line.role) }
    }
    let lines = wrapped.count <= rect.height ? wrapped : plain
    for (index, line) in lines.enumerated() where index < rect.height {
      frame.put([line], x: rect.x + 1, y: rect.y + index, maxWidth: width)
    }
  }
}

extension Exchange {
  /// Every check on a line of its own where that fits, and the passed ones in one row otherwise;
  /// then the sentence.
  func reasonLines(width: Int, height: Int, under policy: Policy) -> [[Span]] {
    let checks = decision.lines
    let words = Text.wrap(Reason(of: self, under: policy).text, width: width).map {
      [Span($0, .strong)]
    }
    let wireRows = 6
    if checks.count + words.count + wireRows <= height { return checks.map(checkLine) + words }
    let passed = checks.filter(\.passed).map { "✓\($0.word)" }.joined(separator: " ")
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
}
