import TokenCore

extension DPoPProof {
  /// Longer ones would let a stranger fill the memory that replay is noticed by (RFC 9449 §11.1).
  static let proofIDLimit = 256

  /// The claims of RFC 9449 §4.2; `ath` and `nonce` may be missing, others are ignored.
  init(_ claims: JSONObject) throws(DPoPFlaw) {
    self.init(
      proofID: try claims.require("jti"), method: try claims.require("htm"),
      target: try claims.require("htu"), issuedAt: try claims.issuedAt(),
      accessTokenHash: try claims.text("ath"), nonce: try claims.text("nonce"))
    guard !proofID.isEmpty else { throw .claimType }
    guard proofID.utf8.count <= Self.proofIDLimit else { throw .proofIDTooLong }
  }
}

extension JSONObject {
  fileprivate func require(_ name: JSONName) throws(DPoPFlaw) -> String {
    guard let text = try text(name) else { throw .missingClaim }
    return text
  }

  fileprivate func text(_ name: JSONName) throws(DPoPFlaw) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.asText else { throw .claimType }
    return text
  }

  fileprivate func issuedAt() throws(DPoPFlaw) -> NumericDate {
    guard let value = self[.issuedAt] else { throw .missingClaim }
    guard let date = value.asNumber.flatMap(NumericDate.init) else { throw .claimType }
    return date
  }
}
