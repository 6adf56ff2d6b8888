import Crypto
import TokenCore

/// A key that a verifier was given, with the only algorithm it is ever used for (RFC 8725 §3.1).
///
/// The algorithm follows from the kind of key and cannot be chosen beside it: that is what ends
/// algorithm confusion, where a public key is taken for a shared secret.
package struct VerificationKey: Sendable {
  /// What a token's `kid` is compared with. A key without one is tried for every token.
  package let keyID: String?
  let material: Material

  enum Material: Sendable {
    case secret([UInt8])
    case p256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
  }

  init(keyID: String?, material: Material) {
    self.keyID = keyID
    self.material = material
  }

  /// A shared secret for HS256: 32 bytes or more, because a password is guessed from one token.
  package init(secret: [UInt8], keyID: String? = nil) throws(KeyFlaw) {
    guard secret.count >= 32 else { throw .weak }
    self.init(keyID: keyID, material: .secret(secret))
  }

  /// What the lab's server gave out, whose length it has checked already.
  package init(_ key: VerifyingKey) {
    switch key.material {
    case .hs256(let secret): self.init(keyID: key.keyID, material: .secret(secret))
    case .ed25519(let publicKey):
      self.init(keyID: key.keyID, material: .ed25519(Ed25519Key.of(publicKey: publicKey)))
    }
  }

  package var algorithm: SigningAlgorithm {
    switch material {
    case .secret: .hs256
    case .p256: .es256
    case .ed25519: .edDSA
    }
  }

  /// Whether this key made the signature. Any length of signature is taken and only the right one
  /// accepted; ES256 wants the 64 bytes R‖S and not DER (RFC 7518 §3.4).
  func isValid(_ signature: [UInt8], over input: [UInt8]) -> Bool {
    switch material {
    case .secret(let secret):
      return MessageCode.isValid(signature, for: input, with: secret)
    case .p256(let key):
      guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
        return false
      }
      return key.isValidSignature(signature, for: input)
    case .ed25519(let key):
      return key.isValidSignature(signature, for: input)
    }
  }
}
