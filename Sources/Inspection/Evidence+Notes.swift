import JOSE
import TokenCore

extension Evidence {
  /// What a reader should know beyond the verdicts, most surprising first.
  package var notes: [String] {
    [opaque, otherKind].compactMap(\.self) + proof
      + [confusion, wrongFile, skippedKeys, symmetricKey, binding].compactMap(\.self)
  }

  private var opaque: String? {
    guard shape == .opaque else { return nil }
    return "An API asks the server about such a token: introspection (RFC 7662 §2). Refresh tokens "
      + "look like this as well, and no API takes one."
  }

  /// Other tokens of the same make, told apart by `typ` (RFC 8725 §3.11) or by a claim of their own.
  private var otherKind: String? {
    let type = headerMember("typ")?.asText?.lowercased() ?? ""
    switch type.replacing("application/", with: "") {
    case "dpop+jwt":
      return "This is a DPoP proof. It shows that a client holds a key; it grants nothing, and an "
        + "API takes it only beside an access token (RFC 9449 §4)."
    case "rt+jwt":
      return "This is a refresh token. It belongs to the token endpoint, never to an API."
    case "logout+jwt":
      return "This is a logout token (OpenID Connect Back-Channel Logout 1.0 §2.4)."
    case "at+jwt": return nil
    default:
      let isIDToken = ["nonce", "at_hash", "c_hash", "azp"].contains { claim(JSONName($0)) != nil }
      return isIDToken
        ? "This looks like an ID token. It tells a client who signed in and is not for an API "
          + "(OpenID Connect Core 1.0 §2)." : nil
    }
  }

  /// A token for a shared secret, given to somebody who has the public key of a pair.
  private var confusion: String? {
    guard let file = circumstances.keys, headerMember("alg")?.asText == "HS256",
      !file.keys.contains(where: { $0.algorithm == .hs256 })
    else { return nil }
    return "The token wants a shared secret, the key is a public one. A verifier that used the "
      + "public key as the secret would accept whatever anybody signs with it: algorithm "
      + "confusion (RFC 8725 §2.1)."
  }

  /// Editors and `echo` add a line end, and in a secret it counts.
  private var wrongFile: String? {
    guard let file = circumstances.keys, file.endsInLineEnd else { return nil }
    return "The secret in \(file.name) ends in a line end, which is part of it."
  }

  private var skippedKeys: String? {
    guard let file = circumstances.keys, !file.skipped.isEmpty, !file.keys.isEmpty else {
      return nil
    }
    let reasons = Set(file.skipped.map(\.explanation)).sorted().joined(separator: "; ")
    return "\(file.skipped.count) of the keys were passed over: \(reasons)."
  }

  private var symmetricKey: String? {
    guard let file = circumstances.keys, headerMember("alg")?.asText == "HS256",
      file.keys.contains(where: { $0.algorithm == .hs256 })
    else { return nil }
    return "HS256 is a shared secret: whoever can check such a token can make one (RFC 9068 §2.1 "
      + "recommends asymmetric keys)."
  }

  private var binding: String? {
    guard claim("cnf")?.asObject?["jkt"]?.asText != nil else { return nil }
    return "The token is bound to a key (cnf.jkt): an API must also ask for a DPoP proof of that "
      + "key (RFC 9449 §7.1), which cannot be checked from the token alone."
  }
}
