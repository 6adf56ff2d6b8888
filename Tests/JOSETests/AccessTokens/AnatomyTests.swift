import CustomDump
import Testing
import TokenCore

@testable import JOSE

/// Tokens taken apart for a reader, and put together again with a part changed.
@Suite struct AnatomyTests {
  let lab = LabCryptography()
  static let expectation = AccessTokenExpectation(
    issuer: Fixture.issuer, audience: Fixture.audience, keys: [Fixture.signingKey.verifyingKey])
  static let token = LabCryptography().seal(Fixture.claims, with: Fixture.signingKey)

  private func verdicts(_ token: String) -> TokenVerdicts {
    lab.verdicts(on: token, against: Self.expectation, at: Fixture.now)
  }

  private func member(_ name: String, _ json: String) -> TokenAnatomy.Member {
    TokenAnatomy.Member(name: name, json: json)
  }

  @Test func `a token has its members in order, as JSON`() {
    expectNoDifference(
      lab.anatomy(of: Self.token),
      TokenAnatomy(
        header: [
          member("alg", #""HS256""#), member("typ", #""at+jwt""#), member("kid", #""hs-1""#),
        ],
        claims: [
          member("iss", #""https://as.example""#), member("sub", #""alice""#),
          member("aud", #""https://api.example""#), member("client_id", #""web""#),
          member("iat", "1700000000"), member("exp", "1700000300"),
          member("jti", #""token-1""#), member("scope", #""read write""#),
        ],
        signature: "ecLTcBlHtcOmXcKurRzjtK_3kvJNkYNoJVGdDhlP_Ck"))
    #expect(verdicts(Self.token) == TokenVerdicts(parsing: .good, signature: .good, claims: .good))
  }

  @Test(arguments: [
    "", ".", "..", "...", "a.b", "a.b.c", "e30.e30", "e30.e30.!", "e30.e30.e30.e30.e30",
    "MSO7vN0mZ3bqk2nXw9A8Rr5mJ1lT0mZ3bqk2nXw93-E", "W10.e30.", "e30.W10.", "\u{1B}[2J", "é.é.é",
    "eyJhIjoxLCJhIjoyfQ.e30.", String(repeating: "A", count: 100_000),
  ])
  func `what is no signed token has no parts, and cannot be changed`(text: String) {
    #expect(lab.anatomy(of: text) == nil)
    #expect(lab.replacing(claim: "sub", with: #""mallory""#, in: text) == nil)
    #expect(lab.replacing(headerMember: "alg", with: #""none""#, in: text) == nil)
    guard case .flawed = verdicts(text).parsing else {
      Issue.record("parsed: \(text)")
      return
    }
    #expect(verdicts(text).signature == .notAsked && verdicts(text).claims == .notAsked)
  }

  @Test func `a changed claim stays in its place, and the signature no longer fits`() throws {
    let changed = try #require(
      lab.replacing(claim: "scope", with: #" "read write admin" "#, in: Self.token))
    let (before, after) = (Forge.parts(Self.token), Forge.parts(changed))
    #expect(after[0] == before[0] && after[2] == before[2] && after[1] != before[1])
    let claims = try #require(lab.anatomy(of: changed)).claims
    #expect(claims.last == member("scope", #""read write admin""#) && claims.count == 8)
    #expect(
      verdicts(changed)
        == TokenVerdicts(parsing: .good, signature: .flawed([.badSignature]), claims: .good))
  }

  @Test func `a claim is added at the end, and taken out`() throws {
    let added = try #require(lab.replacing(claim: "nbf", with: "1.5e3", in: Self.token))
    #expect(lab.anatomy(of: added)?.claims.last == member("nbf", "1.5e3"))
    #expect(lab.replacing(claim: "nbf", with: nil, in: added) == Self.token)
    #expect(lab.replacing(claim: "nbf", with: nil, in: Self.token) == nil)
    let endless = try #require(lab.replacing(claim: "exp", with: nil, in: Self.token))
    #expect(verdicts(endless).claims == .flawed([.missingClaim]))
  }

  @Test func `a change that changes nothing leaves a token that is still good`() {
    for member in lab.anatomy(of: Self.token)?.claims ?? [] {
      #expect(lab.replacing(claim: member.name, with: member.json, in: Self.token) == Self.token)
    }
    for member in lab.anatomy(of: Self.token)?.header ?? [] {
      #expect(
        lab.replacing(headerMember: member.name, with: member.json, in: Self.token) == Self.token)
    }
  }

  @Test func `a header that says none is taken for what it is`() throws {
    let none = try #require(lab.replacing(headerMember: "alg", with: #""none""#, in: Self.token))
    let (before, after) = (Forge.parts(Self.token), Forge.parts(none))
    #expect(after[1] == before[1] && after[2] == before[2] && after[0] != before[0])
    #expect(verdicts(none).signature == .flawed([.algorithmNotAllowed]))
    #expect(verdicts(none).claims == .good)
    let bare = Forge.replacingSignature(of: none, with: "")
    #expect(lab.anatomy(of: bare)?.signature == "")
    #expect(lab.anatomy(of: bare)?.header.first == member("alg", #""none""#))
  }

  @Test func `a header that no verifier reads can be looked at and mended`() throws {
    let critical = try #require(
      lab.replacing(headerMember: "crit", with: #"["exp"]"#, in: Self.token))
    #expect(lab.anatomy(of: critical)?.header.last == member("crit", #"["exp"]"#))
    guard case .flawed = verdicts(critical).parsing else {
      Issue.record("crit was taken")
      return
    }
    #expect(lab.replacing(headerMember: "crit", with: nil, in: critical) == Self.token)
  }

  @Test func `every flaw of the claims is told, not only the first`() throws {
    var token = Self.token
    for (claim, json) in [("iss", #""https://evil.example""#), ("aud", "[]"), ("exp", "1")] {
      token = try #require(lab.replacing(claim: claim, with: json, in: token))
    }
    #expect(
      verdicts(token).claims
        == .flawed([.wrongIssuer, .wrongAudience, .expired, .claimsInconsistent]))
  }

  @Test(arguments: [
    "", " ", "alice", "'a'", "{", "[1,]", "01", "+1", "nul", "1 2", #"{"a":1,"a":2}"#, "\u{FEFF}1",
    "\"\u{1}\"", String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
    "\"" + String(repeating: "x", count: 8192) + "\"",
    String(repeating: " ", count: 1_000_000) + "1",
  ])
  func `what is not JSON, or too much of it, changes nothing`(json: String) {
    #expect(lab.replacing(claim: "sub", with: json, in: Self.token) == nil)
    #expect(lab.replacing(headerMember: "kid", with: json, in: Self.token) == nil)
  }

  @Test func `no token grows beyond what is read`() throws {
    var token = Self.token
    for index in 0..<56 {
      token = try #require(lab.replacing(claim: "c\(index)", with: "1", in: token))
    }
    #expect(lab.anatomy(of: token)?.claims.count == 64)
    #expect(lab.replacing(claim: "one more", with: "1", in: token) == nil)
    #expect(lab.replacing(claim: "c0", with: "2", in: token) != nil)
    let depth = String(repeating: "[", count: 15) + String(repeating: "]", count: 15)
    #expect(lab.replacing(claim: "sub", with: depth, in: Self.token) != nil)
    #expect(lab.replacing(claim: "sub", with: "[\(depth)]", in: Self.token) == nil)
    let long = String(repeating: "x", count: 9000)
    #expect(lab.replacing(claim: long, with: "1", in: Self.token) == nil)
  }

  @Test func `names are told apart by their bytes, and any name will do`() throws {
    var token = Self.token
    for name in ["é", "e\u{301}", "", "\u{0}\u{1B}[2J\u{202E}", "\"", "a.b"] {
      token = try #require(lab.replacing(claim: name, with: "null", in: token))
    }
    let names = try #require(lab.anatomy(of: token)).claims.suffix(6).map(\.name)
    #expect(names.map { Array($0.utf8) }[0] == Array("é".utf8))
    #expect(names[3] == "\u{0}\u{1B}[2J\u{202E}" && names[5] == "a.b")
    let text = try #require(
      lab.replacing(claim: "sub", with: #""\u0000\u001b[2J""#, in: Self.token))
    #expect(lab.anatomy(of: text)?.claims[1].json == #""\u0000\u001b[2J""#)
  }

  @Test(arguments: CatalogueRow.all)
  func `whatever a verifier can parse can be taken apart, and nothing traps`(row: CatalogueRow) {
    let anatomy = lab.anatomy(of: row.token)
    if case .success(let parsed) = AccessTokenVerifier.parse(row.token) {
      #expect(anatomy?.claims.map(\.name) == parsed.claims.members.map(\.name.text))
      #expect(anatomy?.header.map(\.name) == parsed.jws.header.members.members.map(\.name.text))
      let changed = lab.replacing(claim: "sub", with: #""mallory""#, in: row.token)
      #expect(changed == nil || lab.anatomy(of: changed ?? "") != nil)
    }
    _ = verdicts(row.token)
  }

  @Test(arguments: CatalogueRow.all)
  func `the three verdicts are good together where the verifier accepts`(row: CatalogueRow) {
    let verdict = lab.verify(row.token, against: Self.expectation, at: Fixture.now)
    let isGood =
      verdicts(row.token) == TokenVerdicts(parsing: .good, signature: .good, claims: .good)
    #expect(isGood == (verdict.flaw == nil))
  }
}
