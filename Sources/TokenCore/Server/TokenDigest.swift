/// SHA-256 of a token or secret: what the server stores instead of the thing itself.
public struct TokenDigest: Hashable, Sendable, CustomStringConvertible {
  private let words: [UInt64]

  /// Takes 32 bytes.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes, not \(bytes.count)")
    words = stride(from: 0, to: 32, by: 8).map { start in
      bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The digest of a text's UTF-8 bytes.
  public init(of text: String, by cryptography: some TokenCryptography) {
    self.init(cryptography.digest(Array(text.utf8)))
  }

  /// The 32 bytes.
  var bytes: [UInt8] {
    words.flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Its first eight hexadecimal digits: enough to tell rows apart.
  public var description: String {
    let hex = String(words[0] >> 32, radix: 16)
    return String(repeating: "0", count: 8 - hex.count) + hex
  }
}
