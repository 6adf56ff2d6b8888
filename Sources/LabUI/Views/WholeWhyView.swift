import Analysis
import Canvas
import Simulation
import TokenCore

/// Why, over the whole screen: every check, what went over the wire, what the receiver could not tell
/// from it, what changed, and what would have turned the answer.
extension LabModel {
  func drawWholeWhy(_ exchange: Exchange, _ frame: inout Frame, _ inside: Rect) {
    let width = inside.width - 2
    let parts = [
      checks(of: exchange, width), turns(width), blindSpots(exchange, width), changes(width),
      wire(exchange, width),
    ]
    var lines = parts.flatMap(\.self)
    if lines.count > inside.height { lines = parts.map { shortened($0) }.flatMap(\.self) }
    draw(Array(lines.prefix(inside.height)), &frame, inside)
    guard lines.count > inside.height else { return }
    let hidden = lines.count - inside.height
    frame.put(
      " \(hidden) more on a taller screen ", endingAt: inside.right - 1, y: inside.bottom,
      role: .dim)
  }

  /// On a small screen every part keeps its first lines.
  private func shortened(_ lines: [[Span]]) -> [[Span]] {
    lines.count <= 6 ? lines : Array(lines.prefix(6))
  }

  private func checks(of exchange: Exchange, _ width: Int) -> [[Span]] {
    let rule = exchange.decision.lines.last.map { " (\($0.check.specification))" } ?? ""
    let sentence = WhyText.sentence(for: exchange, under: setting.policy) + rule
    let failed = exchange.decision.lines.last.flatMap { $0.passed ? nil : $0 }
    let passed = exchange.decision.lines.filter(\.passed).map { "✓ \($0.check.word)" }
    var lines = Text.wrap(passed.joined(separator: "  "), width: width).map { [Span($0, .valid)] }
    if let failed {
      let facts = failed.facts.map(\.description).joined(separator: ", ")
      lines += Text.wrap("✗ \(failed.check.question)  \(facts)", width: width)
        .map { [Span($0, .danger)] }
    }
    return lines + Text.wrap(sentence, width: width).map { [Span($0, .strong)] }
  }

  private func turns(_ width: Int) -> [[Span]] {
    guard let whatIf else { return [] }
    let lines = CounterfactualText(whatIf, in: world.authorizationServer).lines
    return titled("WHAT WOULD HAVE TURNED IT", lines, width, bullet: "⇄ ")
  }

  private func blindSpots(_ exchange: Exchange, _ width: Int) -> [[Span]] {
    let text = BlindSpotText(exchange, under: setting.policy)
    let found = whatIf.map { CounterfactualText($0, in: world.authorizationServer) }
    let asked = [found?.blindness, found?.ignored].compactMap(\.self)
    return titled(
      "WHAT THE RECEIVER COULD NOT TELL", [text.seen] + text.lines + asked, width, bullet: "· ")
  }

  private func changes(_ width: Int) -> [[Span]] {
    guard let row = currentRow, !row.effects.isEmpty else { return [] }
    return titled("WHAT CHANGED AT THE SERVER", row.effects.map(\.changeWords), width, bullet: "* ")
  }

  private func wire(_ exchange: Exchange, _ width: Int) -> [[Span]] {
    let (request, response) = WireText.lines(for: exchange)
    return titled("OVER THE WIRE", request + response, width, bullet: "")
  }

  private func titled(
    _ title: String, _ lines: [String], _ width: Int, bullet: String
  ) -> [[Span]] {
    [[Span(title, .title)]]
      + lines.flatMap { Text.wrap(bullet + $0, width: width).map { [Span($0)] } }
  }
}

extension ServerEvent {
  /// What changed, with what was only noticed named as that.
  fileprivate var changeWords: String {
    if case .refreshTokenReused(let id, _, let cause) = self {
      "noticed that \(id) was used again: \(cause.rawValue)"
    } else {
      words
    }
  }
}
