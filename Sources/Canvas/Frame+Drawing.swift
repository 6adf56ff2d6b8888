/// Text and areas. Whatever lies outside the frame is clipped; nothing here can fail.
extension Frame {
  /// Writes one line of text and returns the columns it took, so that the next text can follow.
  ///
  /// Every scalar takes one column (see `Glyph`). A text longer than `maxWidth` ends in `…`; what lies
  /// beyond the frame's right edge is not drawn and not counted.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, role: Role = .text, maxWidth: Int = .max
  ) -> Int {
    let start = Rect.within(x)
    let limit = min(maxWidth, size.width - start)
    guard limit > 0 else { return 0 }
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    var written = 0
    while let scalar = next, written < limit {
      next = scalars.next()
      let isCut = written + 1 == maxWidth && next != nil
      self[start + written, y] = Cell(isCut ? Glyph.ellipsis : scalar, role)
      written += 1
    }
    return written
  }

  /// Writes spans one after the other, as one text of at most `maxWidth` columns.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, maxWidth: Int = .max) -> Int {
    var written = 0
    for (index, span) in spans.enumerated() where written < maxWidth {
      let room = maxWidth - written
      let left = Rect.within(x) + written
      written += put(span.text, x: left, y: y, role: span.role, maxWidth: room)
      let isFull = written == maxWidth && Text.width(span.text) <= room
      if isFull, spans[(index + 1)...].contains(where: { !$0.text.isEmpty }) {
        self[left + room - 1, y] = Cell(Glyph.ellipsis, span.role)
      }
    }
    return written
  }

  /// Writes text so that it ends just before the column `right`; returns its first column.
  @discardableResult
  public mutating func put(
    _ text: String, endingAt right: Int, y: Int, role: Role = .text, maxWidth: Int = .max
  ) -> Int {
    let width = max(0, min(Text.width(text), maxWidth))
    let left = Rect.within(right) - width
    put(text, x: left, y: y, role: role, maxWidth: width)
    return left
  }

  /// Gives every cell of the rectangle the same glyph and role; a blank by default.
  public mutating func fill(_ rect: Rect, _ glyph: Unicode.Scalar = " ", role: Role = .text) {
    let area = rect.intersection(bounds)
    let cell = Cell(glyph, role)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { self[x, y] = cell }
    }
  }

  /// Changes what the cells of the rectangle mean and leaves their glyphs, as for a selected row.
  public mutating func paint(_ rect: Rect, role: Role) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { self[x, y] = Cell(self[x, y].glyph, role) }
    }
  }
}
