extension Text {
  /// The text in lines of at most `width` columns, broken at blanks; a word longer than a line is
  /// broken where the line ends. Line feeds in the text are kept, a paragraph that fits is left as it
  /// is, and a trailing line feed adds no line. No text or no width gives no lines.
  public static func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0, !text.isEmpty else { return [] }
    var paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    if paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
    return paragraphs.flatMap { paragraph in
      paragraph.count <= width ? [String(paragraph)] : filled(paragraph, width: width)
    }
  }

  private static func filled(
    _ paragraph: Substring.UnicodeScalarView, width: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      for piece in pieces(of: word, width: width) {
        if !line.isEmpty, self.width(line) + 1 + self.width(piece) > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? piece : " " + piece
      }
    }
    return lines + [line]
  }

  private static func pieces(
    of word: Substring.UnicodeScalarView, width: Int
  ) -> [String] {
    var pieces: [String] = []
    var rest = word
    while rest.count > width {
      pieces.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return pieces + [String(rest)]
  }
}
