/// The access-token verifier. Whatever it accepts is read the same way twice, is signed (asked of
/// the library directly), is JSON for Foundation too, and survives being sealed again. Whatever it
/// can parse can be taken apart and put together with a part changed.
import Crypto
import Foundation
import FuzzSupport
import JOSE
import TokenCore

private let verifier = AccessTokenVerifier(
  keys: [Fixture.hs256.verificationKey, Fixture.edDSA.verificationKey],
  rules: AccessTokenRules(issuer: Fixture.issuer, audience: Fixture.audience, leeway: .seconds(30)))

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let token = Forgery(bytes(start, count)).token { header in
    String(decoding: header, as: UTF8.self).contains("Ed") ? Fixture.edDSA : Fixture.hs256
  }
  let verdict = verifier.verify(token, at: Fixture.now)
  checkStages(of: token, against: verdict)
  checkAnatomy(of: token)
  guard case .accepted(let claims) = verdict else { return 0 }
  checkSignature(of: token)
  checkAgain(claims, token)
  return 0
}

/// The three stages, asked one by one, accept together what the whole accepts.
private func checkStages(of token: String, against verdict: AccessTokenVerdict) {
  var isAccepted = false
  if case .accepted = verdict { isAccepted = true }
  guard case .success(let parsed) = AccessTokenVerifier.parse(token) else {
    expect(!isAccepted, "what is accepted can be parsed")
    return
  }
  var isSigned = false
  if case .success = verifier.signer(of: parsed) { isSigned = true }
  var isJudgedGood = false
  if case .accepted = verifier.judge(parsed, at: Fixture.now) { isJudgedGood = true }
  expect(isAccepted == (isSigned && isJudgedGood), "the stages agree with the whole")
}

/// What can be parsed can be taken apart, and with a claim changed it can be again.
private func checkAnatomy(of token: String) {
  let lab = LabCryptography()
  let anatomy = lab.anatomy(of: token)
  if case .success(let parsed) = AccessTokenVerifier.parse(token) {
    expect(anatomy?.claims.count == parsed.claims.members.count, "parsed and taken apart")
  }
  guard let anatomy, let claim = anatomy.claims.first, let member = anatomy.header.last else {
    return
  }
  for json in [claim.json, member.json, "-1.5e9", nil] {
    if let changed = lab.replacing(claim: claim.name, with: json, in: token) {
      let after = lab.anatomy(of: changed)
      expect(after?.header == anatomy.header && after?.signature == anatomy.signature, "the rest")
      expect(json == nil || after?.claims.first?.json == json, "the claim")
    }
    if let changed = lab.replacing(headerMember: member.name, with: json, in: token) {
      expect(lab.anatomy(of: changed)?.claims == anatomy.claims, "the claims as they were")
    }
  }
}

private func checkSignature(of token: String) {
  let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  expect(parts.count == 3, "two dots")
  let signature = foundationBase64(parts[2])
  let input = Array("\(parts[0]).\(parts[1])".utf8)
  let code = HMAC<SHA256>.isValidAuthenticationCode(
    signature, authenticating: input, using: SymmetricKey(data: Fixture.secret))
  let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Fixture.secret).publicKey
  expect(
    code || key?.isValidSignature(signature, for: input) == true, "the signature is genuine")
  for part in parts[..<2] {
    let object = try? JSONSerialization.jsonObject(with: foundationBase64(part))
    expect(object is [String: Any], "an object for Foundation too")
  }
}

private func checkAgain(_ claims: AccessTokenClaims, _ token: String) {
  expect(verifier.verify(token, at: Fixture.now) == .accepted(claims), "the same answer twice")
  for key in [Fixture.hs256, Fixture.edDSA] {
    guard let sealed = try? claims.sealed(with: key) else {
      preconditionFailure("claims could not be sealed")
    }
    guard sealed.utf8.count <= CompactJWS.sizeLimit else { continue }
    expect(
      verifier.verify(sealed, at: Fixture.now) == .accepted(claims), "sealed again, the same claims"
    )
  }
}

private func foundationBase64(_ text: String) -> Data {
  let standard = text.replacing("-", with: "+").replacing("_", with: "/")
  let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
  return Data(base64Encoded: standard + padding) ?? Data()
}
