import Crypto
import TokenCore

/// A key that signs, with the only algorithm it is ever used for.
///
/// HS256 and, on Linux, EdDSA give the same signature for the same bytes. ES256 does not: it takes a
/// random number each time, so tokens signed with it do not belong into a run that has to repeat.
package struct SealingKey: Sendable {
  package let keyID: String?
  let material: Material

  enum Material: Sendable {
    case secret([UInt8])
    case p256(P256.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)
  }

  init(keyID: String?, material: Material) {
    self.keyID = keyID
    self.material = material
  }

  /// A shared secret for HS256, 32 bytes or more (RFC 7518 §3.2).
  package init(secret: [UInt8], keyID: String? = nil) throws(KeyFlaw) {
    guard secret.count >= 32 else { throw .weak }
    self.init(keyID: keyID, material: .secret(secret))
  }

  /// The private number of a P-256 key for ES256: 32 bytes, not 0 and below the curve's order.
  package init(p256 privateNumber: [UInt8], keyID: String? = nil) throws(KeyFlaw) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: privateNumber) else {
      throw .invalid
    }
    self.init(keyID: keyID, material: .p256(key))
  }

  /// The seed of an Ed25519 key: any 32 bytes (RFC 8032 §5.1.5).
  package init(ed25519 seed: [UInt8], keyID: String? = nil) throws(KeyFlaw) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw .invalid
    }
    self.init(keyID: keyID, material: .ed25519(key))
  }

  /// The lab server's own key.
  package init(_ key: SigningKey) { self.init(key, SignatureMemory()) }

  /// The lab server's own key, of which a pair was perhaps made before.
  init(_ key: SigningKey, _ memory: SignatureMemory) {
    switch key.signature {
    case .hs256: self.init(keyID: key.keyID, material: .secret(key.secret))
    case .ed25519:
      self.init(keyID: key.keyID, material: .ed25519(memory.key(ofSeed: key.secret)))
    }
  }

  /// What the other side needs. For a shared secret that is the secret.
  package var verificationKey: VerificationKey {
    switch material {
    case .secret(let secret): VerificationKey(keyID: keyID, material: .secret(secret))
    case .p256(let key): VerificationKey(keyID: keyID, material: .p256(key.publicKey))
    case .ed25519(let key): VerificationKey(keyID: keyID, material: .ed25519(key.publicKey))
    }
  }

  package var algorithm: SigningAlgorithm { verificationKey.algorithm }

  /// Looked up where there is a memory, and computed where it does not know.
  func signature(
    over input: [UInt8], _ memory: SignatureMemory?
  ) throws(KeyFlaw) -> [UInt8] {
    guard let memory else { return try signature(over: input) }
    return try memory.signature(over: input, with: self)
  }

  /// The signature as a JWS carries it: 32 bytes for HS256, 64 for the others.
  func signature(over input: [UInt8]) throws(KeyFlaw) -> [UInt8] {
    switch material {
    case .secret(let secret): return Array(MessageCode.make(for: input, with: secret))
    case .p256(let key):
      guard let signature = try? key.signature(for: input) else { throw .signingFailed }
      return Array(signature.rawRepresentation)
    case .ed25519(let key):
      guard let signature = try? key.signature(for: input) else { throw .signingFailed }
      return Array(signature)
    }
  }
}
