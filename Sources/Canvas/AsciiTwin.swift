/// The one table from drawable glyphs to ASCII, for terminals and locales that have nothing else.
/// One scalar becomes one character, so the twin of a frame has the same geometry.
enum AsciiTwin {
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0xA1...0x17F, 0x1E00...0x1EFF: mark(scalar) ?? letter(scalar.value) ?? Glyph.unknown
    case 0x2500...0x257F: line(scalar)
    case 0x2580...0x259F: block(scalar)
    default: mark(scalar) ?? Glyph.unknown
    }
  }

  private static func line(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "╴", "╶", "╸", "╺", "╼", "╾": "-"
    case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
    case "═": "="
    case "╱": "/"
    case "╲": "\\"
    case "╳": "x"
    default: "+"
    }
  }

  /// Bars read `===...`, so the full block is `=`; half blocks and quadrants are solid marks.
  private static func block(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "█", "▅", "▆", "▇", "▋", "▊", "▉": "="
    case "░": "."
    case "▒": ":"
    case "▁", "▂": "_"
    case "▃", "▏", "▎", "▍": "-"
    default: "#"
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "●", "•", "◆", "◇": "*"
    case "◐", "◑", "◒", "◓", "¡": "!"
    case "○", "□", "°", "º": "o"
    case "↻", "↺": "@"
    case "✗": "X"
    case "✓": "+"
    case "■": "#"
    case "§": "S"
    case "►", "→", "↳", "↦", "⇒", "»", "›": ">"
    case "◄", "←", "⇐", "«", "‹": "<"
    case "▲", "△", "↑", "⇑": "^"
    case "▼", "▽", "↓", "⇓": "v"
    case "…", "≈": "~"
    default: punctuation(scalar)
    }
  }

  private static func punctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "·", "․", "‧", "∅": "."
    case "‐", "‑", "‒", "–", "—", "―", "−": "-"
    case "‘", "’", "‚", "‛", "′", "´": "'"
    case "“", "”", "„", "‟", "″", "¨": "\""
    case "×": "x"
    case "÷": "/"
    case "±": "+"
    case "≤": "<"
    case "≥": ">"
    case "≠", "≡", "⇄": "="
    case "¦", "‖": "|"
    case "©": "c"
    case "®": "r"
    case "€": "E"
    case "£": "L"
    case "µ": "u"
    default: nil
    }
  }

  private static func letter(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0xC0...0x17F: AsciiLetters.latin[Int(value) - 0xC0]
    case 0x1E00...0x1EFF: AsciiLetters.latinAdditional[Int(value) - 0x1E00]
    default: nil
    }
  }
}
