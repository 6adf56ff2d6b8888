import TokenCore
import Crypto

extension VerificationKey {
  /// Takes a key's public part. The key must not be meant for anything else than signatures with its
  /// one algorithm (RFC 7517 §4.2, §4.4).
  package init(_ jwk: JWK) throws(KeyFlaw) {
    switch jwk.material {
    case .secret(let secret): try self.init(secret: secret, keyID: jwk.keyID)
    case .p256(let x, let y, _):
      self.init(keyID: jwk.keyID, material: .p256(try Self.point(x, y)))
    case .ed25519(let x, _):
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else {
        throw .invalid
      }
      self.init(keyID: jwk.keyID, material: .ed25519(key))
    case .rsa: throw .unsupported
    }
    try checkPurpose(of: jwk)
  }

  /// The key as a JWK, with its purpose. A shared secret is included; `published` leaves it out.
  package var jwk: JWK {
    JWK(publicMaterial, keyID: keyID, algorithm: algorithm.rawValue, use: "sig")
  }

  private var publicMaterial: JWK.Material {
    switch material {
    case .secret(let secret): return .secret(secret)
    case .p256(let key):
      let coordinates = Array(key.rawRepresentation)
      return .p256(x: Array(coordinates.prefix(32)), y: Array(coordinates.suffix(32)), d: nil)
    case .ed25519(let key): return .ed25519(x: Array(key.rawRepresentation), d: nil)
    }
  }

  /// Both coordinates have 32 bytes, leading zeros included (RFC 7518 §6.2.1.2), and lie on the curve.
  private static func point(
    _ x: [UInt8], _ y: [UInt8]
  ) throws(KeyFlaw) -> P256.Signing.PublicKey {
    guard x.count == 32, y.count == 32,
      let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
    else { throw .invalid }
    return key
  }

  private func checkPurpose(of jwk: JWK) throws(KeyFlaw) {
    let isForSignatures = jwk.use.map { sameBytes($0, "sig") } ?? true
    let named = jwk.algorithm.map(SigningAlgorithm.init(headerName:)) ?? algorithm
    guard isForSignatures, named == algorithm else { throw .otherUse }
  }
}
