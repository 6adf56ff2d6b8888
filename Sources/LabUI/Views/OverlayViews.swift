import Canvas
import Narrative
import TokenCore

/// What lies over the screen: help, palette, the choice of a strategy.
extension LabModel {
  func drawOverlay(_ frame: inout Frame) {
    switch overlay {
    case nil, .rehearsal: break
    case .help(let top): drawHelp(&frame, top: top)
    case .palette(let query, let selected): drawPalette(&frame, query, selected)
    case .strategies(let selected): drawStrategies(&frame, selected)
    case .editor(let draft): drawEditor(&frame, draft)
    case .branches(let selected): drawBranches(&frame, selected)
    case .inspector(let inspector): drawInspector(&frame, inspector)
    case .goTo(let text):
      drawPrompt(&frame, title: "GO TO A TIME, SUCH AS 16m30s", label: "t", text: text)
    case .naming(let id, let text):
      drawPrompt(&frame, title: "NAME OF BRANCH \(id)", label: ":", text: text)
    case .races(let selected): drawRaces(&frame, selected)
    }
  }

  private func drawHelp(_ frame: inout Frame, top: Int) {
    let inside = window(&frame, title: "KEYS", trailing: "esc leaves", width: 76, height: 60)
    let lines = Act.Group.allCases.flatMap { group -> [[Span]] in
      [[Span(group.rawValue, .title)]]
        + Act.allCases.filter { $0.group == group }.map { act in
          [Span(Text.pad("  " + act.keyText, width: 11), .key), Span(act.sentence)]
        }
    }
    let last = max(0, lines.count - inside.height)
    let first = min(top * max(1, inside.height - 1), last)
    draw(Array(lines.dropFirst(first)), &frame, inside)
    if first < last {
      frame.put(
        " more: space ", endingAt: inside.right - 1, y: inside.bottom, role: .key)
    }
  }

  private func drawPalette(_ frame: inout Frame, _ query: String, _ selected: Int) {
    let inside = window(&frame, title: "COMMAND", trailing: "esc leaves", width: 70, height: 16)
    frame.put([Span(": ", .key), Span(query, .strong)], x: inside.x + 1, y: inside.y)
    frame.cursor = Point(x: inside.x + 3 + Text.width(query), y: inside.y)
    let matches = Palette.matches(query)
    let room = max(0, inside.height - 2)
    let first = max(0, selected - room + 1)
    for (index, act) in matches.dropFirst(first).prefix(room).enumerated() {
      let rect = Rect(x: inside.x, y: inside.y + 2 + index, width: inside.width, height: 1)
      let obstacle = act.obstacle(in: self)
      let text = obstacle.map { "\(act.label): \($0)" } ?? act.sentence
      frame.put(
        [
          Span(first + index == selected ? "► " : "  ", .strong),
          Span(Text.pad((act.keys + act.wireKeys).first?.label ?? "", width: 6), .key),
          Span(text, obstacle == nil ? .text : .dim),
        ], x: rect.x, y: rect.y, maxWidth: rect.width)
      if first + index == selected { frame.paint(rect, role: .focus) }
    }
    if matches.indices.contains(selected), matches[selected].obstacle(in: self) == nil {
      let text = rehearsal(of: matches[selected])
      frame.put(text, x: inside.x + 1, y: inside.y + 1, role: .notice, maxWidth: inside.width - 2)
    }
    if matches.isEmpty {
      frame.put("no command matches", x: inside.x + 1, y: inside.y + 2, role: .dim)
    }
  }

  /// An empty framed window in the middle of the frame; gives its inside.
  func window(
    _ frame: inout Frame, title: String, trailing: String, width: Int, height: Int
  ) -> Rect {
    let size = frame.size
    let width = min(width, size.width)
    let height = min(height, size.height)
    let rect = Rect(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    frame.fill(rect)
    return frame.box(rect, title: title, trailing: trailing, style: .heavy)
  }
}
