import Testing
import TokenCore

@testable import JOSE

/// Examples printed in the standards.
@Suite struct GoldenVectorTests {
  static let example =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
    + "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let exampleKey =
    #"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjA"#
    + #"zZr1Z9CAow"}"#

  /// RFC 7515 Appendix A.1 and RFC 7519 §3.1.
  @Test func `G-01 the HS256 example has a good signature and its exp`() throws {
    let key = try VerificationKey(JWK(parsing: Self.exampleKey))
    let token = try AccessTokenVerifier.parse(Self.example).get()
    #expect(try token.signer(among: token.candidates(among: [key])).algorithm == .hs256)
    #expect(token.claims["exp"] == .number(JSONNumber(1_300_819_380)))
    let verifier = AccessTokenVerifier(keys: [key], rules: Fixture.rules)
    #expect(verifier.verify(Self.example, at: Fixture.now).flaw == .wrongType)
  }

  /// RFC 7638 §3.1.
  @Test func `G-02 the RSA example has its thumbprint`() throws {
    let modulus =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPeb"
      + "WKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368Q"
      + "QMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2"
      + "NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    let key = try JWK(
      parsing: #"{"kty":"RSA","n":"\#(modulus)","e":"AQAB","alg":"RS256","kid":"2011-04-29"}"#)
    #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  /// RFC 9449 §6.1.
  @Test func `G-03 the key of the DPoP example has its thumbprint`() throws {
    let key = try JWK(
      parsing: """
        {"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
        "y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}
        """)
    #expect(key.thumbprint == "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
  }

  /// RFC 9449 §7.1, Figure 14.
  @Test func `G-04 an access token has its hash`() {
    #expect(
      DPoPProof.hash(ofAccessToken: "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU")
        == "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo")
  }

  /// RFC 7636 Appendix B.
  @Test func `G-05 a code verifier has its challenge`() {
    let verifier = Array("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".utf8)
    #expect(
      Base64URL.encode(LabCryptography().digest(verifier))
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  /// RFC 9449 §4.2, Figure 2: made at 1562262616.
  @Test(
    arguments: [
      (1_562_262_616, nil), (1_562_262_676, nil), (1_562_262_677, .tooOld),
      (1_562_262_556, nil), (1_562_262_555, .issuedInFuture), (1_700_000_000, .tooOld),
    ] as [(Int64, DPoPFlaw?)])
  func `G-06 the DPoP proof of the standard is good in its minute`(now: Int64, flaw: DPoPFlaw?) {
    let proof =
      "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNo"
      + "UklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW"
      + "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0"
      + "dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v"
      + "-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg"
    let verifier = DPoPVerifier(
      method: "POST", target: "https://server.example.com/token",
      thumbprint: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
    #expect(verifier.verify(proof, at: NumericDate(seconds: now)).flaw == flaw)
  }

  /// RFC 7519 §6.1.
  @Test func `G-07 the unsecured example is refused`() {
    let token = "eyJhbGciOiJub25lIn0." + Self.example.split(separator: ".")[1] + "."
    #expect(Fixture.verifier().verify(token, at: Fixture.now).flaw == .algorithmNotAllowed)
  }
}
