import Testing

@testable import JOSE

@Suite struct StrictJSONTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .boolean(true)), (" false ", .boolean(false)),
      ("\t[\r\n]", .array([])), ("{}", .object(JSONObject())), (#""""#, .text("")),
      (#""a\"\\\/\b\f\n\r\t""#, .text("a\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u0041\u00e9\u20AC""#, .text("Aé€")), (#""\ud83d\uDE00""#, .text("😀")),
      (
        "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
        .text("\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}")
      ),
      (
        "[1,[2],{\"a\":3}]",
        .array([
          .number(1), .array([.number(2)]),
          .object(JSONObject(members: [JSONMember("a", .number(3))])),
        ])
      ),
    ] as [(String, JSONValue)])
  func `a text of RFC 8259 has its value`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "[", "]", "[1,]", "[,1]", "[1 2]", "{", "}", "{,}", "{1:2}",
    "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "\"", "\"a",
    "'a'",
    "\"\n\"", "\"\t\"", "\"\0\"", #""\x41""#, #""\u12""#, #""\u12g4""#, #""\ud800""#,
    #""\ud800\u0041""#, #""\ud800\ue000""#, #""\udc00\udc00""#, #""\udfff\udfff""#,
    #""\udc00\ud800""#, #""\ud800x""#, "1 1", "[1]]", "{}{}", "/**/1", "1//",
    "\u{FEFF}1", "\u{A0}1", "\u{B}1", "1\0", "--1", "+1", "01", "-01", "1.", ".1", "1.e1", "1e",
    "1e+",
    "0x1", "1_0", "NaN", "Infinity", "-", "1,2",
  ])
  func `anything else is refused`(text: String) {
    #expect(kind(Array(text.utf8)) == .invalid)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
      [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(kind([quote] + bytes + [quote]) == .invalid)
    #expect(kind([quote] + bytes) == .invalid)
  }

  @Test func `a flaw says at which byte it was noticed`() {
    #expect(throws: JSONFlaw(kind: .invalid, offset: 8)) {
      try JSONValue(parsing: Array(#"{"exp": soon}"#.utf8))
    }
    #expect(throws: JSONFlaw(kind: .duplicateMember, offset: 7)) {
      try JSONValue(parsing: Array(#"{"a":1,"\u0061":2}"#.utf8))
    }
  }

  @Test func `names that look alike are different names`() throws {
    let object = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)).asObject
    #expect(object?["\u{E9}"] == .number(1))
    #expect(object?["e\u{301}"] == .number(2))
    #expect(JSONValue.text("\u{E9}") != JSONValue.text("e\u{301}"))
    #expect(JSONValue.text("\u{212B}") != JSONValue.text("A\u{30A}"))
  }

  @Test(arguments: [
    "null", "[true,false]", #"{"a":{"b":[1,-2.5e3,"x\u0000y\u001f\n\"\\"]},"é":"\#u{7F}"}"#, "[]",
    "{}",
  ])
  func `what is written reads the same`(text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(try JSONValue(parsing: value.serialized()) == value)
  }

  @Test func `only what must be escaped is`() {
    let text = (0...0x22).map { String(UnicodeScalar($0)) }.joined() + "/\\\u{7F}é"
    let written = String(decoding: JSONValue.text(text).serialized(), as: UTF8.self)
    let controls =
      #"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
      + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d"#
      + #"\u001e\u001f"#
    #expect(written == "\"" + controls + " !\\\"/\\\\\u{7F}é\"")
  }

  @Test(arguments: 0..<0x20 as Range<UInt8>)
  func `a control character alone is escaped too`(character: UInt8) throws {
    let text = JSONValue.text(String(UnicodeScalar(character)))
    #expect(text.serialized().allSatisfy { $0 >= 0x20 })
    #expect(try JSONValue(parsing: text.serialized()) == text)
  }

  private func kind(_ bytes: [UInt8]) -> JSONFlaw.Kind? {
    do throws(JSONFlaw) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return error.kind
    }
  }
}

extension JSONValue {
  fileprivate static func number(_ whole: Int64) -> JSONValue { .number(JSONNumber(whole)) }
}
