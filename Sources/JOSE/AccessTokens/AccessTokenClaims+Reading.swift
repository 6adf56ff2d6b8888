import TokenCore

extension AccessTokenClaims {
  /// The claims that RFC 9068 §2.2 requires and the optional ones the lab knows; unknown claims are
  /// ignored (RFC 7519 §4). Issuer and audience are left empty for the rules to fill in, because
  /// whatever is wrong with those two is called a wrong issuer and a wrong audience.
  init(exceptIssuerAndAudience claims: JSONObject) throws(AccessTokenFlaw) {
    guard let subject = claims[.subject]?.asText, !subject.isEmpty else { throw .claimType }
    self.init(
      issuer: "",
      subject: subject,
      audience: [],
      clientID: try claims.require(claims.text(.clientID)),
      issuedAt: try claims.require(claims.date(.issuedAt)),
      notBefore: try claims.date(.notBefore),
      expiresAt: try claims.require(claims.date(.expiresAt)),
      tokenID: try claims.require(claims.text(.tokenID)),
      scope: try claims.text(.scope),
      authenticatedAt: try claims.date(.authenticatedAt),
      sessionID: try claims.text(.sessionID),
      tokenVersion: try claims.integer(.tokenVersion),
      usableUntil: claims.privateDate(.usableUntil),
      confirmation: try claims.thumbprint(),
      status: try claims.statusReference()
    )
  }
}

extension ParsedAccessToken {
  /// What it says, whoever it is by and for; nil where a claim is missing or of the wrong type.
  var statement: AccessTokenClaims? {
    guard var claims = try? AccessTokenClaims(exceptIssuerAndAudience: claims) else { return nil }
    claims.issuer = self.claims[.issuer]?.asText ?? ""
    let audience = self.claims[.audience]
    claims.audience =
      audience?.asText.map { [$0] }
      ?? Array((audience?.asArray ?? []).compactMap(\.asText).prefix(JSONObject.audienceLimit))
    return claims
  }
}

extension JSONObject {
  func issuer(wanted: String) throws(AccessTokenFlaw) -> String {
    guard let issuer = self[.issuer]?.asText, sameBytes(issuer, wanted) else {
      throw .wrongIssuer
    }
    return issuer
  }

  /// `aud` as a list (RFC 7519 §4.1.3). Without our identifier in it the rest does not matter; with it,
  /// everything beside it must be text as well.
  func audience(containing wanted: String) throws(AccessTokenFlaw) -> [String] {
    if let single = self[.audience]?.asText, sameBytes(single, wanted) { return [single] }
    guard let values = self[.audience]?.asArray else { throw .wrongAudience }
    guard values.count <= Self.audienceLimit else { throw .tooLarge }
    let audience = values.compactMap(\.asText)
    guard audience.contains(where: { sameBytes($0, wanted) }) else { throw .wrongAudience }
    guard audience.count == values.count else { throw .claimType }
    return audience
  }

  fileprivate static let audienceLimit = 16
}

extension JSONObject {
  fileprivate func require<Value>(_ value: Value?) throws(AccessTokenFlaw) -> Value {
    guard let value else { throw .missingClaim }
    return value
  }

  fileprivate func text(_ name: JSONName) throws(AccessTokenFlaw) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.asText else { throw .claimType }
    return text
  }

  /// A number of seconds that fits; fractions are rounded down to milliseconds (RFC 7519 §2).
  fileprivate func date(_ name: JSONName) throws(AccessTokenFlaw) -> NumericDate? {
    guard let value = self[name] else { return nil }
    guard let date = value.asNumber.flatMap(NumericDate.init) else { throw .claimType }
    return date
  }

  /// The same in a private claim: one of another type is somebody else's claim of the same name, and
  /// nothing to a verifier that goes by the RFC (RFC 7519 §4).
  fileprivate func privateDate(_ name: JSONName) -> NumericDate? {
    self[name]?.asNumber.flatMap(NumericDate.init)
  }

  fileprivate func integer(_ name: JSONName) throws(AccessTokenFlaw) -> Int? {
    guard let value = self[name] else { return nil }
    guard let whole = value.asNumber?.whole else { throw .claimType }
    return Int(exactly: whole)
  }

  /// `cnf.jkt` (RFC 9449 §6.1); other ways to confirm are not understood here and ignored
  /// (RFC 7800 §3.1).
  fileprivate func thumbprint() throws(AccessTokenFlaw) -> String? {
    guard let confirmation = self[.confirmation] else { return nil }
    guard let members = confirmation.asObject else { throw .claimType }
    return try members.text(.thumbprint)
  }

  /// `status.status_list` (draft-ietf-oauth-status-list §6.2); other ways to say where a status is
  /// found are not understood here and ignored.
  fileprivate func statusReference() throws(AccessTokenFlaw) -> StatusReference? {
    guard let status = self[.status] else { return nil }
    guard let ways = status.asObject else { throw .claimType }
    guard let list = ways[.statusList] else { return nil }
    guard let members = list.asObject, let index = try members.integer(.index), index >= 0,
      let uri = try members.text(.uri)
    else { throw .claimType }
    return StatusReference(index: index, uri: uri)
  }
}

extension JSONName {
  static let issuer = JSONName("iss")
  static let subject = JSONName("sub")
  static let audience = JSONName("aud")
  static let clientID = JSONName("client_id")
  static let issuedAt = JSONName("iat")
  static let notBefore = JSONName("nbf")
  static let expiresAt = JSONName("exp")
  static let tokenID = JSONName("jti")
  static let scope = JSONName("scope")
  static let authenticatedAt = JSONName("auth_time")
  static let sessionID = JSONName("sid")
  static let tokenVersion = JSONName("token_version")
  static let usableUntil = JSONName("useExp")
  static let confirmation = JSONName("cnf")
  static let thumbprint = JSONName("jkt")
  static let status = JSONName("status")
  static let statusList = JSONName("status_list")
  static let index = JSONName("idx")
  static let uri = JSONName("uri")
}
