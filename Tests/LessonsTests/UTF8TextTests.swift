import Lessons
import Testing

/// Bytes that are to be a scenario's text.
@Suite struct UTF8TextTests {
  private func complaint(_ bytes: [UInt8]) -> String? {
    do {
      _ = try utf8Text(bytes, file: "probe.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["", "a", "title: é 日本 🙂\n", "\u{FEFF}scenario: a", "\u{7F}\u{85}"])
  func `text in UTF-8 is that text`(text: String) throws {
    #expect(try utf8Text(Array(text.utf8), file: "probe.yaml").utf8.elementsEqual(text.utf8))
  }

  @Test(
    arguments: [
      ([0xE9], 1, "0xE9", 0), (Array("a\nb".utf8) + [0x80, 0xFF], 2, "0x80", 3),
      (Array("é\r\n".utf8) + [0xC3], 2, "0xC3", 4), ([0xF0, 0x9F, 0x99], 1, "0xF0", 0),
      ([0x61, 0xED, 0xA0, 0x80], 1, "0xED", 1), ([0xC0, 0xAF], 1, "0xC0", 0),
    ] as [([UInt8], Int, String, Int)])
  func `the first byte that is none is named with its place`(
    bytes: [UInt8], line: Int, byte: String, offset: Int
  ) {
    #expect(
      complaint(bytes)
        == "probe.yaml:\(line): expected UTF-8, found the byte \(byte) at offset \(offset)")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "UTF-16", "FF FE"), ([0xFE, 0xFF, 0, 0x61], "UTF-16", "FE FF"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32", "FF FE 00 00"),
      ([0, 0, 0xFE, 0xFF], "UTF-32", "00 00 FE FF"),
    ] as [([UInt8], String, String)])
  func `another encoding is named by its mark`(bytes: [UInt8], name: String, mark: String) {
    #expect(
      complaint(bytes)
        == "probe.yaml: expected UTF-8, found \(name): the first bytes are \(mark)")
  }

  @Test func `a NUL is no text`() {
    #expect(
      complaint(Array("a: b\nc".utf8) + [0, 0xE9])
        == "probe.yaml:2: expected text, found a NUL byte at offset 6")
  }
}
