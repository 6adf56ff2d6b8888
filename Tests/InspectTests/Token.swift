import JOSE
import TokenCore

@testable import Inspection

/// Tokens for the inspector, honest and forged, all of one server at the lab's first moment.
enum Token {
  /// 50 s after the token was issued, 4 min 10 s before it ends.
  static let now = NumericDate(seconds: 1_767_225_650)
  static let issuer = "https://as.example"
  static let audience = "https://api.example"
  static let secret = (1...32).map { UInt8($0) }
  static let key = SealingKey(
    SigningKey(keyID: "hs-1", for: .hs256, secret: secret, LabCryptography()))

  typealias Members = [(name: String, json: String)]

  static let header: Members = [("alg", #""HS256""#), ("typ", #""at+jwt""#), ("kid", #""hs-1""#)]
  static let claims: Members = [
    ("iss", #""https://as.example""#), ("sub", #""alice""#), ("aud", #""https://api.example""#),
    ("client_id", #""web""#), ("iat", "1767225600"), ("exp", "1767225900"), ("jti", #""token-1""#),
    ("scope", #""read write""#),
  ]

  static let good = make()

  /// Properly signed, with members changed, added or (nil) left out.
  static func make(
    header changes: [String: String?] = [:], claims claimChanges: [String: String?] = [:],
    key: SealingKey = key
  ) -> String {
    seal(object(header, changes), object(claims, claimChanges), key: key)
  }

  /// Properly signed, whatever the two texts are.
  static func seal(_ header: String, _ claims: String, key: SealingKey = key) -> String {
    guard
      let token = try? CompactJWS.seal(
        header: Array(header.utf8), payload: Array(claims.utf8), with: key)
    else { preconditionFailure("a key of the tests does not sign") }
    return token
  }

  static func object(_ members: Members, _ changes: [String: String?] = [:]) -> String {
    let kept = members.compactMap { member in
      (changes[member.name] ?? member.json).map { "\"\(member.name)\":\($0)" }
    }
    let added = changes.filter { change in !members.contains { $0.name == change.key } }
      .sorted { $0.key < $1.key }.compactMap { change in
        change.value.map { "\"\(change.key)\":\($0)" }
      }
    return "{" + (kept + added).joined(separator: ",") + "}"
  }

  static func parts(_ token: String) -> [String] {
    token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The claims of one token under the header and the signature of another.
  static var tampered: String {
    let (genuine, other) = (parts(good), parts(make(claims: ["sub": #""mallory""#])))
    return "\(genuine[0]).\(other[1]).\(genuine[2])"
  }

  static var unsigned: String {
    parts(make(header: ["alg": #""none""#, "kid": nil])).prefix(2).joined(separator: ".") + "."
  }

  /// For the token endpoint: with neither an access token nor a nonce.
  static var proof: String { proof(accessTokenHash: nil, nonce: nil) }

  /// For a call with the good token, at an API that wants nonces.
  static var callProof: String {
    proof(accessTokenHash: DPoPProof.hash(ofAccessToken: good), nonce: "a-nonce-of-the-api")
  }

  private static func proof(accessTokenHash: String?, nonce: String?) -> String {
    let proof = DPoPProof(
      proofID: "proof-1", method: "GET", target: "https://api.example/me", issuedAt: now,
      accessTokenHash: accessTokenHash, nonce: nonce)
    guard let key = try? SealingKey(ed25519: secret), let token = try? proof.sealed(with: key)
    else { preconditionFailure("a key of the tests does not sign") }
    return token
  }

  static let opaque = "MSO7oEBOYbOBpXuyf2nJL0Sg2YotnFZFEjr1zCsicM"
}

extension KeyFile {
  /// The server's key as a JWK with its name.
  static func jwk() throws -> KeyFile {
    let secret = Base64URL.encode(Token.secret)
    return try KeyFile(
      path: "key.jwk", bytes: Array(#"{"kty":"oct","kid":"hs-1","k":"\#(secret)"}"#.utf8))
  }
}

extension Inspection {
  /// Under the server's key, for its API, unless something else is said.
  static func of(
    _ token: String, keys: KeyFile?, issuer: String? = Token.issuer,
    audience: String? = Token.audience, leeway: TimeSpan = .zero, at now: NumericDate = Token.now
  ) -> Inspection {
    Inspection(
      of: token,
      under: Circumstances(
        keys: keys, issuer: issuer, audience: audience, leeway: leeway, now: now))
  }
}
