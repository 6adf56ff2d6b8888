import Crypto

extension JWK {
  /// The name that a key gives itself (RFC 7638 §3): SHA-256 over the required members in
  /// alphabetical order, in base64url. The private key has that of its public key (§3.2.1).
  package var thumbprint: String {
    var writer = JSONWriter()
    switch material {
    case .secret(let secret):
      writer.write("k", Base64URL.encode(secret))
      writer.write("kty", "oct")
    case .p256(let x, let y, _):
      writer.write("crv", "P-256")
      writer.write("kty", "EC")
      writer.write("x", Base64URL.encode(x))
      writer.write("y", Base64URL.encode(y))
    case .ed25519(let x, _):
      writer.write("crv", "Ed25519")
      writer.write("kty", "OKP")
      writer.write("x", Base64URL.encode(x))
    case .rsa(let modulus, let exponent):
      writer.write("e", Base64URL.encode(exponent))
      writer.write("kty", "RSA")
      writer.write("n", Base64URL.encode(modulus))
    }
    return Base64URL.encode(Array(SHA256.hash(data: writer.finish())))
  }
}
