import TokenCore

/// A signed text in the compact serialization (RFC 7515 §7.1), taken apart and not yet believed.
public struct CompactJWS: Sendable {
  public let header: JOSEHeader
  /// The decoded second part. Not yet JSON.
  public let payload: [UInt8]
  public let signature: [UInt8]
  /// The first two parts with the dot between them, as received: what the signature is over.
  public let signingInput: [UInt8]

  /// 8 KiB: looked at before anything is decoded. A larger header would not pass most servers.
  public static let sizeLimit = 8192

  /// Exactly two dots, strict base64url in all three parts, and a JOSE header (RFC 7515 §5.2).
  public static func parse(_ token: String) -> Result<CompactJWS, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in try CompactJWS(parsing: token) }
  }

  init(parsing token: String) throws(AccessTokenFlaw) {
    guard token.utf8.count <= Self.sizeLimit else { throw .tooLarge }
    let bytes = Array(token.utf8)
    let parts = try Self.split(bytes)
    guard let header = Base64URL.decode(parts.header),
      let payload = Base64URL.decode(parts.payload), !payload.isEmpty,
      let signature = Base64URL.decode(parts.signature)
    else { throw .malformed }
    self.header = try JOSEHeader(parsing: header)
    self.payload = payload
    self.signature = signature
    signingInput = Array(bytes[..<parts.payload.endIndex])
  }

  private typealias Parts = (
    header: ArraySlice<UInt8>, payload: ArraySlice<UInt8>, signature: ArraySlice<UInt8>
  )

  private static func split(_ bytes: [UInt8]) throws(AccessTokenFlaw) -> Parts {
    let dot = UInt8(ascii: ".")
    guard let first = bytes.firstIndex(of: dot),
      let second = bytes[(first + 1)...].firstIndex(of: dot),
      !bytes[(second + 1)...].contains(dot)
    else { throw .malformed }
    return (bytes[..<first], bytes[(first + 1)..<second], bytes[(second + 1)...])
  }
}
