import TokenCore

extension AccessTokenClaims {
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
    if let confirmation { writer.write("cnf", object: [("jkt", confirmation)]) }
    return writer.finish()
  }
}
