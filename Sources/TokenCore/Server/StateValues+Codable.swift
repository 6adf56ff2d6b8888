/// Small values of a state as one value each: numbers, or text.
extension DenseID {
  /// Reads the index; refuses one below zero.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let index = try container.decode(Int.self)
    guard index >= 0 else { throw container.refusal(expected: "0 or more", found: "\(index)") }
    self.init(index: index)
  }

  /// Writes the index.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

extension Instant: Codable {
  /// Reads milliseconds.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension TimeSpan: Codable {
  /// Reads milliseconds.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension NumericDate: Codable {
  /// Reads milliseconds since 1970-01-01T00:00:00Z.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes milliseconds since 1970-01-01T00:00:00Z.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Scope: Codable {
  /// Reads the tokens with spaces between them.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the tokens with a space between them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension TokenDigest: Codable {
  /// Reads 64 hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let bytes = hexBytes(text), bytes.count == 32 else {
      throw container.refusal(expected: "64 hexadecimal digits", found: "\"\(text)\"")
    }
    self.init(bytes)
  }

  /// Writes 64 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexText(bytes))
  }
}

extension SigningKey: Codable {
  private enum Member: String, CodingKey {
    case keyID, secret
  }

  /// Reads a key whose secret has 32 bytes or more, in hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let key = try decoder.container(keyedBy: Member.self)
    let text = try key.decode(String.self, forKey: .secret)
    guard let secret = hexBytes(text), secret.count >= 32 else {
      throw DecodingError.dataCorruptedError(
        forKey: .secret, in: key,
        debugDescription: "expected 64 hexadecimal digits or more, "
          + "found \(text.utf8.count) characters")
    }
    self.init(keyID: try key.decode(String.self, forKey: .keyID), secret: secret)
  }

  /// Writes the secret, too.
  public func encode(to encoder: any Encoder) throws {
    var key = encoder.container(keyedBy: Member.self)
    try key.encode(keyID, forKey: .keyID)
    try key.encode(hexText(secret), forKey: .secret)
  }
}
