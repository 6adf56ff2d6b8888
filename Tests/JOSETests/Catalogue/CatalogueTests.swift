import Testing
import TokenCore

@testable import JOSE

/// The malicious-input catalogue: every row with its verdict and its reason.
@Suite struct CatalogueTests {
  @Test(arguments: CatalogueRow.all)
  func `a verifier gives the verdict of the catalogue`(row: CatalogueRow) {
    let verdict = Fixture.verifier(row.keys, row.rules).verify(row.token, at: Fixture.now)
    #expect(verdict.flaw == row.flaw)
  }

  @Test(arguments: CatalogueRow.all)
  func `the three stages agree with the whole`(row: CatalogueRow) throws {
    let verifier = Fixture.verifier(row.keys, row.rules)
    let parsed: ParsedAccessToken
    switch AccessTokenVerifier.parse(row.token) {
    case .failure(let flaw):
      #expect(flaw == row.flaw)
      return
    case .success(let token): parsed = token
    }
    let flaws = [
      verifier.signer(of: parsed).failure, verifier.judge(parsed, at: Fixture.now).flaw,
    ].compactMap { $0 }
    if let flaw = row.flaw { #expect(flaws.contains(flaw)) } else { #expect(flaws.isEmpty) }
  }

  @Test(arguments: CatalogueRow.all.filter { $0.rules.presentation == .unchecked })
  func `the lab's cryptography agrees where the keys are the lab's`(row: CatalogueRow) {
    guard row.keys.map(\.keyID) == ["hs-1"] else { return }
    let expectation = AccessTokenExpectation(
      issuer: Fixture.issuer, audience: Fixture.audience, keys: [Fixture.signingKey.verifyingKey])
    let lab = LabCryptography(maximumLifetime: row.rules.maximumLifetime)
    #expect(lab.verify(row.token, against: expectation, at: Fixture.now).flaw == row.flaw)
  }

  @Test func `every row of the catalogue that a token can show is in the table`() {
    let groups = ["A": 17, "B": 13, "C": 17, "D": 23, "E": 35]
    let expected = groups.flatMap { group, last in
      stride(from: 1, through: last, by: 2).map { "J-\(group)\($0 < 10 ? "0" : "")\($0)" }
    }
    #expect(Set(CatalogueRow.all.map(\.id)) == Set(expected))
  }

  @Test(arguments: [[], Array("secret".utf8), [UInt8](repeating: 7, count: 31)])
  func `a weak key is refused when it is configured`(secret: [UInt8]) {
    #expect(throws: KeyFlaw.weak) { try VerificationKey(secret: secret) }
    #expect(throws: KeyFlaw.weak) { try SealingKey(secret: secret) }
    #expect(KeyFlaw.weak.rawValue == AccessTokenFlaw.weakKey.rawValue)
  }
}
