import Foundation
import Testing

@testable import Narrative

/// JSON on its way out.
struct JSONTextTests {
  @Test func `members keep their order, and nothing is between them`() {
    let value: JSONText = ["b": 1, "a": [true, .null, "x"], "c": [:], "d": .written("[1,2]")]
    #expect(value.line == #"{"b":1,"a":[true,null,"x"],"c":{},"d":[1,2]}"#)
    #expect(JSONText.sorted(["b": 1, "a": 2, "c": nil]).line == #"{"a":2,"b":1}"#)
  }

  @Test func `nothing that moves a cursor or turns a line around comes out as it is`() throws {
    let controls =
      Array(0...0x1F) + Array(0x7F...0x9F) + Array(0x200B...0x200F) + Array(0x2028...0x202E)
      + Array(0x2066...0x2069) + [0xAD, 0x061C, 0xFEFF, 0xE0001, 0xE0041]
    for value in controls {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      let text = "a\(Character(scalar))\"\\b"
      for line in [JSONText.string(text).line, JSONText.written("\"\(scalar)\"").line] {
        #expect(!line.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      }
      let data = Data("[\(JSONText.string(text).line)]".utf8)
      let read = try JSONSerialization.jsonObject(with: data) as? [String]
      #expect(read?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test func `letters of any language stay as they are`() {
    #expect(JSONText.string("é 日本 🙂 /").line == "\"é 日本 🙂 /\"")
  }
}
