import Canvas

extension Frame {
  /// Puts lines below each other, a column in from the left edge; what does not fit is left out.
  mutating func put(_ lines: [[Span]], in rect: Rect) {
    for (index, line) in lines.prefix(max(0, rect.height)).enumerated() {
      put(line, x: rect.x + 1, y: rect.y + index, maxWidth: max(0, rect.width - 2))
    }
  }

  /// The lines of a card: a fourth one goes to the bottom where there is room between.
  mutating func put(card lines: [[Span]], in rect: Rect) {
    put(Array(lines.prefix(3)), in: rect)
    guard lines.count > 3, rect.height > 3 else { return }
    put([lines[3]], in: rect.bottomRows(1))
  }

  /// An empty framed window in the middle of the frame; gives its inside.
  mutating func window(title: String, trailing: String, width: Int, height: Int) -> Rect {
    let width = min(width, size.width)
    let height = min(height, size.height)
    let rect = Rect(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    fill(rect)
    return box(rect, title: title, trailing: trailing, style: .heavy)
  }
}

extension [[Span]] {
  /// The first lines; the last one says how many are left out.
  func cut(to height: Int) -> [[Span]] {
    guard count > height, height > 0 else { return self }
    return prefix(height - 1) + [[Span("… \(count - height + 1) more lines", .dim)]]
  }
}
