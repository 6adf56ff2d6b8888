import TokenCore

@testable import JOSE

/// One issuer, one audience, three keys and a moment: what the tests of this target share.
enum Fixture {
  static let now = NumericDate(seconds: 1_700_000_000)
  static let issuer = "https://as.example"
  static let audience = "https://api.example"

  static let signingKey = SigningKey(
    keyID: "hs-1", for: .hs256, secret: (1...32).map { UInt8($0) }, LabCryptography())
  static let hs256 = SealingKey(signingKey)
  static let es256 = certainly { try SealingKey(p256: (1...32).map { UInt8($0) }, keyID: "es-1") }
  static let edDSA = certainly {
    try SealingKey(ed25519: (1...32).map { UInt8($0) }, keyID: "ed-1")
  }
  static let allKeys = [hs256, es256, edDSA]

  static let rules = AccessTokenRules(issuer: issuer, audience: audience)

  static let claims = AccessTokenClaims(
    issuer: issuer, subject: "alice", audience: [audience], clientID: "web", issuedAt: now,
    expiresAt: now + .seconds(300), tokenID: "token-1", scope: "read write")

  static func verifier(
    _ keys: [SealingKey] = [hs256], _ rules: AccessTokenRules = rules
  ) -> AccessTokenVerifier {
    AccessTokenVerifier(keys: keys.map(\.verificationKey), rules: rules)
  }
}

extension SealingKey {
  /// A shared secret of any length: what an attacker signs with.
  static func secret(_ bytes: [UInt8], keyID: String? = nil) -> SealingKey {
    SealingKey(keyID: keyID, material: .secret(bytes))
  }
}

/// The verdict without the claims, as the tables write it: nil is accepted.
extension AccessTokenVerdict {
  var flaw: AccessTokenFlaw? {
    if case .refused(let flaw, _) = self { flaw } else { nil }
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let flaw) = self { flaw } else { nil }
  }
}

/// For fixtures that cannot fail unless the fixture itself is wrong.
func certainly<Value>(_ make: () throws -> Value) -> Value {
  do { return try make() } catch { preconditionFailure("a fixture could not be made: \(error)") }
}
