import Canvas
import Narrative
import TokenCore

/// The policy axis by axis; below, what contradicts and what a reviewer would say.
extension LabModel {
  func drawEditor(_ frame: inout Frame, _ draft: PolicyDraft) {
    let axes = draft.axes
    let inside = window(
      &frame, title: "POLICY  \(draft.strategyID)", trailing: trailing(draft), width: 80,
      height: axes.count + 8)
    let notes = noteLines(draft, width: inside.width - 2)
    let room = min(notes.count + 1, max(0, inside.height - 4))
    let (below, list) = inside.splitBottom(room)
    let selected = axes.firstIndex(of: draft.selected) ?? 0
    let first = max(0, min(selected - list.height / 2, axes.count - list.height))
    for (index, axis) in axes.enumerated().dropFirst(first).prefix(list.height) {
      let row = Rect(x: list.x, y: list.y + index - first, width: list.width, height: 1)
      draw(axis, draft, &frame, row)
    }
    guard below.height > 1 else { return }
    frame.rule(below)
    draw(cut(notes, to: below.height - 1), &frame, below.splitTop(1).rest)
  }

  private func trailing(_ draft: PolicyDraft) -> String {
    draft.policy.faults.isEmpty ? "enter starts, esc leaves" : "cannot start, esc leaves"
  }

  /// `►*refresh idle          ◄ 7d ►`: the star marks what is changed.
  private func draw(
    _ axis: PolicyAxis, _ draft: PolicyDraft, _ frame: inout Frame, _ row: Rect
  ) {
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
  private func noteLines(_ draft: PolicyDraft, width: Int) -> [[Span]] {
    let faults = draft.policy.faults.flatMap { fault in
      Text.wrap("✗ cannot be: \(fault)", width: width).map { [Span($0, .danger)] }
    }
    let remarks = draft.policy.remarks.flatMap { remark in
      Text.wrap("remark: \(remark)", width: width).map { [Span($0, .expiring)] }
    }
    let words = status.map { Text.wrap("› \($0)", width: width).map { [Span($0, .strong)] } } ?? []
    return words + faults + remarks
      + (faults.isEmpty && remarks.isEmpty ? [[Span("no remarks", .dim)]] : [])
  }

  /// The first lines; the last one says how many are left out.
  func cut(_ lines: [[Span]], to height: Int) -> [[Span]] {
    guard lines.count > height, height > 0 else { return lines }
    return lines.prefix(height - 1) + [[Span("… \(lines.count - height + 1) more lines", .dim)]]
  }
}
