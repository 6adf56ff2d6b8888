/// Readers of keys: JWK, JWK set and PEM. What is published of a key reads back as the same key and
/// holds nothing secret; what signs is verified by its other half.
import FuzzSupport
import JOSE

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = text(start, count) else { return 0 }
  if let set = try? JWKSet(parsing: text) {
    for key in set.keys { check(key) }
    let usable = set.verificationKeys
    let document = JWKSet.document(publishing: usable)
    guard document.utf8.count <= JWKSet.sizeLimit else { return 0 }
    let again = try? JWKSet(parsing: document)
    let published = usable.filter { $0.algorithm.isAsymmetric }
    expect(again?.keys.map(\.thumbprint) == published.map(\.jwk.thumbprint), "what is published")
  }
  if let key = try? JWK(parsing: text) { check(key) }
  if let key = try? VerificationKey(pem: text, keyID: "pem") { check(key.jwk) }
  if let key = try? SealingKey(pem: text, keyID: "pem") { checkSigning(with: key) }
  return 0
}

private func check(_ key: JWK) {
  if let published = key.published {
    let document = String(decoding: published.serialized(), as: UTF8.self)
    for name in ["d", "k", "p", "q"] {
      expect(published.asObject?[JSONName(name)] == nil, "nothing secret is published")
    }
    guard document.utf8.count <= CompactJWS.sizeLimit else { return }
    expect((try? JWK(parsing: document))?.thumbprint == key.thumbprint, "published, the same key")
  }
  if let sealing = try? SealingKey(key) {
    checkSigning(with: sealing)
    expect((try? VerificationKey(key)) != nil, "what signs also verifies")
  }
}

private func checkSigning(with key: SealingKey) {
  let parts = (Array(#"{"alg":"\#(key.algorithm.rawValue)"}"#.utf8), Array("{}".utf8))
  guard let token = try? CompactJWS.seal(header: parts.0, payload: parts.1, with: key) else {
    preconditionFailure("a key that was taken does not sign")
  }
  let verifier = AccessTokenVerifier(
    keys: [key.verificationKey], rules: AccessTokenRules(issuer: "", audience: ""))
  guard case .success(let parsed) = AccessTokenVerifier.parse(token),
    case .success = verifier.signer(of: parsed)
  else { preconditionFailure("a key does not open what it signed") }
}
