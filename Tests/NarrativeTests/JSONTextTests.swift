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

  @Test func `no control character comes out as it is`() throws {
    let controls = (0...0x1F).map { $0 } + (0x7F...0x9F).map { $0 }
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
