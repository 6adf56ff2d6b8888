import TokenCore

@testable import JOSE

extension CatalogueRow {
  /// Group D: members of the header.
  static let headers = types + extensions + keyReferences + keyIDs

  private static let types: [CatalogueRow] =
    ["JWT", "dpop+jwt", "logout+jwt", "rt+jwt", "at+jwt ", "", "application/application/at+jwt"]
    .map {
      .refused("J-D01", "typ \($0)", .wrongType, Forge.token(header: ["typ": "\"\($0)\""]))
    }
    + ["at+JWT", "AT+jwt", "application/at+jwt", "Application/AT+JWT"].map {
      .accepted("J-D01", "typ \($0)", Forge.token(header: ["typ": "\"\($0)\""]))
    }
    + ["5", "null", #"["at+jwt"]"#, "true", "{}"].map { (json: String) in
      .refused("J-D03", "typ \(json)", .headerInvalid, Forge.token(header: ["typ": json]))
    } + [
      .refused("J-D01", "no typ", .wrongType, Forge.token(header: ["typ": nil])),
      .refused(
        "J-D21", "a token inside the token", .nestedUnsupported,
        Forge.seal(
          Forge.object(Forge.header, changing: ["cty": #""JWT""#]), Forge.token())),
      .refused(
        "J-D21", "cty application/jwt", .nestedUnsupported,
        Forge.token(header: ["cty": #""application/jwt""#])),
      .accepted("J-D23", "unknown member", Forge.token(header: ["x-app": #"{"a":[1]}"#])),
    ]

  private static let extensions: [CatalogueRow] =
    [
      .refused(
        "J-D05", "crit foo, with foo", .criticalUnknown,
        Forge.token(header: ["crit": #"["foo"]"#, "foo": "1"])),
      .refused(
        "J-D09", "b64 false and critical", .unencodedPayloadForbidden,
        Forge.token(header: ["b64": "false", "crit": #"["b64"]"#])),
      .refused(
        "J-D09", "b64 false", .unencodedPayloadForbidden, Forge.token(header: ["b64": "false"])),
      .refused(
        "J-D11", "b64 true and critical", .criticalUnknown,
        Forge.token(header: ["b64": "true", "crit": #"["b64"]"#])),
    ]
    + [#"["alg"]"#, #"["foo","foo"]"#, #"["bar"]"#, "[]", #""foo""#, "[5]", "null", "{}"].map {
      (json: String) in
      .refused(
        "J-D07", "crit \(json)", .criticalInvalid, Forge.token(header: ["crit": json, "foo": "1"]))
    }

  /// Everything here is signed with the key that the header points to.
  private static let keyReferences: [CatalogueRow] = [
    .refused(
      "J-D13", "jwk with a shared secret", .badSignature,
      Forge.token(
        header: ["jwk": #"{"kty":"oct","k":"\#(Base64URL.encode(attackerSecret))"}"#],
        key: .secret(attackerSecret))),
    .refused(
      "J-D13", "jwk with a public key", .untrustedKeyReference,
      Forge.token(
        header: ["alg": #""ES256""#, "kid": #""es-1""#, "jwk": attackerJWK], key: attacker),
      keys: [Fixture.es256]),
    .refused("J-D13", "jwk no object", .headerInvalid, Forge.token(header: ["jwk": "[]"])),
    .refused(
      "J-D15", "x5c", .untrustedKeyReference, Forge.token(header: ["x5c": #"["MIIB"]"#])),
    .refused(
      "J-D15", "jku", .untrustedKeyReference,
      Forge.token(header: ["jku": #""https://attacker.example/keys""#])),
    .refused(
      "J-D15", "x5u", .untrustedKeyReference,
      Forge.token(header: ["x5u": #""file:///etc/passwd""#])),
  ]

  private static let attackerSecret = [UInt8](repeating: 0x66, count: 32)
  private static let attacker = certainly {
    try SealingKey(p256: attackerSecret, keyID: "es-1")
  }
  private static let attackerJWK = String(
    decoding: attacker.verificationKey.jwk.published?.serialized() ?? [], as: UTF8.self)

  private static let keyIDs: [CatalogueRow] =
    [
      "../../../../dev/null", "/proc/self/environ", "kid'; DROP TABLE keys; --", "' OR 1=1--",
      "*)(uid=*", "$(id)", "hs-1\\u0000", "HS-1", "hs-1 ", "",
    ].map {
      .refused("J-D17", "kid \($0)", .unknownKey, Forge.token(header: ["kid": "\"\($0)\""]))
    }
    + ["5", "null", "[]"].map { (json: String) in
      .refused("J-D17", "kid \(json)", .headerInvalid, Forge.token(header: ["kid": json]))
    } + [
      .refused(
        "J-D17", "kid of 1 MB", .tooLarge,
        Forge.token(header: ["kid": "\"" + String(repeating: "k", count: 1_000_000) + "\""])),
      .accepted("J-D17", "no kid", Forge.token(header: ["kid": nil])),
      .refused(
        "J-D19", "kid of a key for another algorithm", .keyAlgorithmMismatch,
        Forge.token(header: ["kid": #""es-1""#]), keys: [Fixture.hs256, Fixture.es256]),
    ]
}
