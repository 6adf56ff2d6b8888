import Testing

@testable import Canvas

struct AsciiTests {
  @Test(arguments: [
    ("┌─ CLIENT ─ 1 ─┐", "+- CLIENT - 1 -+"), ("▐ ✗ REUSE → f1 ▌", "# X REUSE > f1 #"),
    ("│ AT3 ◐ 0:04 ███░░", "| AT3 ! 0:04 ===.."), ("├████↻··┃··■╳╳┤", "+====@..|..#xx+"),
    ("► ▲ ◄ ● ○ … ═", "> ^ < * o ~ ="), ("Größe “x” – Łódź", "Grose \"x\" - Lodz"),
    ("Αλίκη", "?????"), ("ệ", "e"),
  ])
  func `a glyph has one ascii character`(text: String, expected: String) {
    #expect(Text.ascii(text) == expected)
  }

  @Test func `the twin has the same geometry and only ascii`() {
    var frame = Frame(width: 200, height: 20)
    let scalars = GlyphTable.drawable.joined().compactMap(Unicode.Scalar.init)
    for (index, scalar) in scalars.enumerated() {
      frame[index % 200, index / 200] = Cell(scalar, .valid)
    }
    frame.cursor = Point(x: 3, y: 4)
    frame.hit(frame.bounds, .enter)
    frame.read("RT2 → 400")
    let twin = frame.ascii()
    #expect(twin.size == frame.size)
    #expect(twin.cells.map(\.role) == frame.cells.map(\.role))
    #expect(twin.cells.allSatisfy { (0x20...0x7E).contains($0.glyph.value) })
    #expect(twin.cursor == frame.cursor)
    #expect(twin.hitAreas == frame.hitAreas)
    #expect(twin.reading == ["RT2 > 400"])
  }

  @Test func `every drawable mark but letters has a character of its own`() {
    for value in GlyphTable.drawable.joined() where (0x2190...0x2717).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isMathematics = (0x2200...0x22FF).contains(value)
      #expect(
        isMathematics || AsciiTwin.of(scalar) != Glyph.unknown, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `plain ascii is its own twin`() {
    var frame = Frame(width: 10, height: 1)
    frame.put("plain", x: 0, y: 0)
    #expect(frame.ascii() == frame)
  }
}
