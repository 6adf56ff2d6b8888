/// Reads exactly one JSON text (RFC 8259) from UTF-8 bytes.
///
/// Stricter than the decoders that come with Swift, which take trailing commas, a byte-order mark,
/// UTF-16 and the first of two equal names. Every step looks at a byte and moves on, so the time is
/// proportional to the length, apart from the names of one object, which are compared in pairs.
struct JSONScanner {
  let bytes: [UInt8]
  let limits: JSONLimits
  var position = 0

  /// The value of the whole text; anything but white space behind it is a flaw (RFC 7515 §10.12).
  static func read(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONFlaw) -> JSONValue {
    var scanner = JSONScanner(bytes: bytes, limits: limits)
    scanner.skipWhiteSpace()
    let value = try scanner.readValue(depth: 0)
    scanner.skipWhiteSpace()
    guard scanner.position == bytes.count else { throw scanner.flaw(.invalid) }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONFlaw) -> JSONValue {
    switch peek {
    case Self.quote: return .text(try readText())
    case UInt8(ascii: "{"): return .object(try readObject(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try readArray(depth: depth + 1))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    case UInt8(ascii: "t"): return try readWord("true", meaning: .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", meaning: .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", meaning: .null)
    default: throw flaw(.invalid)
    }
  }

  private mutating func readObject(depth: Int) throws(JSONFlaw) -> JSONObject {
    try enter(depth)
    var members: [JSONMember] = []
    members.reserveCapacity(12)
    if skip(UInt8(ascii: "}")) { return JSONObject() }
    repeat {
      guard members.count < limits.members else { throw flaw(.limitExceeded) }
      members.append(try readMember(after: members, depth: depth))
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return JSONObject(members: members)
  }

  private mutating func readMember(
    after members: [JSONMember], depth: Int
  ) throws(JSONFlaw) -> JSONMember {
    skipWhiteSpace()
    let start = position
    guard peek == Self.quote else { throw flaw(.invalid) }
    let name = try readName()
    guard members.firstIndex(of: name) == nil else {
      throw JSONFlaw(kind: .duplicateMember, offset: start)
    }
    skipWhiteSpace()
    try expect(UInt8(ascii: ":"))
    skipWhiteSpace()
    let member = JSONMember(name: name, value: try readValue(depth: depth))
    skipWhiteSpace()
    return member
  }

  private mutating func readArray(depth: Int) throws(JSONFlaw) -> [JSONValue] {
    try enter(depth)
    var elements: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return elements }
    repeat {
      skipWhiteSpace()
      elements.append(try readValue(depth: depth))
      skipWhiteSpace()
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return elements
  }

  /// Steps over the opening bracket.
  private mutating func enter(_ depth: Int) throws(JSONFlaw) {
    guard depth <= limits.depth else { throw flaw(.limitExceeded) }
    position += 1
    skipWhiteSpace()
  }

  private mutating func readWord(
    _ word: StaticString, meaning: JSONValue
  ) throws(JSONFlaw) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    return meaning
  }
}

extension JSONValue {
  /// Reads exactly one JSON text from UTF-8 bytes, strictly.
  package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONFlaw) {
    self = try JSONScanner.read(bytes, limits: limits)
  }
}

extension JSONScanner {
  static let quote = UInt8(ascii: "\"")

  /// The byte at the position, or 0 behind the end: no JSON text has a bare 0, so 0 fits nothing.
  var peek: UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  func flaw(_ kind: JSONFlaw.Kind) -> JSONFlaw {
    JSONFlaw(kind: kind, offset: position)
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONFlaw) {
    guard skip(byte) else { throw flaw(.invalid) }
  }

  /// Space, tab, line feed, carriage return and nothing else (RFC 8259 §2).
  mutating func skipWhiteSpace() {
    while peek == 0x20 || peek == 0x0A || peek == 0x0D || peek == 0x09 { position += 1 }
  }
}
