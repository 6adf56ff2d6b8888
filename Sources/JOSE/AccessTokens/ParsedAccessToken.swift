import TokenCore

/// An access token taken apart: header and claims are JSON objects, and that is all that is known.
package struct ParsedAccessToken: Sendable {
  package let jws: CompactJWS
  package let claims: JSONObject

  init(parsing token: String) throws(AccessTokenFlaw) {
    jws = try CompactJWS(parsing: token)
    try Self.checkKeyReferences(in: jws.header)
    claims = try JSONObject(parsing: jws.payload, otherwise: .jsonInvalid)
  }

  /// Keys come from the issuer's configuration, never from the token (RFC 9068 §4, RFC 8725 §3.10):
  /// nothing is fetched. A `jwk` is a public key by definition (RFC 7515 §4.1.3), so a symmetric one
  /// refers to nothing; it is ignored and the signature decides.
  private static func checkKeyReferences(in header: JOSEHeader) throws(AccessTokenFlaw) {
    for name in [JSONName.keySetURL, .certificateURL, .certificates]
    where header.members[name] != nil {
      throw .untrustedKeyReference
    }
    guard let embedded = header.embeddedKey else { return }
    let isSymmetric = embedded[.keyType] == .text("oct")
    guard isSymmetric else { throw .untrustedKeyReference }
  }

  /// The keys that may have signed this token (RFC 7515 §5.2). `alg` must be that of some configured
  /// key, `kid` chooses among the keys, and what it chooses must be for that `alg`. Without `kid`
  /// these are all keys for that `alg`.
  func candidates(
    among keys: [VerificationKey]
  ) throws(AccessTokenFlaw) -> [VerificationKey] {
    guard let algorithm = jws.header.signingAlgorithm,
      keys.contains(where: { $0.algorithm == algorithm })
    else { throw .algorithmNotAllowed }
    var candidates = keys
    candidates.removeAll { !$0.isMeant(by: jws.header.keyID) }
    guard !candidates.isEmpty else { throw .unknownKey }
    candidates.removeAll { $0.algorithm != algorithm }
    guard !candidates.isEmpty else { throw .keyAlgorithmMismatch }
    return candidates
  }

  func signer(
    among candidates: [VerificationKey], _ memory: SignatureMemory? = nil
  ) throws(AccessTokenFlaw) -> VerificationKey {
    for key in candidates where jws.isSigned(by: key, memory) { return key }
    throw .badSignature
  }
}

extension VerificationKey {
  /// `kid` is a hint for looking keys up and nothing else (RFC 7515 §4.1.4).
  fileprivate func isMeant(by keyID: String?) -> Bool {
    guard let keyID, let ours = self.keyID else { return true }
    return sameBytes(ours, keyID)
  }
}

extension JSONName {
  static let keySetURL = JSONName("jku")
  static let certificateURL = JSONName("x5u")
  static let certificates = JSONName("x5c")
  static let keyType = JSONName("kty")
}
