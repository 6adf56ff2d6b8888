import Crypto
import TokenCore

@testable import JOSE

extension CatalogueRow {
  /// Group A: algorithm and signature. J-A19 is refused before there is a token: see the key tests.
  static let algorithms = unsecured + confusions + wrongSignatures

  private static let unsecured =
    ["none", "noNe", "NONE", "None", "hs256", ""].map { name in
      CatalogueRow.refused(
        name == "none" ? "J-A01" : "J-A03", "alg \(name), no signature", .algorithmNotAllowed,
        Forge.replacingSignature(of: Forge.token(header: ["alg": "\"\(name)\""]), with: ""))
    } + [
      .refused("J-A05", "no alg", .headerInvalid, Forge.token(header: ["alg": nil])),
      .refused("J-A05", "alg a number", .headerInvalid, Forge.token(header: ["alg": "5"])),
      .refused("J-A09", "HS512 with the same key", .algorithmNotAllowed, hs512),
    ]

  private static var hs512: String {
    let token = Forge.token(header: ["alg": #""HS512""#])
    let input = Array(Forge.parts(token).prefix(2).joined(separator: ".").utf8)
    let code = HMAC<SHA512>.authenticationCode(
      for: input, using: SymmetricKey(data: Fixture.signingKey.secret))
    return Forge.replacingSignature(of: token, with: Array(code))
  }

  /// The public key of an ES256 server as the secret of an HS256 token, in all its spellings.
  private static let confusions: [CatalogueRow] = {
    guard case .p256(let key) = Fixture.es256.verificationKey.material else { return [] }
    let pem = Array(key.pemRepresentation.utf8)
    let jwk = Fixture.es256.verificationKey.jwk.published.map { $0.serialized() } ?? []
    let secrets: [(String, [UInt8])] = [
      ("PEM", pem + [0x0A]), ("PEM without final newline", pem),
      ("DER", Array(key.derRepresentation)), ("JWK", jwk),
      ("point", Array(key.x963Representation)), ("coordinates", Array(key.rawRepresentation)),
    ]
    return secrets.flatMap { name, secret in
      let token = Forge.token(header: ["kid": #""es-1""#], key: .secret(secret))
      return [
        CatalogueRow.refused(
          "J-A07", "HS256 keyed with the public key as \(name)", .algorithmNotAllowed, token,
          keys: [Fixture.es256]),
        .refused(
          "J-A07", "the same where HS256 is allowed too", .keyAlgorithmMismatch, token,
          keys: [Fixture.es256, Fixture.hs256]),
      ]
    }
  }()

  private static let wrongSignatures: [CatalogueRow] = [
    .refused("J-A11", "signature one character short", .badSignature, shortened),
    .refused(
      "J-A11", "the same where unused bits are left over", .malformed,
      String(
        Forge.token { Base64URL.decode(String(Forge.parts($0)[2].dropLast())) == nil }.dropLast())),
    .refused("J-A11", "signature of 16 bytes", .badSignature, truncated(to: 16)),
    .refused("J-A11", "signature of 1 byte", .badSignature, truncated(to: 1)),
    .refused("J-A11", "no signature", .badSignature, truncated(to: 0)),
    .refused("J-A13", "ES256 signature in DER", .badSignature, es256DER, keys: [Fixture.es256]),
    .accepted("J-A15", "ES256 signature (r, n − s)", es256Mirrored, keys: [Fixture.es256]),
    .refused("J-A17", "header of another genuine token", .badSignature, swappedHeader),
  ]

  private static var shortened: String {
    String(
      Forge.token { Base64URL.decode(String(Forge.parts($0)[2].dropLast())) != nil }.dropLast())
  }

  private static func truncated(to count: Int) -> String {
    let token = Forge.token()
    return Forge.replacingSignature(
      of: token, with: Array(Forge.signature(of: token).prefix(count)))
  }

  private static let es256Token = Forge.token(
    header: ["alg": #""ES256""#, "kid": #""es-1""#], key: Fixture.es256)

  private static var es256DER: String {
    let raw = Forge.signature(of: es256Token)
    let signature = certainly { try P256.Signing.ECDSASignature(rawRepresentation: raw) }
    return Forge.replacingSignature(of: es256Token, with: Array(signature.derRepresentation))
  }

  /// If (r, s) is a signature, so is (r, n − s), n being the order of the curve.
  private static var es256Mirrored: String {
    let raw = Forge.signature(of: es256Token)
    var mirrored = Array(raw.prefix(32))
    var borrow = 0
    var rest: [UInt8] = []
    for (digit, sign) in zip(order.reversed(), raw.suffix(32).reversed()) {
      let difference = Int(digit) - Int(sign) - borrow
      borrow = difference < 0 ? 1 : 0
      rest.append(UInt8(truncatingIfNeeded: difference))
    }
    mirrored += rest.reversed()
    return Forge.replacingSignature(of: es256Token, with: mirrored)
  }

  private static let order: [UInt8] =
    [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8) + [
      0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25,
      0x51,
    ]

  private static var swappedHeader: String {
    let other = Forge.token(header: ["version": "2"])
    return ([Forge.parts(other)[0]] + Forge.parts(Forge.token()).dropFirst()).joined(separator: ".")
  }
}
