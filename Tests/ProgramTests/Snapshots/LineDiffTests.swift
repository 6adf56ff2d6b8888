import Testing

struct LineDiffTests {
  @Test func `a changed line stands under the old one, with its number and two lines around`() {
    let old = "a\nb\nc\nd\ne\nf\n"
    let new = "a\nb\nc\nD\ne\nf\n"
    let expected = """
              …
          2   b
          3   c
          4 - d
          4 + D
          5   e
          6   f

      """
    #expect(LineDiff(from: old, to: new).description == expected)
  }

  @Test func `lines that come and go keep their own numbers`() {
    #expect(
      LineDiff(from: "a\nb\n", to: "x\na\nb\n").description.hasPrefix("    1 + x\n    2   a\n"))
    #expect(LineDiff(from: "a\nb\n", to: "b\n").description == "    1 - a\n    1   b\n")
  }

  @Test func `the same text has no difference and a missing line feed is one`() {
    #expect(LineDiff(from: "a\nb\n", to: "a\nb\n").isEmpty)
    #expect(!LineDiff(from: "a\nb\n", to: "a\nb").isEmpty)
    #expect(!LineDiff(from: "", to: "a\n").isEmpty)
  }
}
