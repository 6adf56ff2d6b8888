import Crypto

/// Ed25519 keys (RFC 8032 §5.1.5) out of 32 bytes whose number was checked before.
enum Ed25519Key {
  /// Any 32 bytes are a seed.
  static func of(seed: [UInt8]) -> Curve25519.Signing.PrivateKey {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      preconditionFailure("a seed has 32 bytes, not \(seed.count)")
    }
    return key
  }

  /// Bytes that are no point of the curve are taken, too: nothing verifies with them.
  static func of(publicKey: [UInt8]) -> Curve25519.Signing.PublicKey {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      preconditionFailure("a public key has 32 bytes, not \(publicKey.count)")
    }
    return key
  }
}
