import Foundation

/// Forms of public keys that are neither JWK nor PEM. An attacker knows a public key, so bytes that
/// look like one are never taken for a shared secret.
package enum PublicKeyForm {
  case der, base64OfDER, openSSH, point

  package init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if Self.isDER(bytes) {
      self = .der
    } else if let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters),
      Self.isDER(Array(data))
    {
      self = .base64OfDER
    } else if ["ssh-", "ecdsa-sha2-", "sk-ssh-"].contains(where: text.hasPrefix) {
      self = .openSSH
    } else if bytes.count == 65, bytes.first == 4 {
      self = .point
    } else {
      return nil
    }
  }

  /// What it is, for a person.
  package var name: String {
    switch self {
    case .der: "a key or certificate in DER"
    case .base64OfDER: "a key or certificate in DER, written in base64"
    case .openSSH: "an OpenSSH key"
    case .point: "a point of a curve, which is a public key"
    }
  }

  /// One ASN.1 sequence that is exactly as long as it says and begins with another or a number.
  private static func isDER(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 6, bytes[0] == 0x30 else { return false }
    let size = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
    guard size <= 3 else { return false }
    let stated = size == 0 ? Int(bytes[1]) : bytes[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
    return stated == bytes.count - 2 - size && [0x30, 0x02].contains(bytes[2 + size])
  }
}
