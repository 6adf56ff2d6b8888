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
