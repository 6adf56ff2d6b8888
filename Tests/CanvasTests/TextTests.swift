import Testing
import TokenCore

@testable import Canvas

struct TextTests {
  @Test(arguments: [
    ("a spent token revokes its family", 12, ["a spent", "token", "revokes its", "family"]),
    ("fits  as it is", 20, ["fits  as it is"]),
    ("unbreakable", 4, ["unbr", "eaka", "ble"]),
    ("an unbreakable word", 5, ["an", "unbre", "akabl", "e", "word"]),
    ("one\n\ntwo\n", 9, ["one", "", "two"]),
    ("exactly ten", 11, ["exactly ten"]),
    ("a b", 1, ["a", "b"]),
    ("   indented and too long", 9, ["indented", "and too", "long"]),
    ("          ", 3, [""]),
    ("", 9, []), ("text", 0, []), ("text", -1, []),
  ])
  func `text wraps at blanks`(text: String, width: Int, expected: [String]) {
    #expect(Text.wrap(text, width: width) == expected)
  }

  @Test(arguments: 0..<200)
  func `wrapped lines fit and lose no word`(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "drawing")
    let words = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      String(repeating: "é", count: Int.random(in: 1...15, using: &random))
    }
    let width = Int.random(in: 1...20, using: &random)
    let lines = Text.wrap(words.joined(separator: " "), width: width)
    #expect(lines.allSatisfy { Text.width($0) <= width }, "seed \(seed)")
    #expect(
      lines.joined().filter { $0 != " " } == words.joined(), "seed \(seed)")
  }

  @Test(arguments: [
    ("RT1", 5, Text.Alignment.left, "RT1  "), ("RT1", 5, .right, "  RT1"),
    ("RT1", 6, .centre, " RT1  "), ("RT1", 3, .right, "RT1"), ("RT1", 2, .left, "R…"),
    ("RT1", 0, .left, ""), ("RT1", -1, .left, ""), ("", 2, .left, "  "),
  ])
  func `padding gives exactly the width`(
    text: String, width: Int, alignment: Text.Alignment, expected: String
  ) {
    #expect(Text.pad(text, width: width, alignment) == expected)
  }

  @Test func `width counts what a frame would draw`() {
    #expect(Text.width("e\u{301}") == 2)
    #expect(Text.width("\r\n") == 2)
    #expect(Text.width("漢") == 1)
    #expect(Text.cut("e\u{301}tude", width: 3) == "e\u{301}…")
  }

  @Test func `a reading line cannot carry a control sequence`() {
    var frame = Frame(width: 1, height: 1)
    frame.read("\u{1B}]0;owned\u{7}")
    #expect(frame.reading == [".]0;owned."])
  }
}
