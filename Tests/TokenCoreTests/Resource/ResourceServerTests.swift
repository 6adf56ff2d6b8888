import CustomDump
import Testing

@testable import TokenCore

/// What the API says to whoever brings which token (RFC 6750 §3.1).
struct ResourceServerTests {
  var bench = Bench(.rotating())

  @Test mutating func `a good token is served`() throws {
    let grant = try bench.signIn()
    expectNoDifference(bench.call(grant.accessToken, at: .start).outcome, Outcome(status: 200))
  }

  @Test func `a request without credentials is told no error`() {
    let answer = bench.call(nil, at: .start)
    expectNoDifference(answer.outcome, Outcome(status: 401, reason: .credentialsMissing))
    #expect(answer.response.challenge == "Bearer realm=\"lab\"")
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  mutating func `a token is dead at its exp`(_ offset: Int64, _ isAlive: Bool) throws {
    let grant = try bench.signIn(at: .at(.seconds(7)))
    let now = Instant.at(.seconds(907) + .milliseconds(offset))
    expectNoDifference(
      bench.call(grant.accessToken, at: now).outcome,
      isAlive
        ? Outcome(status: 200) : .refused(.tokenRefused(.expired), .invalidToken, status: 401))
  }

  @Test mutating func `the refusal of an expired token says when its exp was`() throws {
    let grant = try bench.signIn(at: .at(.seconds(901)))
    let answer = bench.call(grant.accessToken, at: .at(.minutes(31)))
    #expect(answer.decision.lines.last?.check == .withinValidity)
    #expect(
      answer.decision.denial?.facts.map(\.description)
        == ["exp 30:01.0", "now 31:00.0", "verdict: expired"])
  }

  /// What nobody has signed is not told: it is no fact.
  @Test mutating func `a token that somebody has changed states nothing`() throws {
    let token = try bench.signIn().accessToken.text
    let forged = AccessToken(text: String(token.dropLast(4)) + "AAAA", label: nil)
    let answer = bench.call(forged, at: .at(.minutes(31)))
    #expect(
      answer.decision.denial?.facts.map(\.description)
        == ["now 31:00.0", "verdict: bad signature"])
  }

  /// `iat` and `exp` are whole seconds, so a token lives from the second in which it was issued.
  @Test(arguments: [(7001, 907_000), (7999, 907_000), (8000, 908_000)] as [(Int64, Int64)])
  mutating func `exp counts from the whole second of issue`(
    _ issued: Int64, _ dead: Int64
  ) throws {
    let grant = try bench.signIn(at: Instant(milliseconds: issued))
    #expect(bench.server.accessTokens[0].expiresAt == Instant(milliseconds: dead))
    let dying = Instant(milliseconds: dead)
    #expect(bench.call(grant.accessToken, at: dying - .aMoment).response.status == 200)
    #expect(bench.call(grant.accessToken, at: dying).response.status == 401)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `leeway moves the end`(_ offset: Int64, _ isAlive: Bool) throws {
    let access = AccessTokenPolicy(lifetime: .minutes(15), leeway: .seconds(60))
    var bench = Bench(.rotating(access: access))
    let grant = try bench.signIn()
    let now = Instant.at(.seconds(960) + .milliseconds(offset))
    #expect(bench.call(grant.accessToken, at: now).response.status == (isAlive ? 200 : 401))
  }

  @Test(arguments: [("read", 200), ("write", 403), ("admin", 403), ("Read", 403), ("", 403)])
  mutating func `too little scope is a 403`(_ needed: String, _ status: Int) throws {
    let grant = try bench.signIn(scope: "read")
    let answer = bench.call(grant.accessToken, needing: needed, at: .start)
    expectNoDifference(
      answer.outcome,
      status == 200
        ? Outcome(status: 200)
        : .refused(.scopeInsufficient, .insufficientScope, status: 403))
  }

  @Test mutating func `an expired token with too little scope is expired`() throws {
    let grant = try bench.signIn(scope: "read")
    let answer = bench.call(grant.accessToken, needing: "admin", at: .at(.minutes(15)))
    #expect(answer.decision.denial?.reason == .tokenRefused(.expired))
  }

  @Test mutating func `a refresh token is no access token`() throws {
    let token = try #require(bench.signIn().refreshToken)
    let answer = bench.call(AccessToken(text: token.text, label: nil), at: .start)
    expectNoDifference(
      answer.outcome, .refused(.tokenRefused(.malformed), .invalidToken, status: 401))
  }

  @Test mutating func `a changed signature is refused`() throws {
    let token = try bench.signIn().accessToken
    let parts = token.text.split(separator: ".")
    let letter: Character = parts[2].first == "A" ? "B" : "A"
    let forged = "\(parts[0]).\(parts[1]).\(letter)\(parts[2].dropFirst())"
    let answer = bench.call(AccessToken(text: forged, label: token.label), at: .start)
    expectNoDifference(
      answer.outcome, .refused(.tokenRefused(.badSignature), .invalidToken, status: 401))
  }

  @Test mutating func `the label of a token decides nothing`() throws {
    let token = try bench.signIn().accessToken
    let unlabelled = AccessToken(text: token.text, label: nil)
    #expect(bench.call(unlabelled, at: .start).response.status == 200)
    let mislabelled = AccessToken(text: "x", label: token.label)
    #expect(bench.call(mislabelled, at: .start).response.status == 401)
  }

  @Test mutating func `another server's token is refused`() throws {
    var other = Bench(.rotating())
    var random = RandomStream(seed: 99, label: "another key")
    other.server = AuthorizationServer(
      policy: .rotating(), issuer: Bench.issuer, audiences: [Bench.api], using: &random,
      Bench.cryptography)
    let token = try bench.signIn().accessToken
    let answer = other.call(token, at: .start)
    expectNoDifference(
      answer.outcome, .refused(.tokenRefused(.badSignature), .invalidToken, status: 401))
  }
}
