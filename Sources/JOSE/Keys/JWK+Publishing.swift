extension JWK {
  /// The public members as a JSON value, or nil for a shared secret, which is never published
  /// (RFC 7517 §9.2). Private parts are left out.
  package var published: JSONValue? {
    var members: [JSONMember]
    switch material {
    case .secret: return nil
    case .p256(let x, let y, _):
      members = [
        .init("kty", .text("EC")), .init("crv", .text("P-256")), .init("x", .base64URL(x)),
        .init("y", .base64URL(y)),
      ]
    case .ed25519(let x, _):
      members = [
        .init("kty", .text("OKP")), .init("crv", .text("Ed25519")), .init("x", .base64URL(x)),
      ]
    case .rsa(let modulus, let exponent):
      members = [
        .init("kty", .text("RSA")), .init("n", .base64URL(modulus)),
        .init("e", .base64URL(exponent)),
      ]
    }
    if let keyID { members.append(.init("kid", .text(keyID))) }
    if let use { members.append(.init("use", .text(use))) }
    if let algorithm { members.append(.init("alg", .text(algorithm))) }
    return .object(JSONObject(members: members))
  }
}

extension JSONValue {
  fileprivate static func base64URL(_ bytes: [UInt8]) -> JSONValue {
    .text(Base64URL.encode(bytes))
  }
}
