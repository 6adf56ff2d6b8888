/// Text measured and cut by the columns it takes on a screen.
public enum Text {
  public enum Alignment: Sendable {
    case left, right, centre
  }

  /// The columns the text takes: one for each scalar, because that is how frames draw.
  public static func width(_ text: String) -> Int { text.unicodeScalars.count }

  /// The text as a frame draws it: control characters as `.`, anything not one column wide as `?`.
  public static func drawable(_ text: String) -> String { mapped(text, Glyph.drawable) }

  /// The text as the ASCII twin of a frame draws it.
  public static func ascii(_ text: String) -> String {
    mapped(text) { AsciiTwin.of(Glyph.drawable($0)) }
  }

  /// The text itself, or its beginning with `…` where it takes more than `width` columns.
  public static func cut(_ text: String, width: Int) -> String {
    guard width > 0 else { return "" }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: width, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars.prefix(width - 1)) + "…"
  }

  /// The text cut or filled up with blanks to exactly `width` columns.
  public static func pad(_ text: String, width: Int, _ alignment: Alignment = .left) -> String {
    let text = cut(text, width: width)
    let missing = max(0, width - self.width(text))
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    return blanks(before) + text + blanks(missing - before)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private static func mapped(
    _ text: String, _ transform: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.map(transform))
    return String(result)
  }
}
