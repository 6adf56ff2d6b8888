import Testing

@testable import Canvas

struct DrawingTests {
  @Test func `a frame clips what is drawn outside it`() {
    var frame = Frame(width: 6, height: 2)
    #expect(frame.put("client", x: 3, y: 0) == 3)
    frame.put("server", x: -3, y: 1)
    frame.put("above", x: 0, y: -1)
    frame.put("below", x: 0, y: 2)
    frame.put("left", x: .min, y: 0)
    frame.put("right", x: .max, y: 0)
    frame.fill(Rect(x: 5, y: 1, width: 9, height: 9), "#")
    #expect(frame.lines() == ["   cli", "ver  #"])
    #expect(frame[6, 0] == .blank)
    #expect(frame[0, -1] == .blank)
  }

  @Test(arguments: [
    ("client", 7, "client", 6), ("client", 6, "client", 6), ("client", 5, "clie…", 5),
    ("client", 1, "…", 1), ("client", 0, "", 0), ("client", -4, "", 0), ("", 3, "", 0),
    ("c", 1, "c", 1),
  ])
  func `a text longer than its width ends in an ellipsis`(
    text: String, maxWidth: Int, expected: String, columns: Int
  ) {
    var frame = Frame(width: 10, height: 1)
    #expect(frame.put(text, x: 0, y: 0, maxWidth: maxWidth) == columns)
    #expect(frame.lines() == [expected])
  }

  @Test func `spans follow one another and are cut as one text`() {
    let spans = [Span("RT2 "), Span("✗", .danger), Span(" stolen", .strong)]
    var frame = Frame(width: 20, height: 4)
    #expect(frame.put(spans, x: 0, y: 0) == 12)
    #expect(frame.put(spans, x: 0, y: 1, maxWidth: 8) == 8)
    #expect(frame.put(spans, x: 0, y: 2, maxWidth: 5) == 5)
    #expect(frame.put(spans, x: 0, y: 3, maxWidth: 0) == 0)
    #expect(frame.lines() == ["RT2 ✗ stolen", "RT2 ✗ s…", "RT2 …", ""])
    #expect(frame[4, 0].role == .danger)
    #expect(frame[6, 0].role == .strong)
  }

  @Test func `spans that fill their width exactly are not cut`() {
    var frame = Frame(width: 9, height: 1)
    #expect(frame.put([Span("RT2"), Span("!"), Span("")], x: 0, y: 0, maxWidth: 4) == 4)
    #expect(frame.lines() == ["RT2!"])
  }

  @Test func `a text can end at a column`() {
    var frame = Frame(width: 10, height: 2)
    #expect(frame.put("0:42", endingAt: 10, y: 0) == 6)
    #expect(frame.put("0:42.0", endingAt: 10, y: 1, maxWidth: 4) == 6)
    #expect(frame.lines() == ["      0:42", "      0:4…"])
  }

  @Test func `painting changes roles and leaves glyphs`() {
    var frame = Frame(width: 4, height: 1)
    frame.put("RT1", x: 0, y: 0)
    frame.paint(Rect(x: 1, y: 0, width: 9, height: 1), role: .focus)
    #expect(frame.lines() == ["RT1"])
    #expect(frame.row(0).map(\.role) == [.text, .focus, .focus, .focus])
  }

  @Test func `a later hit area lies above an earlier one`() {
    var frame = Frame(width: 4, height: 1)
    frame.hit(frame.bounds, .enter)
    frame.hit(Rect(x: 1, y: 0, width: 1, height: 1), .character("q"))
    #expect(frame.key(at: Point(x: 0, y: 0)) == .enter)
    #expect(frame.key(at: Point(x: 1, y: 0)) == .character("q"))
    #expect(frame.key(at: Point(x: 1, y: 1)) == nil)
  }

  @Test func `a frame without cells can be drawn on`() {
    for size in [Size.zero, Size(width: 0, height: 9), Size(width: 9, height: 0)] {
      var frame = Frame(size)
      frame.box(Rect(x: 0, y: 0, width: 9, height: 9), title: "SERVER")
      frame.put("text", x: 0, y: 0)
      #expect(frame.cells.isEmpty)
    }
  }

  @Test func `the size of a frame is bounded`() {
    #expect(Frame(width: .max, height: 1).size == Size(width: 2000, height: 1))
  }

  @Test func `the row and role lines of a frame describe every cell`() {
    var frame = Frame(width: 4, height: 2)
    frame.put("RT", x: 1, y: 1, role: .danger)
    #expect(frame.lines(trimmed: false) == ["    ", " RT "])
    #expect(frame.roleLines() == ["....", ".ii."])
    #expect(frame.row(7).isEmpty)
  }
}
