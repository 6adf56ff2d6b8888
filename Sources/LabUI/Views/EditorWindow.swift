import Canvas
import Narrative
import TokenCore

/// The policy axis by axis; below, what contradicts and what a reviewer would say.
struct EditorWindow {
  let draft: PolicyDraft
  /// What the last key had to say.
  let status: String?

  func draw(_ frame: inout Frame) {
    let axes = draft.axes
    let inside = frame.window(
      title: "POLICY  \(draft.strategyID)", trailing: trailing, width: 80,
      height: axes.count + 8)
    let notes = noteLines(width: inside.width - 2)
    let room = min(notes.count + 1, max(0, inside.height - 4))
    let (below, list) = inside.splitBottom(room)
    let selected = axes.firstIndex(of: draft.selected) ?? 0
    let first = Scroll.first(around: selected, of: axes.count, height: list.height)
    for (index, axis) in axes.enumerated().dropFirst(first).prefix(list.height) {
      let row = Rect(x: list.x, y: list.y + index - first, width: list.width, height: 1)
      draw(axis, &frame, row)
    }
    guard below.height > 1 else { return }
    frame.rule(below)
    frame.put(notes.cut(to: below.height - 1), in: below.splitTop(1).rest)
  }

  private var trailing: String {
    draft.policy.faults.isEmpty ? "enter starts, a applies, esc leaves" : "cannot start, esc leaves"
  }

  /// `►*refresh idle          ◄ 7d ►`: the star marks what is changed.
  private func draw(_ axis: PolicyAxis, _ frame: inout Frame, _ row: Rect) {
    let isSelected = axis == draft.selected
    let hasBack = isSelected && axis.stepped(draft, .back) != nil
    let hasForth = isSelected && axis.stepped(draft, .forth) != nil
    let spans = [
      Span(isSelected ? "►" : " ", .strong),
      Span(draft.isChanged(axis) ? "*" : " ", .strong),
      Span(Text.pad(axis.label, width: 23)),
      Span(hasBack ? "◄ " : "  ", .key),
      Span(axis.value(in: draft), draft.isChanged(axis) ? .strong : .text),
      Span(hasForth ? " ►" : "", .key),
    ]
    frame.put(spans, x: row.x, y: row.y, maxWidth: row.width)
    guard isSelected else { return }
    frame.paint(row, role: .focus)
    frame.cursor = Point(x: row.x, y: row.y)
    frame.read("\(axis.label): \(axis.value(in: draft))")
  }

  /// Contradictions first, then remarks with their source; a status line last, because the window
  /// may lie over the one that the screen has.
  private func noteLines(width: Int) -> [[Span]] {
    let faults = draft.policy.faults.flatMap { fault in
      Text.wrap("✗ cannot be: \(fault)", width: width).map { [Span($0, .danger)] }
    }
    let remarks = draft.policy.remarkLines(width: width)
    let words = status.map { Text.wrap("› \($0)", width: width).map { [Span($0, .strong)] } } ?? []
    return words + faults + remarks
      + (faults.isEmpty && remarks.isEmpty ? [[Span("no remarks", .dim)]] : [])
  }
}
