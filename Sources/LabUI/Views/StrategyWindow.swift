import Canvas
import Narrative
import TokenCore

/// The choice of a strategy: the list, and the card of the selected one beside or below it.
struct StrategyWindow {
  let selected: Int
  /// The strategy that runs.
  let runningID: String
  /// What was measured of the selected strategy.
  let measures: [String]

  func draw(_ frame: inout Frame) {
    let inside = frame.window(
      title: "STRATEGY", trailing: "enter runs it, a applies, = compares, esc leaves", width: 100,
      height: Strategy.catalogue.count + 8)
    let strategy = Strategy.catalogue[selected]
    if inside.width >= 70, inside.height >= 18 {
      let (list, card) = inside.splitLeft(29)
      drawList(&frame, list)
      for y in card.y..<card.bottom { frame.put("│", x: card.x, y: y, role: .frame) }
      let text = card.splitLeft(1).rest
      frame.put(strategyCard(strategy, text), in: text)
    } else {
      let (card, list) = inside.splitBottom(max(0, inside.height - 6))
      drawList(&frame, list)
      frame.rule(card)
      let text = card.splitTop(1).rest
      frame.put(strategyCard(strategy, text), in: text)
    }
  }

  /// Scrolled so that the selection is in view; `●` marks the strategy that runs.
  private func drawList(_ frame: inout Frame, _ list: Rect) {
    let count = Strategy.catalogue.count
    let first = Scroll.first(around: selected, of: count, height: list.height)
    for (index, strategy) in Strategy.catalogue.enumerated().dropFirst(first).prefix(list.height) {
      let row = Rect(x: list.x, y: list.y + index - first, width: list.width, height: 1)
      let mark = strategy.id == runningID ? "●" : " "
      let pointer = index == selected ? "►" : " "
      frame.put("\(pointer) \(mark) \(strategy.id)", x: row.x, y: row.y, maxWidth: row.width)
      guard index == selected else { continue }
      frame.paint(row, role: .focus)
      frame.cursor = Point(x: row.x, y: row.y)
    }
    drawScrolling(&frame, list, first: first, count: count)
  }

  /// `▲` and `▼` in the last column where the list goes on.
  private func drawScrolling(_ frame: inout Frame, _ list: Rect, first: Int, count: Int) {
    guard list.height > 0 else { return }
    if first > 0 { frame.put("▲", x: list.right - 1, y: list.y, role: .key) }
    if first + list.height < count {
      frame.put("▼", x: list.right - 1, y: list.bottom - 1, role: .key)
    }
  }

  /// Everything that is known of a strategy; where lines are few, the remarks first and the axes in one
  /// paragraph.
  private func strategyCard(_ strategy: Strategy, _ rect: Rect) -> [[Span]] {
    let width = rect.width - 2
    let axes = strategy.policy.axes.map { axis in
      [Span(Text.pad(axis.name, width: 17), .dim), Span(Text.cut(axis.value, width: width - 17))]
    }
    let joined = Text.wrap(
      strategy.policy.axes.map { "\($0.name) \($0.value)" }.joined(separator: " · "),
      width: width
    ).map { [Span($0)] }
    let (head, measured) = (headLines(strategy, width), measureLines(width))
    let remarks = strategy.policy.remarkLines(width: width)
    let roomy = head + [[]] + axes + [[]] + remarks + measured
    return roomy.count <= rect.height
      ? roomy : (head + remarks + joined + measured).cut(to: rect.height)
  }

  private func headLines(_ strategy: Strategy, _ width: Int) -> [[Span]] {
    let correction = strategy.correction.map { "but: \($0)" } ?? ""
    return Text.wrap(strategy.summary, width: width).map { [Span($0, .strong)] }
      + Text.wrap("from: \(strategy.origin)", width: width).map { [Span($0, .dim)] }
      + Text.wrap(correction, width: width).map { [Span($0, .expiring)] }
  }

  private func measureLines(_ width: Int) -> [[Span]] {
    measures.flatMap { Text.wrap($0, width: width).map { [Span($0, .dim)] } }
  }
}
