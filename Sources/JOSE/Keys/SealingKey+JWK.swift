extension SealingKey {
  /// Takes a private key; its public part must belong to it.
  package init(_ jwk: JWK) throws(KeyFlaw) {
    let claimed = try VerificationKey(jwk)
    switch jwk.material {
    case .secret(let secret): try self.init(secret: secret, keyID: jwk.keyID)
    case .p256(_, _, let d?): try self.init(p256: d, keyID: jwk.keyID)
    case .ed25519(_, let d?): try self.init(ed25519: d, keyID: jwk.keyID)
    case .p256, .ed25519, .rsa: throw .notPrivate
    }
    guard verificationKey.jwk.thumbprint == claimed.jwk.thumbprint else { throw .invalid }
  }
}
