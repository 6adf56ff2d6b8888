import TokenCore

@testable import JOSE

extension CatalogueRow {
  /// Group E: claims. J-E33 and J-E35 also need to know how the token came and what the server's
  /// record says.
  static let claims = dates + parties + names + situations

  private static func changed(
    _ id: String, _ claim: String, to values: [String?], _ flaw: AccessTokenFlaw
  ) -> [CatalogueRow] {
    values.map {
      .refused(id, "\(claim) \($0 ?? "missing")", flaw, Forge.token(claims: [claim: $0]))
    }
  }

  private static let oneHour = AccessTokenRules(
    issuer: Fixture.issuer, audience: Fixture.audience, maximumLifetime: .hours(1))

  private static let dates: [CatalogueRow] =
    changed("J-E01", "exp", to: [nil], .missingClaim)
    + changed("J-E01", "iat", to: [nil], .missingClaim)
    + changed(
      "J-E03", "exp",
      to: [#""2023-11-14T22:13:20Z""#, #""1700000300""#, "[]", "{}", "null", "true"], .claimType)
    + changed("J-E05", "exp", to: ["1700000000", "1.7e9", "1700000000.0"], .expired)
    + changed("J-E07", "exp", to: ["-1", "0", "-0", "-1700000300", "1e-400"], .expired)
    + changed(
      "J-E09", "exp",
      to: ["1e400", "1e19", "9223372036854775808", "9223372036854775807", "123456789012345678901"],
      .claimType) + [
      .refused(
        "J-E11", "exp before iat", .claimsInconsistent,
        Forge.token(claims: ["iat": "1700000301"])),
      .refused(
        "J-E11", "nbf at exp", .claimsInconsistent, Forge.token(claims: ["nbf": "1700000300"])),
      .accepted(
        "J-E13", "a private shortExp that has passed",
        Forge.token(claims: ["shortExp": "1600000000", "useExp": "1600000000"])),
    ] + changed("J-E15", "nbf", to: [#""1700000000""#, "null"], .claimType)
    + changed("J-E15", "iat", to: [#""1700000000""#, "null"], .claimType) + [
      .refused(
        "J-E17", "iat -1", .lifetimeTooLong, Forge.token(claims: ["iat": "-1"]), rules: oneHour),
      .accepted("J-E17", "iat -1 without a maximum", Forge.token(claims: ["iat": "-1"])),
      .refused(
        "J-E17", "an hour and a second", .lifetimeTooLong,
        Forge.token(claims: ["exp": "1700003601"]), rules: oneHour),
      .accepted(
        "J-E17", "an hour", Forge.token(claims: ["exp": "1700003600"]), rules: oneHour),
    ]

  private static let parties: [CatalogueRow] =
    changed(
      "J-E19", "aud",
      to: [
        nil, #""https://other.example""#, "[]", "{}", #"[["https://api.example"]]"#, "5", "null",
        #""https://api.example/""#, #""https://API.example""#, #""https://api.example evil""#,
        "[5]",
      ], .wrongAudience)
    + changed("J-E21", "aud", to: [#"["https://api.example",5]"#], .claimType)
    + [
      .accepted(
        "J-E21", "aud with others",
        Forge.token(claims: ["aud": #"["https://other.example","https://api.example"]"#]))
    ]
    + changed(
      "J-E23", "iss",
      to: [
        nil, #"["https://as.example"]"#, #""https://AS.example""#, #""https://as.example/""#,
        #""https://as.example@evil.example""#, #""https://as""#, #""""#, "5", "null",
      ], .wrongIssuer)

  private static let names: [CatalogueRow] =
    changed("J-E25", "sub", to: [nil, "null", #""""#, "5"], .claimType)
    + [
      #"alice\u0000admin"#, #"\u001b[2J"#, #"\u0007"#, #"a\r\nb"#, #"\u202egnp.exe"#, "\u{202E}x",
      "e\u{301}", String(repeating: "a", count: 4000),
    ].map {
      .accepted("J-E27", "sub \($0.prefix(20))", Forge.token(claims: ["sub": "\"\($0)\""]))
    } + [
      .refused(
        "J-E27", "sub of 10 kB: beyond the limit of J-B13", .tooLarge,
        Forge.token(claims: ["sub": "\"" + String(repeating: "a", count: 10_000) + "\""]))
    ] + changed("J-E29", "jti", to: ["5", "null"], .claimType)
    + changed("J-E29", "jti", to: [nil], .missingClaim)
    + changed("J-E31", "client_id", to: [nil], .missingClaim)
    + changed("J-E31", "client_id", to: ["5"], .claimType)

  private static let bound = Forge.token(claims: ["cnf": #"{"jkt":"thumbprint"}"#])

  private static func presented(as presentation: TokenPresentation) -> AccessTokenRules {
    AccessTokenRules(
      issuer: Fixture.issuer, audience: Fixture.audience, presentation: presentation)
  }

  private static let situations: [CatalogueRow] = [
    .refused(
      "J-E33", "bound token as Bearer", .bindingRequired, bound,
      rules: presented(as: .bearer)),
    .refused(
      "J-E33", "bound token with another key", .bindingRequired, bound,
      rules: presented(as: .proof(thumbprint: "other"))),
    .refused(
      "J-E33", "unbound token with a key", .bindingRequired, Forge.token(),
      rules: presented(as: .proof(thumbprint: "thumbprint"))),
    .accepted(
      "J-E33", "bound token with its key", bound,
      rules: presented(as: .proof(thumbprint: "thumbprint"))),
    .refused("J-E33", "cnf no object", .claimType, Forge.token(claims: ["cnf": #""key""#])),
    .refused("J-E33", "jkt no text", .claimType, Forge.token(claims: ["cnf": #"{"jkt":5}"#])),
    .accepted(
      "J-E33", "another way to confirm", Forge.token(claims: ["cnf": #"{"x5t#S256":"a"}"#])),
    .accepted("J-E35", "a revoked token: only a record can tell", Forge.token()),
  ]
}
