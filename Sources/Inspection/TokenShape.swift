import JOSE

/// What kind of thing somebody handed over, judged by its looks and before anything is verified.
enum TokenShape: Equatable {
  /// No token at all: nothing, or characters that no bearer token has (RFC 6750 §2.1).
  case noToken
  /// With the scheme of the header in front, as it is copied out of a request.
  case withScheme(String)
  /// Says nothing to anybody but the server that issued it.
  case opaque
  /// Five parts: encrypted (RFC 7516 §7.1).
  case encrypted
  /// Meant as a signed token, well made or not.
  case signed

  package init(_ token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    if let scheme = Self.schemes.first(where: { Self.begins(token, with: $0 + " ") }) {
      self = .withScheme(scheme)
    } else if parts.count > 1, Self.isHeader(parts[0]) {
      self = parts.count == 5 ? .encrypted : .signed
    } else {
      self = Self.isBearerToken(token) ? .opaque : .noToken
    }
  }

  private static let schemes = ["Bearer", "DPoP"]

  /// Schemes are compared without regard to case (RFC 9110 §11.1).
  private static func begins(_ token: String, with start: String) -> Bool {
    token.prefix(start.count).lowercased() == start.lowercased()
  }

  /// Whether the part reads as a JSON object, or would if it were not damaged: the base64url of `{`
  /// begins with `e` and one of sixteen characters.
  private static func isHeader(_ part: Substring) -> Bool {
    if let bytes = Base64URL.decode(String(part)) {
      let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      return first == UInt8(ascii: "{") || (try? JSONValue(parsing: bytes)) != nil
    }
    let start = Array(part.utf8.prefix(2))
    return start.count == 2 && start[0] == UInt8(ascii: "e")
      && "wxyz0123456789-_".utf8.contains(start[1])
  }

  /// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="` (RFC 6750 §2.1).
  private static func isBearerToken(_ token: String) -> Bool {
    let body = token.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty && body.allSatisfy(isBearerByte)
  }

  private static func isBearerByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~+/".utf8.contains(byte)
    }
  }
}
