import TokenCore

extension AccessTokenClaims {
  /// A compact JWS of type `at+jwt` (RFC 9068 §2.1) under any of the three algorithms.
  package func sealed(with key: SealingKey) throws(KeyFlaw) -> String {
    let header = Self.header(algorithm: key.algorithm, keyID: key.keyID)
    return try CompactJWS.seal(header: header, payload: serialized(), with: key)
  }

  /// `alg`, `typ`, `kid` and nothing else: some libraries refuse headers they do not know.
  static func header(
    algorithm: SigningAlgorithm, type: TokenType = .accessToken, keyID: String?
  ) -> [UInt8] {
    var writer = JSONWriter(capacity: 96)
    writer.write("alg", algorithm.rawValue)
    writer.write("typ", type.rawValue)
    if let keyID { writer.write("kid", keyID) }
    return writer.finish()
  }

  /// The claims set as JSON, always in the same order: the same claims give the same bytes.
  func serialized() -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    writer.write("iss", issuer)
    writer.write("sub", subject)
    writer.write("aud", audience)
    writer.write("client_id", clientID)
    writer.write("iat", issuedAt)
    if let notBefore { writer.write("nbf", notBefore) }
    writer.write("exp", expiresAt)
    writer.write("jti", tokenID)
    if let scope { writer.write("scope", scope) }
    if let authenticatedAt { writer.write("auth_time", authenticatedAt) }
    if let sessionID { writer.write("sid", sessionID) }
    if let tokenVersion { writer.write("token_version", Int64(tokenVersion)) }
    if let usableUntil { writer.write("useExp", usableUntil) }
    if let confirmation { writer.write("cnf", object: [("jkt", confirmation)]) }
    if let reference = status {
      writer.write("status") { ways in
        ways.write("status_list") { list in
          list.write("idx", Int64(reference.index))
          list.write("uri", reference.uri)
        }
      }
    }
    return writer.finish()
  }
}
