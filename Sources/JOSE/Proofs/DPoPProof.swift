import Crypto
import TokenCore

/// What a client says about one request to show that it holds a key (RFC 9449 §4.2).
package struct DPoPProof: Equatable, Sendable {
  /// `jti`: new for every proof; what replay is noticed by.
  package var proofID: String
  /// `htm`: the method of the request.
  package var method: String
  /// `htu`: the address of the request, without query and fragment.
  package var target: String
  package var issuedAt: NumericDate
  /// `ath`: the hash of the access token that the request carries, if it does.
  package var accessTokenHash: String?
  /// `nonce`: the last value the server gave out, once it did (RFC 9449 §8).
  package var nonce: String?

  package init(
    proofID: String, method: String, target: String, issuedAt: NumericDate,
    accessTokenHash: String? = nil, nonce: String? = nil
  ) {
    self.proofID = proofID
    self.method = method
    self.target = target
    self.issuedAt = issuedAt
    self.accessTokenHash = accessTokenHash
    self.nonce = nonce
  }

  /// SHA-256 over the access token's characters, in base64url (RFC 9449 §4.2).
  package static func hash(ofAccessToken token: String) -> String {
    Base64URL.encode(Array(SHA256.hash(data: Array(token.utf8))))
  }

  /// A compact JWS of type `dpop+jwt` with the public key in its header. The key must be asymmetric.
  /// Only an Ed25519 key gives the same bytes each time.
  package func sealed(with key: SealingKey) throws(KeyFlaw) -> String {
    try sealed(with: key, nil)
  }

  func sealed(with key: SealingKey, _ memory: SignatureMemory?) throws(KeyFlaw) -> String {
    let verificationKey = key.verificationKey
    guard let published = JWK(verificationKey.jwk.material).published else {
      throw .otherUse
    }
    let header = JSONObject(members: [
      JSONMember("typ", .text("dpop+jwt")),
      JSONMember("alg", .text(key.algorithm.rawValue)),
      JSONMember("jwk", published),
    ])
    return try CompactJWS.seal(
      header: JSONValue.object(header).serialized(), payload: serialized(), with: key,
      memory)
  }

  private func serialized() -> [UInt8] {
    var writer = JSONWriter(capacity: 256)
    writer.write("jti", proofID)
    writer.write("htm", method)
    writer.write("htu", target)
    writer.write("iat", issuedAt)
    if let accessTokenHash { writer.write("ath", accessTokenHash) }
    if let nonce { writer.write("nonce", nonce) }
    return writer.finish()
  }
}
