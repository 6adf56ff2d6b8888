/// A key of the authorization server, which nobody else is to have: who holds it makes tokens.
public struct SigningKey: Hashable, Sendable {
  /// What an API needs, and what `kid` says.
  public let verifyingKey: VerifyingKey
  /// 32 bytes: the seed of an Ed25519 key (RFC 8032 §5.1.5), or an HS256 secret.
  public let secret: [UInt8]

  /// Takes a secret of exactly 32 bytes, from which the key's other half is computed; one of another
  /// length stops the program.
  public init(
    keyID: String, for signature: TokenSignature, secret: [UInt8],
    _ cryptography: some TokenCryptography
  ) {
    precondition(secret.count == 32, "a signing key has 32 bytes, not \(secret.count)")
    let material: VerifyingKey.Material =
      switch signature {
      case .ed25519: .ed25519(publicKey: cryptography.publicKey(ofSeed: secret))
      case .hs256: .hs256(secret: secret)
      }
    self.init(VerifyingKey(keyID: keyID, material), secret: secret)
  }

  init(_ verifyingKey: VerifyingKey, secret: [UInt8]) {
    self.verifyingKey = verifyingKey
    self.secret = secret
  }

  /// The pair of the same name that grows from the same secret.
  func asPair(_ cryptography: some TokenCryptography) -> SigningKey {
    SigningKey(keyID: keyID, for: .ed25519, secret: secret, cryptography)
  }

  /// `kid` of what it signs.
  public var keyID: String { verifyingKey.keyID }
  /// How it signs.
  public var signature: TokenSignature { verifyingKey.signature }
}

/// What a resource server holds of a key: enough to check a signature.
public struct VerifyingKey: Hashable, Sendable {
  /// What a token's `kid` is compared with.
  public let keyID: String
  /// The public half of a pair, or the shared secret itself.
  public let material: Material

  /// 32 bytes of either kind.
  public enum Material: Hashable, Sendable {
    /// A point that says nothing about the seed (RFC 8037 §2). It may be known to anybody.
    case ed25519(publicKey: [UInt8])
    /// The secret that signs as well. It is handed over and never published (RFC 7517 §9.2).
    case hs256(secret: [UInt8])
  }

  /// Takes 32 bytes; another number stops the program.
  public init(keyID: String, _ material: Material) {
    self.keyID = keyID
    self.material = material
    precondition(bytes.count == 32, "a key has 32 bytes, not \(bytes.count)")
  }

  /// How tokens that it verifies were signed.
  public var signature: TokenSignature {
    switch material {
    case .ed25519: .ed25519
    case .hs256: .hs256
    }
  }

  /// What whoever holds it can sign with: nothing, unless it is a shared secret.
  public var signingKey: SigningKey? {
    switch material {
    case .ed25519: nil
    case .hs256(let secret): SigningKey(self, secret: secret)
    }
  }

  var bytes: [UInt8] {
    switch material {
    case .ed25519(let publicKey): publicKey
    case .hs256(let secret): secret
    }
  }
}
