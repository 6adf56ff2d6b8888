import TokenCore

/// A signed text in the compact serialization (RFC 7515 §7.1), taken apart and not yet believed.
package struct CompactJWS: Sendable {
  package let header: JOSEHeader
  /// The decoded second part. Not yet JSON.
  package let payload: [UInt8]
  package let signature: [UInt8]
  /// The first two parts with the dot between them, as received: what the signature is over.
  package let signingInput: [UInt8]

  /// 8 KiB: looked at before anything is decoded. A larger header would not pass most servers.
  package static let sizeLimit = 8192

  /// Exactly two dots, strict base64url in all three parts, and a JOSE header (RFC 7515 §5.2).
  package static func parse(_ token: String) -> Result<CompactJWS, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in try CompactJWS(parsing: token) }
  }

  init(parsing token: String) throws(AccessTokenFlaw) {
    guard token.utf8.count <= Self.sizeLimit else { throw .tooLarge }
    var bytes = Array(token.utf8)
    let (first, second) = try Self.dots(in: bytes)
    guard let header = Base64URL.decode(bytes[..<first]),
      let payload = Base64URL.decode(bytes[(first + 1)..<second]), !payload.isEmpty,
      let signature = Base64URL.decode(bytes[(second + 1)...])
    else { throw .malformed }
    self.header = try JOSEHeader(parsing: header)
    self.payload = payload
    self.signature = signature
    bytes.removeSubrange(second...)
    signingInput = bytes
  }

  /// Looked up where there is a memory, and computed where it does not know.
  func isSigned(by key: VerificationKey, _ memory: SignatureMemory?) -> Bool {
    guard let memory else { return key.isValid(signature, over: signingInput) }
    return memory.isValid(signature, over: signingInput, by: key)
  }

  private static func dots(in bytes: [UInt8]) throws(AccessTokenFlaw) -> (Int, Int) {
    guard let first = place(ofDotIn: bytes, from: 0),
      let second = place(ofDotIn: bytes, from: first + 1),
      place(ofDotIn: bytes, from: second + 1) == nil
    else { throw .malformed }
    return (first, second)
  }

  private static func place(ofDotIn bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count, bytes[index] != UInt8(ascii: ".") { index += 1 }
      return index < bytes.count ? index : nil
    }
  }
}
