import Crypto
import TokenCore

@testable import JOSE

/// Makes tokens that no honest server makes. Members are given as raw JSON, so that they can be
/// anything, including not JSON at all.
enum Forge {
  typealias Members = [(name: String, json: String)]

  static let header: Members = [("alg", #""HS256""#), ("typ", #""at+jwt""#), ("kid", #""hs-1""#)]

  static let claims: Members = [
    ("iss", #""https://as.example""#), ("sub", #""alice""#), ("aud", #""https://api.example""#),
    ("client_id", #""web""#), ("iat", "1700000000"), ("exp", "1700000300"),
    ("jti", #""token-1""#),
  ]

  /// A properly signed token, the members changed, added or (nil) left out.
  static func token(
    header changes: [String: String?] = [:], claims claimChanges: [String: String?] = [:],
    key: SealingKey = Fixture.hs256
  ) -> String {
    seal(
      object(header, changing: changes), object(claims, changing: claimChanges), key: key)
  }

  /// A properly signed token of these two texts.
  static func seal(
    _ header: String, _ payload: String, key: SealingKey = Fixture.hs256
  ) -> String {
    seal(Array(header.utf8), Array(payload.utf8), key: key)
  }

  static func seal(
    _ header: [UInt8], _ payload: [UInt8], key: SealingKey = Fixture.hs256
  ) -> String {
    certainly { try CompactJWS.seal(header: header, payload: payload, with: key) }
  }

  static var headerText: String { object(header) }
  static var payloadText: String { object(claims) }

  /// The members as one JSON object; changed ones in their place, added ones at the end.
  static func object(_ members: Members, changing changes: [String: String?] = [:]) -> String {
    var texts: [String] = []
    for member in members {
      guard let json = changes[member.name] ?? member.json else { continue }
      texts.append("\"\(member.name)\":\(json)")
    }
    let added = changes.filter { change in !members.contains { $0.name == change.key } }
    for change in added.sorted(by: { $0.key < $1.key }) {
      if let json = change.value { texts.append("\"\(change.key)\":\(json)") }
    }
    return "{" + texts.joined(separator: ",") + "}"
  }

  /// The three parts of a token.
  static func parts(_ token: String) -> [String] {
    token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The token with another signature.
  static func replacingSignature(of token: String, with signature: [UInt8]) -> String {
    replacingSignature(of: token, with: Base64URL.encode(signature))
  }

  static func replacingSignature(of token: String, with text: String) -> String {
    parts(token).prefix(2).joined(separator: ".") + "." + text
  }

  static func signature(of token: String) -> [UInt8] {
    Base64URL.decode(parts(token)[2]) ?? []
  }

  /// The first of many genuine tokens of which something is true that depends on their bytes.
  static func token(where isWanted: (String) -> Bool) -> String {
    (1...10_000).lazy.map { token(claims: ["jti": "\"token-\($0)\""]) }.first(where: isWanted) ?? ""
  }
}
