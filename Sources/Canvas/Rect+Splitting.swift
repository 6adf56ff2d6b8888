/// Cutting a rectangle into panes. Every cut is total: what is asked for beyond the rectangle is
/// clipped, and what is left is empty, never negative.
extension Rect {
  /// The rectangle without a margin on each side; empty where the margins meet.
  public func inset(horizontal: Int, vertical: Int) -> Rect {
    let sides = clipped(horizontal, to: width)
    let ends = clipped(vertical, to: height)
    return Rect(x: x + sides, y: y + ends, width: width - 2 * sides, height: height - 2 * ends)
  }

  /// The inside of a box drawn along the rectangle's edge (with the default margin of 1).
  public func inset(_ margin: Int = 1) -> Rect {
    inset(horizontal: margin, vertical: margin)
  }

  public func topRows(_ count: Int) -> Rect { splitTop(count).top }
  public func bottomRows(_ count: Int) -> Rect { splitBottom(count).bottom }
  public func leftColumns(_ count: Int) -> Rect { splitLeft(count).left }
  public func rightColumns(_ count: Int) -> Rect { splitRight(count).right }

  /// The first rows, and the rest below them.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let rows = clipped(rows, to: height)
    return (
      Rect(x: x, y: y, width: width, height: rows),
      Rect(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The last rows, and the rest above them.
  public func splitBottom(_ rows: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, bottom) = splitTop(height - clipped(rows, to: height))
    return (bottom, rest)
  }

  /// The first columns, and the rest to their right.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let columns = clipped(columns, to: width)
    return (
      Rect(x: x, y: y, width: columns, height: height),
      Rect(x: x + columns, y: y, width: width - columns, height: height)
    )
  }

  /// The last columns, and the rest to their left.
  public func splitRight(_ columns: Int) -> (right: Rect, rest: Rect) {
    let (rest, right) = splitLeft(width - clipped(columns, to: width))
    return (right, rest)
  }

  private func clipped(_ length: Int, to available: Int) -> Int { min(max(length, 0), available) }
}
