import Canvas
import Narrative
import Simulation
import TokenCore

/// An answer: the event that tells it, when it was given, and what changed at the server because of it.
struct Answered {
  let event: Int
  let at: Instant
  let exchange: Exchange
  let effects: [ServerEvent]

  /// `WHY  20:00.1  alice@laptop: refresh RT1`.
  func title(in setting: Setting, to viewpoint: Viewpoint) -> String {
    let from = viewpoint.presenter(exchange.from, in: setting)
    return "WHY  \(at.clockText)  \(from): \(exchange.request.shortTitle)"
  }
}

extension Viewpoint {
  /// Who asked: to the server every request comes from a client by its `client_id`.
  func presenter(_ party: Party, in setting: Setting) -> String {
    switch (self, party) {
    case (.server, .client), (.server, .attacker): "client \(Client.clientID)"
    case (.everything, _), (.server, _): party.name(in: setting)
    }
  }
}

/// An answer on two lines, where the panes do not fit.
struct AnswerLines {
  let exchange: Exchange?
  let policy: Policy

  /// What went over the wire.
  func drawWire(_ frame: inout Frame, _ rect: Rect) {
    guard let exchange, !rect.isEmpty else { return }
    frame.put("WIRE ", x: rect.x + 1, y: rect.y, role: .title)
    frame.put(
      WireText.line(for: exchange), x: rect.x + 6, y: rect.y, role: .dim,
      maxWidth: rect.width - 7)
  }

  /// Every check in a word, the one that failed with what it compared.
  func drawWhy(_ frame: inout Frame, _ rect: Rect) {
    guard let exchange, !rect.isEmpty else { return }
    frame.put("WHY  ", x: rect.x + 1, y: rect.y, role: .title)
    var spans = exchange.decision.lines.filter(\.passed).map { line in
      Span("✓\(line.word) ", .valid)
    }
    if let failed = exchange.decision.lines.last, !failed.passed {
      spans.append(Span("✗\(failed.check.word) ", .danger))
      spans.append(Span(failed.facts.first?.value.description ?? ""))
    } else {
      spans.append(Span(Reason(of: exchange, under: policy).sentence, .dim))
    }
    frame.put(spans, x: rect.x + 6, y: rect.y, maxWidth: rect.width - 7)
  }
}
