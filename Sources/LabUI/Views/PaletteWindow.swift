import Canvas

/// What is typed after `:`, what the selected command would do, and every command that is found.
struct PaletteWindow {
  let palette: Palette
  let rows: [Row]
  /// What the selected command would do, or `…` while that is being found; nil where it would do
  /// nothing.
  let rehearsal: String?

  /// A command that was found; dim where it would do nothing now.
  struct Row {
    let key: String
    let text: String
    let isPossible: Bool
  }

  func draw(_ frame: inout Frame) {
    let inside = frame.window(title: "COMMAND", trailing: "esc leaves", width: 70, height: 16)
    frame.put([Span(": ", .key), Span(palette.query, .strong)], x: inside.x + 1, y: inside.y)
    frame.cursor = Point(x: inside.x + 3 + Text.width(palette.query), y: inside.y)
    drawRows(&frame, inside.splitTop(2).rest)
    if let rehearsal {
      frame.put(
        rehearsal, x: inside.x + 1, y: inside.y + 1, role: .notice, maxWidth: inside.width - 2)
    }
    if rows.isEmpty {
      frame.put("no command matches", x: inside.x + 1, y: inside.y + 2, role: .dim)
    }
  }

  private func drawRows(_ frame: inout Frame, _ list: Rect) {
    let first = max(0, palette.selected - list.height + 1)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(list.height) {
      let line = Rect(x: list.x, y: list.y + index - first, width: list.width, height: 1)
      frame.put(
        [
          Span(index == palette.selected ? "► " : "  ", .strong),
          Span(Text.pad(row.key, width: 6), .key),
          Span(row.text, row.isPossible ? .text : .dim),
        ], x: line.x, y: line.y, maxWidth: line.width)
      if index == palette.selected { frame.paint(line, role: .focus) }
    }
  }
}

extension PaletteWindow {
  init(_ palette: Palette, of model: LabModel) {
    self.palette = palette
    let matches = palette.matches
    rows = matches.map { act in
      let obstacle = act.obstacle(in: model)
      return Row(
        key: (act.keys + act.wireKeys).first?.label ?? "",
        text: obstacle.map { "\(act.label): \($0)" } ?? act.sentence, isPossible: obstacle == nil)
    }
    rehearsal = RehearsalPlace(in: palette, of: model).map { model.rehearsed.value(of: $0) ?? "…" }
  }
}
