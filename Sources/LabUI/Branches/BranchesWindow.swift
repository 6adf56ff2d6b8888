import Canvas
import Narrative
import Simulation
import TokenCore

/// The tree of branches.
struct BranchesWindow {
  let history: History
  /// The number of the selected branch.
  let selected: Int

  func draw(_ frame: inout Frame) {
    let rows = BranchTree(history).rows
    let inside = frame.window(
      title: "BRANCHES", trailing: "enter = N x esc", width: 96, height: rows.count + 4)
    let (hint, list) = inside.splitBottom(min(1, inside.height))
    frame.put(
      "enter goes there, = compares with this one, N names, x forgets", x: hint.x + 1, y: hint.y,
      role: .dim, maxWidth: hint.width - 1)
    let index = rows.firstIndex { $0.branch.id == selected } ?? 0
    let first = Scroll.first(around: index, of: rows.count, height: list.height)
    for (place, row) in rows.enumerated().dropFirst(first).prefix(list.height) {
      let line = Rect(x: list.x, y: list.y + place - first, width: list.width, height: 1)
      drawBranch(row, &frame, line, isSelected: place == index)
    }
  }

  private func drawBranch(
    _ row: BranchTree.Row, _ frame: inout Frame, _ line: Rect, isSelected: Bool
  ) {
    let branch = row.branch
    let isHere = branch.id == history.branch.id
    let end = "  to \(branch.end.at.secondsText) "
    frame.put(
      [
        Span(isSelected ? "►" : " ", .strong), Span(isHere ? "● " : "  ", .valid),
        Span(row.stem, .frame), Span(branch.originText(in: history), isHere ? .strong : .text),
      ], x: line.x, y: line.y, maxWidth: max(0, line.width - Text.width(end)))
    frame.put(end, endingAt: line.right, y: line.y, role: .dim)
    guard isSelected else { return }
    frame.paint(line, role: .focus)
    frame.cursor = Point(x: line.x, y: line.y)
  }
}

/// A small window in which a time or a name is typed.
struct PromptWindow {
  let title: String
  let label: String
  let text: String

  func draw(_ frame: inout Frame) {
    let inside = frame.window(title: title, trailing: "enter, esc", width: 60, height: 3)
    frame.put(
      [Span("\(label) ", .key), Span(text, .strong)], x: inside.x + 1, y: inside.y,
      maxWidth: max(0, inside.width - 1))
    frame.cursor = Point(
      x: min(inside.right - 1, inside.x + 2 + Text.width(label) + Text.width(text)), y: inside.y)
  }
}
