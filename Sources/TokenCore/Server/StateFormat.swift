/// What stands at the beginning of a state that was written out.
enum StateFormat {
  static let version = 1
  static let authorizationServer = "authorization server"
  static let resourceServer = "resource server"
}

extension KeyedDecodingContainer {
  /// Refuses a state of another kind, or in another version of the format.
  func check(_ expected: String, kind: Key, version: Key) throws {
    let foundKind = try decode(String.self, forKey: kind)
    guard foundKind == expected else {
      throw refusal(StateFlaw(kind.stringValue, expected: expected, found: foundKind))
    }
    let found = try decode(Int.self, forKey: version)
    guard found == StateFormat.version else {
      throw refusal(
        StateFlaw(version.stringValue, expected: "\(StateFormat.version)", found: "\(found)"))
    }
  }

  func refusal(_ flaw: StateFlaw) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: "\(flaw)"))
  }
}

extension SingleValueDecodingContainer {
  func refusal(expected: String, found: String) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: codingPath, debugDescription: "expected \(expected), found \(found)"))
  }
}

/// Bytes as text, two digits each.
func hexText(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Nil where the text is not pairs of hexadecimal digits.
func hexBytes(_ text: String) -> [UInt8]? {
  let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let high = digits[index], let low = digits[index + 1] else { return nil }
    bytes.append(UInt8(high * 16 + low))
  }
  return bytes
}
