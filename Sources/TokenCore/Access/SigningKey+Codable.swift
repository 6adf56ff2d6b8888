extension VerifyingKey: Codable {
  private enum Member: String, CodingKey {
    case keyID, signature, bytes
  }

  /// Reads a key of 32 bytes, in hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let key = try decoder.container(keyedBy: Member.self)
    let bytes = try key.decodeKeyBytes(forKey: .bytes)
    let material: Material =
      switch try key.decode(TokenSignature.self, forKey: .signature) {
      case .ed25519: .ed25519(publicKey: bytes)
      case .hs256: .hs256(secret: bytes)
      }
    self.init(keyID: try key.decode(String.self, forKey: .keyID), material)
  }

  /// Writes what a resource server holds: of a shared secret, the secret.
  public func encode(to encoder: any Encoder) throws {
    var key = encoder.container(keyedBy: Member.self)
    try key.encode(keyID, forKey: .keyID)
    try key.encode(signature, forKey: .signature)
    try key.encode(hexText(bytes), forKey: .bytes)
  }
}

extension SigningKey: Codable {
  private enum Member: String, CodingKey {
    case verifyingKey, secret
  }

  /// Reads both halves. That they belong together only cryptography can tell, so it is taken on trust,
  /// as is the rest of a state; a shared secret has to be the same twice.
  public init(from decoder: any Decoder) throws {
    let key = try decoder.container(keyedBy: Member.self)
    let verifyingKey = try key.decode(VerifyingKey.self, forKey: .verifyingKey)
    let secret = try key.decodeKeyBytes(forKey: .secret)
    guard verifyingKey.signature == .ed25519 || verifyingKey.bytes == secret else {
      throw DecodingError.dataCorruptedError(
        forKey: .secret, in: key,
        debugDescription: "expected the shared secret of the verifying key, found another one")
    }
    self.init(verifyingKey, secret: secret)
  }

  /// Writes the secret, too.
  public func encode(to encoder: any Encoder) throws {
    var key = encoder.container(keyedBy: Member.self)
    try key.encode(verifyingKey, forKey: .verifyingKey)
    try key.encode(hexText(secret), forKey: .secret)
  }
}

extension KeyedDecodingContainer {
  fileprivate func decodeKeyBytes(forKey key: Key) throws -> [UInt8] {
    let text = try decode(String.self, forKey: key)
    guard let bytes = hexBytes(text), bytes.count == 32 else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: "expected 64 hexadecimal digits, found \(text.utf8.count) characters")
    }
    return bytes
  }
}
