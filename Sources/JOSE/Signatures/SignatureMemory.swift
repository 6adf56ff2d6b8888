import Crypto
import Synchronization
import TokenCore

/// Ed25519 keys that were made of their seeds, and signatures that are known to be good.
///
/// Both are functions of what is looked up here (RFC 8032 §5.1.5, §5.1.6: a seed has one key, and a key
/// one signature for a text), so nothing but time depends on what is remembered. The lab signs and
/// checks in one process, and a run that is played again signs the same texts again.
final class SignatureMemory: Sendable {
  private let keys = Mutex(Recent<[UInt8], Curve25519.Signing.PrivateKey>(limit: 64))
  private let signatures = Mutex(Recent<SignedText, [UInt8]>(limit: 1024))

  /// The key with that seed of 32 bytes.
  func key(ofSeed seed: [UInt8]) -> Curve25519.Signing.PrivateKey {
    keys.withLock { keys in
      if let key = keys[seed] { return key }
      let key = Ed25519Key.of(seed: seed)
      keys[seed] = key
      return key
    }
  }

  /// The signature as `SealingKey` makes it.
  func signature(over text: [UInt8], with key: SealingKey) throws(KeyFlaw) -> [UInt8] {
    guard case .ed25519(let pair) = key.material else { return try key.signature(over: text) }
    let signed = SignedText(publicKey: Array(pair.publicKey.rawRepresentation), text: text)
    if let known = signatures.withLock({ $0[signed] }) { return known }
    let signature = try key.signature(over: text)
    signatures.withLock { $0[signed] = signature }
    return signature
  }

  /// What `VerificationKey` says of the signature.
  func isValid(_ signature: [UInt8], over text: [UInt8], by key: VerificationKey) -> Bool {
    guard case .ed25519(let publicKey) = key.material else {
      return key.isValid(signature, over: text)
    }
    let signed = SignedText(publicKey: Array(publicKey.rawRepresentation), text: text)
    if signatures.withLock({ $0[signed] }) == signature { return true }
    guard key.isValid(signature, over: text) else { return false }
    signatures.withLock { $0[signed] = signature }
    return true
  }
}

/// A text, and the public key that its signature is for.
private struct SignedText: Hashable {
  let publicKey: [UInt8]
  let text: [UInt8]
}

/// What was looked up lately: when the newer half has as many entries as it may, the older one goes.
private struct Recent<Key: Hashable, Value> {
  let limit: Int
  private var newer: [Key: Value] = [:]
  private var older: [Key: Value] = [:]

  init(limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? {
    mutating get {
      if let value = newer[key] { return value }
      guard let value = older[key] else { return nil }
      self[key] = value
      return value
    }
    set {
      if newer.count >= limit { (older, newer) = (newer, [:]) }
      newer[key] = newValue
    }
  }
}
