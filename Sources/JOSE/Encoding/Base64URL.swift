import TokenCore

/// Base64url without padding (RFC 4648 §5, RFC 7515 §2), strict: one text for each sequence of bytes.
///
/// Refused when decoding: padding, white space, the standard alphabet's `+` and `/`, a length that no
/// bytes have (1 modulo 4), and unused bits at the end that are not zero (RFC 4648 §3.5). The last
/// one matters: without it a signature could be written in several ways.
package enum Base64URL {
  /// The text for these bytes, as ASCII.
  package static func encode(_ bytes: [UInt8]) -> String {
    base64URL(bytes)
  }

  /// The bytes, or nil when the text is not the one way to write them.
  package static func decode(_ text: String) -> [UInt8]? {
    decode(Array(text.utf8)[...])
  }

  /// The bytes, or nil when the text is not the one way to write them.
  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 != 1 else { return nil }
    let size = text.count / 4 * 3 + max(text.count % 4 - 1, 0)
    var isValid = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      isValid = text.withUnsafeBufferPointer { decode($0, into: output) }
      count = isValid ? size : 0
    }
    return isValid ? bytes : nil
  }
}

extension Base64URL {
  /// Writes the text behind what is already there: 4 characters for 3 bytes.
  static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    text.reserveCapacity(text.count + encodedCount(bytes.count))
    appendBase64URL(bytes, to: &text)
  }

  static func encodedCount(_ byteCount: Int) -> Int {
    byteCount / 3 * 4 + (byteCount % 3 == 0 ? 0 : byteCount % 3 + 1)
  }

  /// Fills the output, which has exactly the room for the text; false when a character is foreign or
  /// the unused bits are not zero. Foreign characters have the value 255 and are looked for once.
  /// Measured: with arrays that grow it takes twice as long, a twentieth of verifying a token.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    values.withUnsafeBufferPointer { values in
      let grouped = text.count & ~3
      var seen: UInt8 = 0
      var start = 0
      while start < grouped {
        let (first, second) = (values[Int(text[start])], values[Int(text[start + 1])])
        let (third, fourth) = (values[Int(text[start + 2])], values[Int(text[start + 3])])
        seen |= first | second | third | fourth
        let place = start / 4 * 3
        output[place] = first << 2 | second >> 4
        output[place + 1] = second << 4 | third >> 2
        output[place + 2] = third << 6 | fourth
        start += 4
      }
      let rest = text[grouped...].map { values[Int($0)] }
      return seen < 64 && decodeRest(rest, into: output, at: grouped / 4 * 3)
    }
  }

  /// The two or three characters that do not make a group of four.
  private static func decodeRest(
    _ rest: [UInt8], into output: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    guard let last = rest.last else { return true }
    guard rest.allSatisfy({ $0 < 64 }), last & (rest.count == 2 ? 15 : 3) == 0 else { return false }
    output[place] = rest[0] << 2 | rest[1] >> 4
    if rest.count == 3 { output[place + 1] = rest[1] << 4 | rest[2] >> 2 }
    return true
  }

  /// The value of each character, 255 where it is not in the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in base64URLAlphabet.enumerated() {
      values[Int(character)] = UInt8(value)
    }
    return values
  }()
}
