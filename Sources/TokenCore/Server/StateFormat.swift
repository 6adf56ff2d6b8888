/// What stands at the beginning of a state that was written out.
enum StateFormat {
  static let version = 2
  static let authorizationServer = "authorization server"
  static let resourceServer = "resource server"
}

extension KeyedDecodingContainer {
  /// Refuses a state of another kind, or in another version of the format.
  func check(_ expected: String, kind: Key, version: Key) throws {
    let foundKind: String = try read(kind)
    guard foundKind == expected else {
      throw refusal(StateFlaw(kind.stringValue, expected: expected, found: foundKind))
    }
    let found: Int = try read(version)
    guard found == StateFormat.version else {
      throw refusal(
        StateFlaw(version.stringValue, expected: "\(StateFormat.version)", found: "\(found)"))
    }
  }

  /// Reads a member of a state; what is wrong inside is said with the place where it is.
  func read<Value: Decodable>(_ key: Key) throws -> Value {
    do {
      return try decode(Value.self, forKey: key)
    } catch let error as DecodingError {
      throw DecodingError.dataCorrupted(error.placed)
    }
  }

  /// The same of a member that need not be there.
  func readIfPresent<Value: Decodable>(_ key: Key) throws -> Value? {
    do {
      return try decodeIfPresent(Value.self, forKey: key)
    } catch let error as DecodingError {
      throw DecodingError.dataCorrupted(error.placed)
    }
  }

  func refusal(_ flaw: StateFlaw) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: "\(flaw)"))
  }
}

extension DecodingError {
  /// The same complaint as a `StateFlaw` reads: `users[0].id: expected Int, found another kind of value`.
  fileprivate var placed: Context {
    switch self {
    case .typeMismatch(let type, let context):
      Self.placed(context, "expected \(type), found another kind of value")
    case .valueNotFound(let type, let context):
      Self.placed(context, "expected \(type), found none")
    case .keyNotFound(let key, let context):
      Self.placed(context, at: context.codingPath + [key], "expected a value, found none")
    case .dataCorrupted(let context): Self.placed(context, context.debugDescription)
    @unknown default: Context(codingPath: [], debugDescription: "\(self)")
    }
  }

  private static func placed(
    _ context: Context, at path: [any CodingKey]? = nil, _ complaint: String
  ) -> Context {
    let path = path ?? context.codingPath
    let place = path.reduce("") { place, key in
      if let index = key.intValue { return "\(place)[\(index)]" }
      return place.isEmpty ? key.stringValue : "\(place).\(key.stringValue)"
    }
    return Context(
      codingPath: path, debugDescription: "\(place): \(complaint)",
      underlyingError: context.underlyingError)
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
