/// An http or https address without query and fragment, in the one form in which two spellings of
/// the same address are equal (RFC 9449 §4.3, RFC 3986 §6.2.2 and §6.2.3).
///
/// Normalised are: the case of scheme and host, the default port, an empty path, escapes of
/// characters that need none, the case of other escapes, and dot segments. Refused are: relative
/// addresses, user names, other schemes, and characters that no address has.
package struct HTTPTarget: Equatable, Sendable, CustomStringConvertible {
  package let description: String

  package init?(_ address: String) {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let bytes = Array(address.utf8[..<(end ?? address.utf8.endIndex)])
    guard bytes.allSatisfy({ 0x21...0x7E ~= $0 }),
      let scheme = Self.schemes.first(where: { $0.matches(bytes) })
    else { return nil }
    let rest = bytes[scheme.start.utf8.count...]
    let authorityEnd = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    guard let authority = Self.normalised(authority: rest[..<authorityEnd], scheme),
      let path = Self.normalised(path: rest[authorityEnd...])
    else { return nil }
    description = scheme.start + authority + path
  }
}

extension HTTPTarget {
  private struct Scheme {
    let start: String
    let port: Int

    func matches(_ bytes: [UInt8]) -> Bool {
      bytes.prefix(start.utf8.count).elementsEqual(start.utf8) { $0.lowercasedASCII == $1 }
    }
  }

  private static let schemes = [
    Scheme(start: "http://", port: 80), Scheme(start: "https://", port: 443),
  ]

  /// Host in lower case, port only where it is not the scheme's own. A host is a name or an IPv4
  /// address, or an IPv6 address in brackets.
  private static func normalised(authority: ArraySlice<UInt8>, _ scheme: Scheme) -> String? {
    let isBracketed = authority.first == UInt8(ascii: "[")
    let hostEnd =
      isBracketed
      ? authority.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
      : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
    guard let hostEnd else { return nil }
    let inner = isBracketed ? authority[..<hostEnd].dropFirst().dropLast() : authority[..<hostEnd]
    let extra = isBracketed ? ":." : "-._"
    guard !inner.isEmpty, inner.allSatisfy({ $0.isAlphanumeric || extra.utf8.contains($0) }),
      let port = normalised(port: authority[hostEnd...], scheme)
    else { return nil }
    return String(decoding: authority[..<hostEnd].map(\.lowercasedASCII), as: UTF8.self) + port
  }

  private static func normalised(port: ArraySlice<UInt8>, _ scheme: Scheme) -> String? {
    let digits = port.dropFirst()
    guard port.first == UInt8(ascii: ":") else { return port.isEmpty ? "" : nil }
    guard !digits.isEmpty else { return "" }
    guard digits.count <= 5, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard number <= 65535 else { return nil }
    return number == scheme.port ? "" : ":\(number)"
  }
}

extension HTTPTarget {
  private static func normalised(path: ArraySlice<UInt8>) -> String? {
    guard let path = unescaped(path) else { return nil }
    var segments: [ArraySlice<UInt8>] = []
    let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    for segment in all where !segment.elementsEqual(".".utf8) {
      guard segment.elementsEqual("..".utf8) else {
        segments.append(segment)
        continue
      }
      _ = segments.popLast()
    }
    if all.last?.elementsEqual(".".utf8) == true || all.last?.elementsEqual("..".utf8) == true {
      segments.append([])
    }
    let joined = segments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    return "/" + joined
  }

  /// Decodes the escapes of unreserved characters and writes the others in upper case; nil if an
  /// escape is not two hexadecimal digits.
  private static func unescaped(_ path: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = path
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexadecimalValue,
        let low = rest.popFirst()?.hexadecimalValue
      else { return nil }
      let value = high << 4 | low
      let isUnreserved = value.isAlphanumeric || "-._~".utf8.contains(value)
      result += isUnreserved ? [value] : [byte, high.hexadecimalDigit, low.hexadecimalDigit]
    }
    return result
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    0x30...0x39 ~= self || 0x61...0x7A ~= lowercasedASCII
  }

  fileprivate var hexadecimalValue: UInt8? {
    switch lowercasedASCII {
    case 0x30...0x39: self - 0x30
    case 0x61...0x66: lowercasedASCII - 0x61 + 10
    default: nil
    }
  }

  fileprivate var hexadecimalDigit: UInt8 {
    self < 10 ? 0x30 + self : 0x41 + self - 10
  }
}
