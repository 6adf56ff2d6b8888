/// Base64url without padding (RFC 4648 §5, RFC 7515 §2), strict: one text for each sequence of bytes.
///
/// Refused when decoding: padding, white space, the standard alphabet's `+` and `/`, a length that no
/// bytes have (1 modulo 4), and unused bits at the end that are not zero (RFC 4648 §3.5). The last
/// one matters: without it a signature could be written in several ways.
package enum Base64URL {
  /// The text for these bytes, as ASCII.
  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
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
    let alphabet = Self.alphabet
    var index = 0
    while index + 2 < bytes.count {
      let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
      text.append(alphabet[group >> 18])
      text.append(alphabet[group >> 12 & 63])
      text.append(alphabet[group >> 6 & 63])
      text.append(alphabet[group & 63])
      index += 3
    }
    appendTail(bytes[index...], to: &text)
  }

  static func encodedCount(_ byteCount: Int) -> Int {
    byteCount / 3 * 4 + (byteCount % 3 == 0 ? 0 : byteCount % 3 + 1)
  }

  private static func appendTail(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard let first = bytes.first else { return }
    let second = bytes.count > 1 ? Int(bytes[bytes.startIndex + 1]) : 0
    let group = Int(first) << 16 | second << 8
    text.append(alphabet[group >> 18])
    text.append(alphabet[group >> 12 & 63])
    if bytes.count > 1 { text.append(alphabet[group >> 6 & 63]) }
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
      for start in stride(from: 0, to: grouped, by: 4) {
        let (first, second) = (values[Int(text[start])], values[Int(text[start + 1])])
        let (third, fourth) = (values[Int(text[start + 2])], values[Int(text[start + 3])])
        seen |= first | second | third | fourth
        let place = start / 4 * 3
        output[place] = first << 2 | second >> 4
        output[place + 1] = second << 4 | third >> 2
        output[place + 2] = third << 6 | fourth
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

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The value of each character, 255 where it is not in the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
}
