import JOSE
import TokenCore

/// A DPoP proof says of itself what a server compares (RFC 9449 §4.3), and brings its key along: so
/// whether it is one can be checked without a configuration, and whose it is cannot.
extension Evidence {
  /// Nil for a token that is no proof.
  var proof: [String] {
    let type = headerMember("typ")?.asText?.lowercased() ?? ""
    guard type.replacing("application/", with: "") == "dpop+jwt" else { return [] }
    let target = claim("htu")?.asText ?? ""
    let verifier = DPoPVerifier(
      method: claim("htm")?.asText ?? "", target: target, window: nil)
    switch verifier.verify(token, at: circumstances.now) {
    case .refused(let flaw):
      return ["No server takes this proof: \(flaw.rawValue.replacing("_", with: " "))."]
    case .accepted(let proof, let thumbprint):
      return [
        "The key that it brings has signed it. Its thumbprint, \(thumbprint), is what cnf.jkt of a "
          + "token has to say that it goes with (RFC 9449 §6.1).",
        accessToken(of: proof), nonce(of: proof),
      ]
    }
  }

  private func accessToken(of proof: DPoPProof) -> String {
    guard let hash = proof.accessTokenHash else {
      return "It has no ath: it is for a request without an access token, and no API takes it "
        + "(RFC 9449 §4.3)."
    }
    return Base64URL.decode(hash)?.count == 32
      ? "ath names the one access token that it goes with, by its SHA-256 (RFC 9449 §4.2)."
      : "ath is no SHA-256 in base64url, so it goes with no access token (RFC 9449 §4.2)."
  }

  private func nonce(of proof: DPoPProof) -> String {
    proof.nonce == nil
      ? "It has no nonce: only iat says when it was made, which whoever has the key writes "
        + "(RFC 9449 §11.2)."
      : "It contains a nonce: it was made after a server had given that (RFC 9449 §8)."
  }
}
