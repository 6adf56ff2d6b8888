import TokenCore

/// The protected header of a JWS (RFC 7515 §4), with the members that decide something.
///
/// Reading it refuses what no consumer in the lab may take: members of the wrong type, critical
/// extensions, an unencoded payload and nested tokens. Which `alg`, `typ` and keys are allowed is
/// for the consumer to say, never for the header.
package struct JOSEHeader: Sendable {
  package let algorithm: String
  package let type: String?
  package let keyID: String?
  /// `jwk`: only a DPoP proof has a use for it (RFC 9449 §4.2).
  package let embeddedKey: JSONObject?
  /// All members in the order of the text; the unknown ones are ignored (RFC 7515 §4).
  package let members: JSONObject

  init(parsing bytes: [UInt8]) throws(AccessTokenFlaw) {
    guard !bytes.isEmpty else { throw .headerInvalid }
    let members = try JSONObject(parsing: bytes, otherwise: .headerInvalid)
    guard let algorithm = try members.headerText(.algorithm) else { throw .headerInvalid }
    self.algorithm = algorithm
    type = try members.headerText(.type)
    keyID = try members.headerText(.keyID)
    embeddedKey = try members.headerObject(.embeddedKey)
    self.members = members
    try checkCriticalExtensions()
    try checkContentType()
  }

  /// `alg: none` and everything else that is not on the list is nil.
  package var signingAlgorithm: SigningAlgorithm? {
    SigningAlgorithm(headerName: algorithm)
  }

  /// Media types are compared without regard to case and may leave `application/` out
  /// (RFC 7515 §4.1.9); RFC 9068's own example prints `at+JWT`.
  package func hasType(_ name: String) -> Bool {
    guard let type else { return false }
    return type.isSameASCII(as: name) || type.isSameASCII(as: "application/" + name)
  }
}

extension JOSEHeader {
  /// `crit` (RFC 7515 §4.1.11) and the one extension that JWTs must not use (RFC 7797 §7).
  private func checkCriticalExtensions() throws(AccessTokenFlaw) {
    if let encoded = members[.unencodedPayload] {
      guard case .boolean(let isEncoded) = encoded else { throw .headerInvalid }
      guard isEncoded else { throw .unencodedPayloadForbidden }
    }
    guard let critical = members[.critical] else { return }
    guard let names = critical.asArray, !names.isEmpty else { throw .criticalInvalid }
    var seen: [JSONName] = []
    for name in names {
      guard let name = name.asText.map({ JSONName($0) }), members[name] != nil,
        !Self.registered.contains(name), !seen.contains(name)
      else { throw .criticalInvalid }
      seen.append(name)
    }
    throw .criticalUnknown
  }

  /// `cty: JWT` announces a token inside the token (RFC 7519 §5.2), which nobody here unpacks.
  private func checkContentType() throws(AccessTokenFlaw) {
    guard let contentType = try members.headerText(.contentType) else { return }
    let isNested = ["JWT", "application/JWT"].contains { contentType.isSameASCII(as: $0) }
    if isNested { throw .nestedUnsupported }
  }

  /// Names that `crit` must not list, because every implementation knows them already.
  private static let registered: [JSONName] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "enc", "zip",
    "epk", "apu", "apv", "iv", "tag", "p2s", "p2c",
  ]
}

extension JSONName {
  static let algorithm = JSONName("alg")
  static let type = JSONName("typ")
  static let keyID = JSONName("kid")
  static let embeddedKey = JSONName("jwk")
  static let critical = JSONName("crit")
  static let contentType = JSONName("cty")
  static let unencodedPayload = JSONName("b64")
}

extension JSONObject {
  /// The object that the whole text is; a text that is JSON but no object gets the other flaw.
  init(parsing bytes: [UInt8], otherwise flaw: AccessTokenFlaw) throws(AccessTokenFlaw) {
    let value: JSONValue
    do { value = try JSONScanner.read(bytes) } catch { throw AccessTokenFlaw(error) }
    guard let object = value.asObject else { throw flaw }
    self = object
  }

  fileprivate func headerText(_ name: JSONName) throws(AccessTokenFlaw) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.asText else { throw .headerInvalid }
    return text
  }

  fileprivate func headerObject(_ name: JSONName) throws(AccessTokenFlaw) -> JSONObject? {
    guard let value = self[name] else { return nil }
    guard let object = value.asObject else { throw .headerInvalid }
    return object
  }
}

extension AccessTokenFlaw {
  init(_ flaw: JSONFlaw) {
    switch flaw.kind {
    case .invalid: self = .jsonInvalid
    case .duplicateMember: self = .duplicateMember
    case .limitExceeded: self = .tooLarge
    }
  }
}

extension String {
  /// Equal but for the case of the letters A to Z.
  func isSameASCII(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  var lowercasedASCII: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }
}
