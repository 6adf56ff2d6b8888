import TokenCore

/// Writes one JSON object, member by member, without white space and with the fewest escapes
/// (RFC 8785 §3.2.2.2): the same values give the same bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// True where the next thing is the first inside its brackets.
  private var isFirst = true

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  /// The finished object.
  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  mutating func write(_ name: StaticString, _ text: String) {
    writeName(name)
    Self.append(text, to: &bytes)
  }

  mutating func write(_ name: StaticString, _ number: Int64) {
    writeName(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Whole seconds as an integer, anything finer with three digits behind the point.
  mutating func write(_ name: StaticString, _ date: NumericDate) {
    let (seconds, fraction) = date.milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    writeName(name)
    if date.milliseconds < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: String(seconds).utf8)
    guard fraction != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: String(fraction + 1000).utf8.dropFirst())
  }

  /// One text as itself, several (or none) as an array: the two forms of `aud` (RFC 7519 §4.1.3).
  mutating func write(_ name: StaticString, _ texts: [String]) {
    guard texts.count != 1 else { return write(name, texts[0]) }
    writeName(name)
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An object with texts only, such as `cnf`.
  mutating func write(_ name: StaticString, object members: [(StaticString, String)]) {
    writeName(name)
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    for (name, text) in members { write(name, text) }
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  /// An object with whatever is written in there.
  mutating func write(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    writeName(name)
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  private mutating func writeName(_ name: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }
}

extension JSONWriter {
  /// Appends a quoted text; only the quote, the backslash and control characters are escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ !needsEscape($0) }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { append(escaping: byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x00..<0x20:
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(UInt8(ascii: byte < 0x10 ? "0" : "1"))
      bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
