import JOSE
import Testing

@testable import Inspection

struct EscapedTextTests {
  @Test(arguments: [
    ("alice", "alice"), ("é", "é"), ("e\u{301}", "e\\u{301}"), ("\u{1B}[2J", "\\u{1B}[2J"),
    ("a\u{0}b", "a\\u{0}b"), ("\u{202E}x", "\\u{202E}x"), ("\\u{1B}", "\\\\u{1B}"),
    ("a\u{A0}b", "a\\u{A0}b"), ("\u{E0041}", "\\u{E0041}"), ("😀", "😀"), ("日本", "日本"),
    ("\u{FEFF}\u{2028}\u{9B}\u{7F}", "\\u{FEFF}\\u{2028}\\u{9B}\\u{7F}"), ("\u{3164}", "\\u{3164}"),
  ])
  func `what cannot be seen is written out`(text: String, shown: String) {
    #expect(escaped(text) == shown)
  }

  @Test func `no scalar comes through hidden, in text or in JSON`() throws {
    let values = Array(UInt32(0)...0x32FF) + stride(from: 0x3300, through: 0x10FFFF, by: 97)
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      #expect(!escaped(text).unicodeScalars.contains(where: isHidden), "U+\(value)")
      let json = escaped(
        json: String(decoding: JSONValue.text(text).serialized(), as: UTF8.self))
      #expect(!json.unicodeScalars.contains(where: isHidden), "U+\(value)")
      #expect(try JSONValue(parsing: Array(json.utf8)) == .text(text), "U+\(value)")
    }
  }

  @Test func `a long text is cut and says how long it was`() {
    #expect(quoted(String(repeating: "a", count: 200), limit: 5) == #""aaaaa… (200 characters)""#)
    #expect(quoted("a\"b") == #""a\"b""#)
  }
}
