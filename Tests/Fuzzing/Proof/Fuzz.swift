/// DPoP proofs and the addresses in them. An accepted proof says what the request was, is signed by
/// the key whose thumbprint comes out, and is never an access token.
import FuzzSupport
import JOSE
import TokenCore

private let verifier = DPoPVerifier(method: "POST", target: "https://as.example/token")
private let tokens = AccessTokenVerifier(
  keys: [Fixture.hs256.verificationKey, Fixture.edDSA.verificationKey],
  rules: AccessTokenRules(issuer: Fixture.issuer, audience: Fixture.audience))

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  checkTarget(String(decoding: input, as: UTF8.self))
  let proof = Forgery(input).token { _ in Fixture.edDSA }
  guard case .accepted(let claims, let thumbprint) = verifier.verify(proof, at: Fixture.now) else {
    return 0
  }
  expect(claims.method == "POST", "the method")
  expect(HTTPTarget(claims.target) == HTTPTarget("https://as.example/token"), "the target")
  expect(!claims.proofID.isEmpty && claims.proofID.utf8.count <= 256, "the limits of jti")
  guard case .success(let jws) = CompactJWS.parse(proof), let members = jws.header.embeddedKey,
    let key = try? JWK(
      parsing: String(decoding: JSONValue.object(members).serialized(), as: UTF8.self))
  else { preconditionFailure("an accepted proof holds a key") }
  expect(key.thumbprint == thumbprint, "the thumbprint of the key in the header")
  checkAgain(claims)
  if case .accepted = tokens.verify(proof, at: Fixture.now) {
    preconditionFailure("a proof was taken for an access token")
  }
  return 0
}

private func checkAgain(_ claims: DPoPProof) {
  guard let sealed = try? claims.sealed(with: Fixture.edDSA) else {
    preconditionFailure("a proof could not be sealed")
  }
  guard sealed.utf8.count <= CompactJWS.sizeLimit else { return }
  expect(
    verifier.verify(sealed, at: Fixture.now)
      == .accepted(claims, thumbprint: Fixture.edDSA.verificationKey.jwk.thumbprint),
    "sealed again, the same claims")
}

private func checkTarget(_ address: String) {
  guard let target = HTTPTarget(address) else { return }
  expect(HTTPTarget(target.description) == target, "one address has one spelling")
}
