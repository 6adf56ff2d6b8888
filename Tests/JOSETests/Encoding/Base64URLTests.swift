import Testing

@testable import JOSE

@Suite struct Base64URLTests {
  /// RFC 7515 Appendix C (G-10), RFC 4648 §10 without the padding, and the two ends of the alphabet.
  @Test(
    arguments: [
      ([3, 236, 255, 224, 193], "A-z_4ME"), ([], ""), (Array("f".utf8), "Zg"),
      (Array("fo".utf8), "Zm8"), (Array("foo".utf8), "Zm9v"), (Array("foob".utf8), "Zm9vYg"),
      (Array("fooba".utf8), "Zm9vYmE"), (Array("foobar".utf8), "Zm9vYmFy"),
      ([0, 0, 0], "AAAA"), ([255, 255, 255], "____"), ([251, 239, 190], "----"),
    ] as [([UInt8], String)])
  func `bytes and their text are each other's only form`(bytes: [UInt8], text: String) {
    #expect(Base64URL.encode(bytes) == text)
    #expect(Base64URL.decode(text) == bytes)
  }

  @Test(arguments: 0...260)
  func `every length survives the round trip`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
    #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
  }

  @Test(arguments: [
    "A", "AAAAA", "Zg==", "Zg=", "Zm8=", "Zg\n", " Zg", "Zm 9v", "+A", "/A", "Zm9+", "Zm9/",
    "Zm9v\0",
    "Zm9vé", "....", "Zh", "Zj", "Zn", "Zm9", "Zm-", "Z_", "\u{FF21}A",
  ])
  func `anything else is refused`(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test func `no character outside the alphabet is taken at any place`() {
    let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    for byte in UInt8.min...UInt8.max where !alphabet.contains(byte) {
      for place in 0..<7 {
        var text = Array("AAAAAAA".utf8)
        text[place] = byte
        #expect(Base64URL.decode(text[...]) == nil, "byte \(byte) at \(place)")
      }
    }
  }

  @Test func `of all texts of two characters each one that is taken stands for bytes of its own`() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    var count = 0
    for first in alphabet {
      for second in alphabet {
        let text = String([first, second])
        guard let bytes = Base64URL.decode(text) else { continue }
        #expect(Base64URL.encode(bytes) == text)
        count += 1
      }
    }
    #expect(count == 256)
  }
}
