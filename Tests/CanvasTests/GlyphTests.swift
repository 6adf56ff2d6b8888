import Testing

@testable import Canvas

struct GlyphTests {
  private func shown(_ text: String) -> String {
    var frame = Frame(width: 20, height: 1)
    frame.put(text, x: 0, y: 0)
    return frame.lines()[0]
  }

  @Test(arguments: [
    ("\u{1B}[2J", ".[2J"), ("a\u{7}\u{0}\u{7F}b", "a...b"), ("\u{9B}31m", ".31m"),
    ("a\r\nb\tc", "a..b.c"), ("a\u{202E}b\u{2066}c\u{2069}", "a.b.c."),
    ("a\u{200B}\u{200D}\u{FEFF}b", "a...b"), ("so\u{AD}ft", "so.ft"), ("tag\u{E0041}", "tag."),
  ])
  func `a control character is a dot`(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: [
    ("漢字", "??"), ("e\u{301}", "e?"), ("👍", "?"), ("👩‍💻", "?.?"), ("⚡⌛", "??"),
    ("⚠\u{FE0F}", "?."), ("\u{E000}", "?"), ("𝐀", "?"), ("한", "?"), ("\u{378}", "?"),
  ])
  func `a character that is not one column wide is a question mark`(
    text: String, expected: String
  ) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: [
    "Zoë Größe", "Αλίκη", "Боб", "“quoted” – § 5 €", "─│┌┐└┘├┤┬┴┼═║╳┃", "█▌▐▀▄░▏▎▍▋▊▉▁▂",
    "●◐○■►◄▲▼↻✗✓→←…·×≤≥",
  ])
  func `letters and marks pass unchanged`(text: String) {
    #expect(shown(text) == text)
  }

  @Test func `a no-break space is a blank`() {
    #expect(shown("a\u{A0}b") == "a b")
  }

  @Test func `every drawable glyph is assigned, visible and no emoji`() {
    for value in GlyphTable.drawable.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let category = properties.generalCategory
      let isBad = [.unassigned, .control, .format, .nonspacingMark, .enclosingMark, .surrogate]
        .contains(category)
      #expect(!isBad, "U+\(String(value, radix: 16)) is \(category)")
      #expect(!properties.isEmojiPresentation, "U+\(String(value, radix: 16))")
      let isSymbol = value > 0x2000 && properties.isEmoji
      #expect(!isSymbol, "U+\(String(value, radix: 16)) may be drawn as an emoji")
    }
  }

  @Test func `the tables are sorted and do not overlap`() {
    for table in [GlyphTable.drawable, GlyphTable.controls] {
      for (former, latter) in zip(table, table.dropFirst()) {
        #expect(former.upperBound < latter.lowerBound)
      }
    }
  }

  @Test func `every scalar becomes a drawable one`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if !Glyph.isDrawable(Glyph.drawable(scalar)) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }
}
