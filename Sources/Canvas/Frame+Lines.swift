/// The frame as text: for files, for golden tests, and for a terminal that is not one.
extension Frame {
  /// One string a row; without the blanks at the end of rows unless they are asked for.
  public func lines(trimmed: Bool = true) -> [String] {
    (0..<size.height).map { y in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: trimmed ? trimmedRow(y).map(\.glyph) : row(y).map(\.glyph))
      return String(text)
    }
  }

  /// One string a row with a letter for each cell's role (the role's place in the alphabet, `.` for
  /// plain text), so that a golden file can hold meaning beside glyphs.
  public func roleLines() -> [String] {
    (0..<size.height).map { y in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: row(y).map { Frame.letter($0.role) })
      return String(text)
    }
  }

  private func trimmedRow(_ y: Int) -> ArraySlice<Cell> {
    let cells = row(y)
    guard let last = cells.lastIndex(where: { $0.glyph != " " }) else { return [] }
    return cells[...last]
  }

  private static func letter(_ role: Role) -> Unicode.Scalar {
    role == .text ? "." : Unicode.Scalar(UInt8(ascii: "a") + role.rawValue)
  }
}
