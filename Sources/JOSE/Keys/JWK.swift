import TokenCore

/// A JSON Web Key (RFC 7517), read but not yet trusted with anything.
package struct JWK: Sendable {
  package var keyID: String?
  /// `alg`: the only algorithm the key is for, if it says so (RFC 7517 §4.4).
  package var algorithm: String?
  /// `use`: `sig` for signatures (RFC 7517 §4.2).
  package var use: String?
  package let material: Material

  /// The numbers of the key. The private part, `d`, is there in private keys only.
  package enum Material: Sendable {
    /// `oct`: a shared secret (RFC 7518 §6.4).
    case secret([UInt8])
    /// `EC` with `P-256`: two coordinates of 32 bytes (RFC 7518 §6.2).
    case p256(x: [UInt8], y: [UInt8], d: [UInt8]?)
    /// `OKP` with `Ed25519` (RFC 8037 §2).
    case ed25519(x: [UInt8], d: [UInt8]?)
    /// `RSA`: known for its thumbprint and for nothing else.
    case rsa(modulus: [UInt8], exponent: [UInt8])
  }

  package init(
    _ material: Material, keyID: String? = nil, algorithm: String? = nil, use: String? = nil
  ) {
    self.material = material
    self.keyID = keyID
    self.algorithm = algorithm
    self.use = use
  }

  /// Reads one key. Unknown members are ignored (RFC 7517 §4).
  package init(parsing json: String) throws(KeyFlaw) {
    guard json.utf8.count <= CompactJWS.sizeLimit,
      let members = try? JSONScanner.read(Array(json.utf8)).asObject
    else { throw .unreadable }
    try self.init(members)
  }
}

extension JWK {
  /// The kinds of key that have no algorithm here are `unsupported`, malformed ones `unreadable`.
  init(_ members: JSONObject) throws(KeyFlaw) {
    self.init(
      try Material(members), keyID: try members.optionalText(.keyID),
      algorithm: try members.optionalText(.algorithm), use: try members.optionalText("use"))
  }

  /// Whether an object holds anything that must stay with its owner: the private and symmetric
  /// parameters of RFC 7518 §6.2.2, §6.3.2 and §6.4.1.
  static func hasPrivatePart(_ members: JSONObject) -> Bool {
    ["d", "p", "q", "dp", "dq", "qi", "oth", "k"].contains { members[JSONName($0)] != nil }
  }
}

extension JWK.Material {
  fileprivate init(_ members: JSONObject) throws(KeyFlaw) {
    guard let type = members[.keyType]?.asText else { throw .unreadable }
    let curve = members["crv"]?.asText
    if sameBytes(type, "oct") {
      self = .secret(try members.bytes("k"))
    } else if sameBytes(type, "RSA") {
      self = .rsa(modulus: try members.bytes("n"), exponent: try members.bytes("e"))
    } else if sameBytes(type, "EC"), curve.map({ sameBytes($0, "P-256") }) == true {
      self = .p256(
        x: try members.bytes("x"), y: try members.bytes("y"), d: try members.privateBytes())
    } else if sameBytes(type, "OKP"), curve.map({ sameBytes($0, "Ed25519") }) == true {
      self = .ed25519(x: try members.bytes("x"), d: try members.privateBytes())
    } else {
      throw .unsupported
    }
  }
}

extension JSONObject {
  fileprivate func optionalText(_ name: JSONName) throws(KeyFlaw) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.asText else { throw .unreadable }
    return text
  }

  fileprivate func bytes(_ name: JSONName) throws(KeyFlaw) -> [UInt8] {
    guard let bytes = self[name]?.asText.flatMap(Base64URL.decode) else { throw .unreadable }
    return bytes
  }

  fileprivate func privateBytes() throws(KeyFlaw) -> [UInt8]? {
    self["d"] == nil ? nil : try bytes("d")
  }
}
