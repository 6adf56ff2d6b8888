import Testing
import TokenCore

@testable import JOSE

/// Just before, at and just after. Times are milliseconds from the fixture's moment.
@Suite struct BoundaryTests {
  struct Row: Sendable {
    var expiresAt: Int64 = 300_000
    var notBefore: Int64?
    var issuedAt: Int64 = 0
    var leeway: Int64 = 0
    var now: Int64
    var flaw: AccessTokenFlaw?
  }

  @Test(arguments: [
    Row(now: 299_999), Row(now: 300_000, flaw: .expired), Row(now: 300_001, flaw: .expired),
    Row(leeway: 5000, now: 304_999), Row(leeway: 5000, now: 305_000, flaw: .expired),
    Row(leeway: -5000, now: 299_999), Row(leeway: -5000, now: 300_000, flaw: .expired),
    Row(notBefore: 1000, now: 999, flaw: .notYetValid), Row(notBefore: 1000, now: 1000),
    Row(notBefore: 1000, now: 1001),
    Row(notBefore: 9000, leeway: 5000, now: 3999, flaw: .notYetValid),
    Row(notBefore: 9000, leeway: 5000, now: 4000),
    Row(now: -1, flaw: .issuedInFuture), Row(now: 0), Row(now: 1),
    Row(leeway: 5000, now: -5001, flaw: .issuedInFuture), Row(leeway: 5000, now: -5000),
    Row(expiresAt: 0, leeway: 1, now: 0), Row(expiresAt: 0, now: 0, flaw: .expired),
    Row(expiresAt: 0, issuedAt: 1, leeway: 5000, now: 0, flaw: .claimsInconsistent),
    Row(notBefore: 299_999, now: 299_999),
    Row(notBefore: 300_000, now: 0, flaw: .claimsInconsistent),
  ])
  func `a token lives from nbf until just before exp`(row: Row) {
    var claims = Fixture.claims
    claims.issuedAt = moment(row.issuedAt)
    claims.notBefore = row.notBefore.map(moment)
    claims.expiresAt = moment(row.expiresAt)
    #expect(verdict(on: claims, at: moment(row.now), leeway: row.leeway).flaw == row.flaw)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, .max], [Int64.min, 0, .max])
  func `the ends of time do not end the program`(date: Int64, leeway: Int64) {
    for now in [Int64.min, -1, 0, 1, .max] {
      var claims = Fixture.claims
      claims.issuedAt = NumericDate(milliseconds: date)
      claims.notBefore = NumericDate(milliseconds: date)
      claims.expiresAt = NumericDate(milliseconds: .max)
      let verdict = verdict(on: claims, at: NumericDate(milliseconds: now), leeway: leeway)
      #expect((verdict.flaw == .expired) == (now == .max), "now \(now)")
    }
  }

  @Test func `the largest token that is read has 8192 bytes`() {
    #expect(Fixture.verifier().verify(token(ofSize: 8192), at: Fixture.now).flaw == nil)
    #expect(Fixture.verifier().verify(token(ofSize: 8193), at: Fixture.now).flaw == .tooLarge)
  }

  /// Not every length of a claim makes a length of a token, so the header grows a little as well.
  private func token(ofSize size: Int) -> String {
    for length in 5700...6000 {
      for padding in 0...2 {
        let token = Forge.token(header: ["x": text(padding)], claims: ["x": text(length)])
        if token.utf8.count == size { return token }
      }
    }
    return ""
  }

  private func text(_ length: Int) -> String {
    "\"" + String(repeating: "x", count: length) + "\""
  }

  private func moment(_ milliseconds: Int64) -> NumericDate {
    Fixture.now + .milliseconds(milliseconds)
  }

  private func verdict(
    on claims: AccessTokenClaims, at now: NumericDate, leeway: Int64
  ) -> AccessTokenVerdict {
    let expectation = AccessTokenExpectation(
      issuer: Fixture.issuer, audience: Fixture.audience, keys: [Fixture.signingKey.verifyingKey],
      leeway: .milliseconds(leeway))
    let lab = LabCryptography()
    return lab.verify(lab.seal(claims, with: Fixture.signingKey), against: expectation, at: now)
  }
}
