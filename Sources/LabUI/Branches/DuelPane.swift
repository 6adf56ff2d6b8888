import Canvas
import Narrative
import Simulation
import TokenCore

/// In place of the verdict: where two branches first differ.
struct DuelVerdictLine {
  let difference: Difference?

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let words = difference.map { "first different at \($0.at.clockText)" }
    let text = "two branches on one clock: \(words ?? "no difference so far")"
    frame.put(text, x: rect.x + 1, y: rect.y, role: .notice, maxWidth: max(0, rect.width - 2))
    frame.read(text)
  }
}

/// Two branches beside each other: their names, their verdicts, their stories on one clock, and what
/// was measured of each.
struct DuelPane {
  let duel: Duel

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(
      rect, title: "COMPARE", trailing: "esc leaves", style: .heavy)
    let measures = duel.measures
    let (head, rest) = inside.splitTop(min(3, inside.height))
    let measuresHeight = inside.height >= 14 ? measures.count + 1 : 0
    let (foot, body) = rest.splitBottom(min(measuresHeight, rest.height))
    drawHead(&frame, head)
    drawLines(&frame, body)
    guard foot.height > 0 else { return }
    frame.rule(foot)
    for (index, measure) in measures.prefix(foot.height - 1).enumerated() {
      drawMeasure(
        measure, &frame, Rect(x: foot.x, y: foot.y + 1 + index, width: foot.width, height: 1))
    }
  }

  private func drawHead(_ frame: inout Frame, _ rect: Rect) {
    guard rect.height == 3 else { return }
    let columns = DuelColumns(rect)
    for (digit, side, x) in [("1", duel.left, columns.left), ("2", duel.right, columns.right)] {
      let isOneStrategy = duel.left.strategyID == duel.right.strategyID
      let title = isOneStrategy ? side.branch.label : "\(side.strategyID), \(side.branch.label)"
      frame.put(
        [Span("\(digit) ", .key), Span(title, .title)], x: x, y: rect.y, maxWidth: columns.width)
      let verdict = side.chronicle.verdict
      let role: Role = verdict.isAlarm ? .danger : verdict == .calm ? .valid : .expiring
      frame.put(verdict.shortText, x: x, y: rect.y + 1, role: role, maxWidth: columns.width)
    }
    frame.rule(Rect(x: rect.x, y: rect.y + 2, width: rect.width, height: 1))
  }

  private func drawLines(_ frame: inout Frame, _ rect: Rect) {
    let lines = DuelLine.lines(of: duel)
    let last = max(0, lines.count - rect.height)
    let firstDifferent = lines.firstIndex { !$0.isCommon }
    let top = max(0, last - duel.scroll.distance)
    for (index, line) in lines.enumerated().dropFirst(top).prefix(rect.height) {
      let row = Rect(x: rect.x, y: rect.y + index - top, width: rect.width, height: 1)
      drawLine(line, &frame, row, isFirstDifference: index == firstDifferent)
    }
    if lines.isEmpty { frame.put("nothing has happened yet", x: rect.x, y: rect.y, role: .dim) }
  }

  private func drawLine(
    _ line: DuelLine, _ frame: inout Frame, _ rect: Rect, isFirstDifference: Bool
  ) {
    let columns = DuelColumns(rect)
    let time = Text.pad(line.at.clockText, width: DuelColumns.clock, .right)
    frame.put(time, x: rect.x, y: rect.y, role: isFirstDifference ? .strong : .dim)
    if isFirstDifference { frame.put("≠", x: columns.right - 2, y: rect.y, role: .danger) }
    for (side, row, x) in [
      (duel.left, line.left, columns.left), (duel.right, line.right, columns.right),
    ] {
      guard let row else { continue }
      let spans = side.spans(row, isCommon: line.isCommon)
      frame.put(spans, x: x, y: rect.y, maxWidth: columns.width)
    }
  }

  private func drawMeasure(_ measure: DuelMeasure, _ frame: inout Frame, _ rect: Rect) {
    let columns = DuelColumns(rect)
    let role: Role = measure.left == measure.right ? .dim : .strong
    let width = columns.width - DuelMeasure.nameWidth
    for (text, x) in [(measure.left, columns.left), (measure.right, columns.right)] {
      frame.put(measure.name, x: x, y: rect.y, role: .dim, maxWidth: columns.width)
      frame.put(text, x: x + DuelMeasure.nameWidth, y: rect.y, role: role, maxWidth: max(0, width))
    }
  }
}

/// A clock at the left, then two columns of one width.
private struct DuelColumns {
  static let clock = 9
  let left: Int
  let right: Int
  let width: Int

  init(_ rect: Rect) {
    width = max(1, (rect.width - Self.clock - 4) / 2)
    left = rect.x + Self.clock + 1
    right = left + width + 3
  }
}

extension Telling {
  fileprivate var strategyID: String { branch.world.strategyID }

  /// A row in one column: what both have in common is dim.
  fileprivate func spans(_ index: Int, isCommon: Bool) -> [Span] {
    let row = chronicle.rows[index]
    let text = branch.trace.event(row.event).storyText(
      in: branch.world.setting, effects: row.effects)
    let what = text.outcome.isEmpty ? text.what : "\(text.shortWhat) \(text.outcome.prefix(3))"
    let role: Role = isCommon ? .dim : text.role
    return [
      Span("\(text.who) ", .dim), Span(what, role),
      Span(text.effect.isEmpty ? "" : " \(text.effect)", role),
    ]
  }
}

extension Verdict {
  /// For a column.
  var shortText: String {
    switch self {
    case .calm: "● nothing wrong"
    case .stolen: "▲ STOLEN, not noticed"
    case .ownSession: "▲ STOLEN: signed in by itself"
    case .ridden: "▲ RIDDEN by another site"
    case .actedFor: "▲ RIDDEN by the attacker"
    case .stillOpen(let id, _): "▲ \(id) still opens the API"
    case .spentRefused(let id, _, _): "✗ \(id) refused, no alarm"
    case .reuse(let id, let family, let at):
      "✗ REUSE of \(id) \(at.secondsText): \(family) REVOKED"
    case .revoked(let family, let reason, let at):
      "■ \(family) REVOKED \(at.secondsText): \(reason.rawValue)"
    }
  }
}
