import Canvas

/// Every key with what it does, page by page.
struct HelpWindow {
  let page: Int

  func draw(_ frame: inout Frame) {
    let inside = frame.window(title: "KEYS", trailing: "esc leaves", width: 76, height: 60)
    let lines = Act.Group.allCases.flatMap { group -> [[Span]] in
      [[Span(group.rawValue, .title)]]
        + Act.allCases.filter { $0.group == group }.map { act in
          [Span(Text.pad("  " + act.keyText, width: 11), .key), Span(act.sentence)]
        }
    }
    let last = max(0, lines.count - inside.height)
    let first = min(page * max(1, inside.height - 1), last)
    frame.put(Array(lines.dropFirst(first)), in: inside)
    if first < last {
      frame.put(
        " more: space ", endingAt: inside.right - 1, y: inside.bottom, role: .key)
    }
  }
}
