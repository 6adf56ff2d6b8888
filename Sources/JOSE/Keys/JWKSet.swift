/// A JWK Set (RFC 7517 §5): the keys that could be read, and why the others could not.
package struct JWKSet: Sendable {
  package let keys: [JWK]
  /// One reason for each key that was passed over. A set with keys of the future must still work.
  package let skipped: [KeyFlaw]

  /// 64 KiB: room for hundreds of keys.
  package static let sizeLimit = 65536

  /// Throws only if there is no `keys` array; unusable keys in it are skipped.
  package init(parsing json: String) throws(KeyFlaw) {
    guard json.utf8.count <= Self.sizeLimit,
      let set = try? JSONScanner.read(Array(json.utf8)).asObject,
      let elements = set["keys"]?.asArray
    else { throw .unreadable }
    var (keys, skipped): ([JWK], [KeyFlaw]) = ([], [])
    for element in elements {
      do throws(KeyFlaw) {
        guard let members = element.asObject else { throw .unreadable }
        keys.append(try JWK(members))
      } catch {
        skipped.append(error)
      }
    }
    self.keys = keys
    self.skipped = skipped
  }

  /// The keys that can verify a signature here; RSA keys, keys for encryption and broken ones are
  /// left out.
  package var verificationKeys: [VerificationKey] {
    keys.compactMap { try? VerificationKey($0) }
  }

  /// The document a server would publish: public keys only, so for shared secrets an empty set.
  package static func document(publishing keys: [VerificationKey]) -> String {
    let published = keys.compactMap { $0.jwk.published }
    let set = JSONObject(members: [JSONMember("keys", .array(published))])
    return String(decoding: JSONValue.object(set).serialized(), as: UTF8.self)
  }
}
