/// The one place that knows what a character takes on a screen: every scalar of a text becomes exactly
/// one cell, so a text's width is its number of scalars, and nothing a token or a lesson says can
/// reach the terminal as a control sequence.
public enum Glyph {
  /// What stands for a control character or an invisible format character.
  public static let control: Unicode.Scalar = "."
  /// What stands for a character that is not known to take one column.
  public static let unknown: Unicode.Scalar = "?"
  /// What shows that a text was cut.
  public static let ellipsis: Unicode.Scalar = "…"

  /// The scalar to draw instead of the given one; itself where it is harmless and one column wide.
  public static func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return scalar }
    if value == 0xA0 { return " " }
    if isDrawable(scalar) { return scalar }
    return isControl(value) ? control : unknown
  }

  /// Whether the scalar takes one column in every terminal and does nothing else.
  public static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 }
    return contains(value, in: GlyphTable.drawable)
  }

  private static func isControl(_ value: UInt32) -> Bool {
    value < 0x20 || contains(value, in: GlyphTable.controls)
  }

  private static func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}
