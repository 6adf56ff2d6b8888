extension JSONScanner {
  /// A quoted text. The position is at the opening quote.
  mutating func readText() throws(JSONFlaw) -> String {
    if let plain = skipPlainText() { return String(decoding: bytes[plain], as: UTF8.self) }
    return String(decoding: try readUnusualText(), as: UTF8.self)
  }

  /// A quoted text as a name.
  mutating func readName() throws(JSONFlaw) -> JSONName {
    JSONName(try readText())
  }

  /// Where the text is, if it is ASCII without escapes; otherwise nothing has been skipped.
  private mutating func skipPlainText() -> Range<Int>? {
    let start = position + 1
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == Self.quote {
        position = end + 1
        return start..<end
      }
      guard byte != Self.backslash, 0x20..<0x80 ~= byte else { return nil }
      end += 1
    }
    return nil
  }

  /// The same with everything a text may have: escapes and any Unicode scalar.
  private mutating func readUnusualText() throws(JSONFlaw) -> [UInt8] {
    try expect(Self.quote)
    var text: [UInt8] = []
    while !skip(Self.quote) {
      if skip(Self.backslash) {
        text.append(contentsOf: String(try readEscape()).utf8)
      } else {
        let length = wellFormedLength(at: position)
        guard length > 0, peek >= 0x20 else { throw flaw(.invalid) }
        text.append(contentsOf: bytes[position..<position + length])
        position += length
      }
    }
    return text
  }

  /// What follows a backslash (RFC 8259 §7).
  private mutating func readEscape() throws(JSONFlaw) -> Unicode.Scalar {
    let letter = peek
    position += 1
    switch letter {
    case Self.quote, Self.backslash, UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw flaw(.invalid)
    }
  }

  /// Four hexadecimal digits, or two times four for a surrogate pair; half a pair is refused.
  private mutating func readUnicodeEscape() throws(JSONFlaw) -> Unicode.Scalar {
    let first = try readCodeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard skip(Self.backslash), skip(UInt8(ascii: "u")) else { throw flaw(.invalid) }
    let second = try readCodeUnit()
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw flaw(.invalid) }
    return scalar
  }

  private mutating func readCodeUnit() throws(JSONFlaw) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Unicode.Scalar(peek).hexadecimalValue else { throw flaw(.invalid) }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  private static let backslash = UInt8(ascii: "\\")
}

extension Unicode.Scalar {
  fileprivate var hexadecimalValue: UInt16? {
    switch self {
    case "0"..."9": UInt16(value - 0x30)
    case "a"..."f": UInt16(value - 0x61 + 10)
    case "A"..."F": UInt16(value - 0x41 + 10)
    default: nil
    }
  }
}
