/// SHA-256 of a token or secret: what the server stores instead of the thing itself.
public struct TokenDigest: Hashable, Sendable, CustomStringConvertible {
  /// In the row itself and not beside it: a run keeps one for each token.
  let words: (UInt64, UInt64, UInt64, UInt64)

  /// Takes 32 bytes.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes, not \(bytes.count)")
    func word(_ start: Int) -> UInt64 {
      bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(8), word(16), word(24))
  }

  /// The digest of a text's UTF-8 bytes.
  public init(of text: String, by cryptography: some TokenCryptography) {
    self.init(cryptography.digest(Array(text.utf8)))
  }

  /// The 32 bytes.
  var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Its first eight hexadecimal digits: enough to tell rows apart.
  public var description: String {
    let hex = String(words.0 >> 32, radix: 16)
    return String(repeating: "0", count: 8 - hex.count) + hex
  }

  /// Whether all 32 bytes are the same.
  public static func == (left: TokenDigest, right: TokenDigest) -> Bool {
    left.words == right.words
  }

  /// By its first eight bytes, which are random.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
