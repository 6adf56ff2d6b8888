/// RFC 4648 §4, as OSC 52 wants it.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      encoded += group(bytes[start..<min(start + 3, bytes.count)])
    }
    return encoded
  }

  /// Four characters for one to three bytes.
  private static func group(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let missing = 3 - bytes.count
    let bits = bytes.reduce(0) { $0 << 8 | Int($1) } << (8 * missing)
    let digits = [18, 12, 6, 0].map { alphabet[bits >> $0 & 63] }
    return digits.dropLast(missing) + Array(repeating: UInt8(ascii: "="), count: missing)
  }
}
