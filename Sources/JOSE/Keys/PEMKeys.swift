import Crypto

extension VerificationKey {
  /// A public key from PEM, SubjectPublicKeyInfo: P-256 (RFC 5480) or Ed25519 (RFC 8410 §4).
  package init(pem: String, keyID: String? = nil) throws(KeyFlaw) {
    let document = try PEMDocument(pem)
    if let key = try? P256.Signing.PublicKey(derRepresentation: document.bytes) {
      self.init(keyID: keyID, material: .p256(key))
    } else if let number = document.ed25519Number(after: Ed25519Prefix.publicKey),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: number)
    {
      self.init(keyID: keyID, material: .ed25519(key))
    } else {
      throw document.refusal
    }
  }
}

extension SealingKey {
  /// A private key from PEM: P-256 as SEC 1 or PKCS #8 (RFC 5915, RFC 5208), Ed25519 as PKCS #8
  /// (RFC 8410 §7).
  package init(pem: String, keyID: String? = nil) throws(KeyFlaw) {
    let document = try PEMDocument(pem)
    if let key = try? P256.Signing.PrivateKey(derRepresentation: document.bytes) {
      self.init(keyID: keyID, material: .p256(key))
    } else if let seed = document.ed25519Number(after: Ed25519Prefix.privateKey) {
      try self.init(ed25519: seed, keyID: keyID)
    } else {
      throw document.isPublic ? .notPrivate : document.refusal
    }
  }
}

/// The DER in front of the 32 bytes of an Ed25519 key. It is always the same, so nothing is parsed.
private enum Ed25519Prefix {
  static let publicKey: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
  static let privateKey: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
}

extension PEMDocument {
  fileprivate func ed25519Number(after prefix: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: prefix), bytes.count == prefix.count + 32 else { return nil }
    return Array(bytes.suffix(32))
  }

  fileprivate var isPublic: Bool { label.hasSuffix("PUBLICKEY") }

  /// A well-made document of another kind is `unsupported`: RSA, other curves, certificates.
  fileprivate var refusal: KeyFlaw {
    let isSequence = bytes.first == 0x30 && bytes.count > 16
    let isKey = label.hasSuffix("KEY") || label == "CERTIFICATE"
    return isSequence && isKey ? .unsupported : .unreadable
  }
}
