import JOSE
import Testing
import TokenCore

@testable import Inspection
@testable import tokenlab

/// The inspector explains; it never decides. Whatever is done to a token, its verdict is the
/// verifier's, the flaw that the verifier names is among those it shows, and the report is harmless.
struct AgreementTests {
  private static let verifier = AccessTokenVerifier(
    keys: [Token.key.verificationKey],
    rules: AccessTokenRules(issuer: Token.issuer, audience: Token.audience))

  private func check(_ token: String, _ comment: Comment) throws {
    let inspection = Inspection.of(token, keys: try .jwk())
    switch Self.verifier.verify(token, at: Token.now) {
    case .accepted: #expect(inspection.isAccepted, comment)
    case .refused(let flaw, _):
      #expect(!inspection.isAccepted, comment)
      if inspection.shape == .signed {
        #expect(inspection.findings.map(\.code).contains(flaw.rawValue), comment)
      } else {
        #expect([.malformed, .headerInvalid, .jsonInvalid, .tooLarge].contains(flaw), comment)
      }
    }
    let text = InspectText(inspection: inspection).text
    #expect(!text.unicodeScalars.contains { $0 != "\n" && isHidden($0) }, comment)
    let json = InspectJSON(inspection: inspection).text
    #expect(!json.dropLast().unicodeScalars.contains(where: isHidden), comment)
    let value = try JSONValue(parsing: Array(json.utf8), limits: JSONLimits(depth: 20, members: 64))
    #expect(value.asObject?["accepted"] == .boolean(inspection.isAccepted), comment)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a damaged token`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    let tokens = [Token.good, Token.unsigned, Token.proof, Token.opaque]
    for round in 0..<100 {
      let damaged = random.damage(Array(tokens[round % tokens.count].utf8))
      try check(String(decoding: damaged, as: UTF8.self), "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a genuine signature over damaged parts`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    let header = Array(Token.object(Token.header, ["crit": nil]).utf8)
    let claims = Array(
      Token.object(
        Token.claims, ["nbf": "1767225600", "cnf": #"{"jkt":"key"}"#, "auth_time": "1"]
      ).utf8)
    for round in 0..<100 {
      let token = try CompactJWS.seal(
        header: round % 3 == 0 ? random.damage(header) : header,
        payload: round % 3 == 0 ? claims : random.damage(claims), with: Token.key)
      try check(token, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: Token.claims.map(\.name) + ["nbf", "auth_time", "sid", "token_version", "cnf"])
  func `every claim with every kind of value`(name: String) throws {
    let values = [
      "null", "true", "0", "-1", "1767225900", "1e400", "9223372036854775807", "-1e30", #""""#,
      #""a""#, "[]", #"["https://api.example",5]"#, "{}", #"{"jkt":5}"#, "[[[[]]]]",
    ]
    for value in values {
      try check(Token.make(claims: [name: value]), "\(name) \(value)")
    }
    try check(Token.make(claims: [name: nil]), "\(name) missing")
  }

  @Test(arguments: ["alg", "typ", "kid", "jwk", "jku", "x5c", "x5u", "crit", "cty", "b64"])
  func `every header member with every kind of value`(name: String) throws {
    let values = [
      "null", "true", "false", "5", #""""#, #""JWT""#, #""none""#, #""ES256""#, "[]",
      #"["b64"]"#, #"["x"]"#, "{}", #"{"kty":"oct"}"#,
    ]
    for value in values {
      try check(Token.make(header: [name: value]), "\(name) \(value)")
    }
    try check(Token.make(header: [name: nil]), "\(name) missing")
  }

  @Test(arguments: [
    "", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.AA", "bnVsbA.e30.AA", "W10.e30.AA", "\0",
    "\u{202E}", " ", "e30..AA", "e30.AAAAA.AA", "ew.e30.AA", "eyJ\u{E9}.a.b", "Bearer ", "bearer x",
    String(repeating: "a", count: 70_000), "e30." + String(repeating: "a", count: 70_000),
    "e30." + String(repeating: ".", count: 9000), "a=.b", "===",
  ])
  func `what is hardly a token`(text: String) throws {
    try check(text, "\(text.prefix(40))")
  }
}

extension RandomStream {
  /// One or two bytes flipped, removed, doubled or replaced.
  fileprivate mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...2, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      default: bytes[place] = .random(in: .min ... .max, using: &self)
      }
    }
    return bytes
  }
}
