import Testing

@testable import Canvas

struct BoxTests {
  private func drawn(
    _ width: Int, _ height: Int, title: String = "", trailing: String = "",
    style: BoxStyle = .single
  ) -> [String] {
    var frame = Frame(width: width, height: height)
    frame.box(frame.bounds, title: title, trailing: trailing, style: style)
    return frame.lines()
  }

  @Test func `a box carries its title and its number`() {
    #expect(
      drawn(27, 3, title: "CLIENT", trailing: "1") == [
        "┌─ CLIENT ──────────── 1 ─┐",
        "│                         │",
        "└─────────────────────────┘",
      ])
  }

  @Test func `the number gives way to the title, and the title is cut`() {
    #expect(drawn(16, 2, title: "CLIENT", trailing: "1")[0] == "┌─ CLIENT ─ 1 ─┐")
    #expect(drawn(15, 2, title: "CLIENT", trailing: "1")[0] == "┌─ CLIENT ────┐")
    #expect(drawn(12, 2, title: "CLIENT", trailing: "1")[0] == "┌─ CLIENT ─┐")
    #expect(drawn(11, 2, title: "CLIENT", trailing: "1")[0] == "┌─ CLIE… ─┐")
    #expect(drawn(7, 2, title: "CLIENT")[0] == "┌─ … ─┐")
    #expect(drawn(6, 2, title: "CLIENT")[0] == "┌────┐")
  }

  @Test func `a number can stand without a title`() {
    #expect(drawn(9, 2, trailing: "12")[0] == "┌── 12 ─┐")
    #expect(drawn(7, 2, trailing: "12")[0] == "┌─────┐")
  }

  @Test(arguments: [
    (BoxStyle.single, ["┌─┐", "│ │", "└─┘"]), (.double, ["╔═╗", "║ ║", "╚═╝"]),
    (.heavy, ["┏━┓", "┃ ┃", "┗━┛"]), (.dashed, ["┌╌┐", "╎ ╎", "└╌┘"]),
  ])
  func `every style has its strokes`(style: BoxStyle, expected: [String]) {
    #expect(drawn(3, 3, style: style) == expected)
  }

  @Test func `a box under two by two draws nothing`() {
    #expect(drawn(1, 5) == ["", "", "", "", ""])
    #expect(drawn(5, 1) == [""])
    #expect(drawn(2, 2) == ["┌┐", "└┘"])
  }

  @Test func `a box gives back its inside`() {
    var frame = Frame(width: 9, height: 5)
    #expect(frame.box(frame.bounds) == Rect(x: 1, y: 1, width: 7, height: 3))
    #expect(frame.box(Rect(x: 0, y: 0, width: 2, height: 2)).isEmpty)
    #expect(frame.box(Rect(x: 0, y: 0, width: 1, height: 9)).isEmpty)
  }

  @Test func `a box that lies half outside is clipped`() {
    var frame = Frame(width: 3, height: 2)
    frame.box(Rect(x: -1, y: -1, width: 3, height: 3))
    #expect(frame.lines() == [" │", "─┘"])
  }
}
