/// Boxes as in `┌─ CLIENT ──────── 1 ─┐`.
extension Frame {
  /// Draws an edge along the rectangle's inside and returns the rectangle within it.
  ///
  /// The title is cut to fit; `trailing` (a pane's number, a count) is left out where it does not fit
  /// beside the title. A rectangle under 2 by 2 draws nothing and has no inside.
  @discardableResult
  public mutating func box(
    _ rect: Rect, title: String = "", trailing: String = "", role: Role = .frame,
    titleRole: Role = .title, style: BoxStyle = .single
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return rect.inset() }
    edges(rect, style: style, role: role)
    let top = rect.topRows(1)
    let titleWidth = caption(title, top, role: titleRole)
    let needed = Text.width(trailing) + (titleWidth > 0 ? titleWidth + 9 : 6)
    if !trailing.isEmpty, needed <= rect.width {
      put(" \(trailing) ", endingAt: rect.right - 2, y: rect.y, role: .dim)
    }
    return rect.inset()
  }

  /// A rule across the rectangle's first row.
  public mutating func rule(_ rect: Rect, role: Role = .frame, style: BoxStyle = .single) {
    fill(rect.topRows(1), style.horizontal, role: role)
  }

  /// The columns the title took, without the blanks around it.
  private mutating func caption(_ title: String, _ top: Rect, role: Role) -> Int {
    let width = min(Text.width(title), top.width - 6)
    guard width > 0 else { return 0 }
    fill(Rect(x: top.x + 2, y: top.y, width: width + 2, height: 1), role: role)
    return put(title, x: top.x + 3, y: top.y, role: role, maxWidth: width) == 0 ? 0 : width
  }

  private mutating func edges(_ rect: Rect, style: BoxStyle, role: Role) {
    rule(rect, role: role, style: style)
    rule(rect.bottomRows(1), role: role, style: style)
    let sides = rect.inset(horizontal: 0, vertical: 1)
    fill(sides.leftColumns(1), style.vertical, role: role)
    fill(sides.rightColumns(1), style.vertical, role: role)
    let last = (x: rect.right - 1, y: rect.bottom - 1)
    let places = [(rect.x, rect.y), (last.x, rect.y), (rect.x, last.y), (last.x, last.y)]
    for ((x, y), corner) in zip(places, style.corners) { self[x, y] = Cell(corner, role) }
  }
}
