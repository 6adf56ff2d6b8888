import JOSE

/// The keys of a file: a JWK, a JWK set, a PEM document, or the bytes of a shared secret.
///
/// A secret is taken for one only where it cannot be anything else. Taking a public key for a secret
/// is the mistake behind algorithm confusion (RFC 8725 §2.1), and a tool can make it too.
package struct KeyFile {
  let path: String
  /// What the file is, for a person: `a JWK`.
  package let kind: String
  package var keys: [VerificationKey] = []
  /// Reasons for keys that were passed over.
  var skipped: [KeyFlaw] = []
  /// Whether it is a secret with a line end, which counts.
  var endsInLineEnd = false

  /// Any of the four forms.
  package init(path: String, bytes: [UInt8]) throws(KeyFileError) {
    let text = Self.text(bytes) ?? ""
    if let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[" {
      if let set = try? JWKSet(parsing: text) {
        self.init(path, set)
      } else {
        try self.init(path, "a JWK") { () throws(KeyFlaw) in
          try VerificationKey(JWK(parsing: text))
        }
      }
    } else if text.contains("-----BEGIN") {
      try self.init(path, "a PEM key") { () throws(KeyFlaw) in
        if let key = try? SealingKey(pem: text) { return key.verificationKey }
        return try VerificationKey(pem: text)
      }
    } else if let other = PublicKeyForm(bytes) {
      throw .publicKey(other)
    } else if Self.isWideText(bytes) {
      throw .wideText
    } else {
      try self.init(path, secret: bytes)
    }
  }

  /// A JWK set and nothing else.
  package init(setPath path: String, bytes: [UInt8]) throws(KeyFileError) {
    guard let text = Self.text(bytes), let set = try? JWKSet(parsing: text) else {
      throw .notASet
    }
    self.init(path, set)
  }
}

extension KeyFile {
  /// The bytes as UTF-8, without the mark that some editors put before it; nil where they are none.
  private static func text(_ bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  /// Whether it begins like text in UTF-16, in which every other byte of ASCII is zero.
  private static func isWideText(_ bytes: [UInt8]) -> Bool {
    let start = Array(bytes.dropFirst(2).prefix(16))
    guard start.count == 16 else { return false }
    return [0, 1].contains { parity in
      start.enumerated().allSatisfy { index, byte in (index % 2 == parity) == (byte != 0) }
    }
  }

  private init(_ path: String, secret: [UInt8]) throws(KeyFileError) {
    guard let key = try? VerificationKey(secret: secret) else {
      throw .tooLittle(bytes: secret.count)
    }
    (self.path, kind, keys) = (path, "a shared secret", [key])
    endsInLineEnd = secret.last == UInt8(ascii: "\n")
  }

  private init(_ path: String, _ set: JWKSet) {
    (self.path, kind) = (path, "a JWK set")
    skipped = set.skipped
    for key in set.keys {
      do { keys.append(try VerificationKey(key)) } catch { skipped.append(error) }
    }
  }

  /// A key of a kind without an algorithm here, such as RSA, is no mistake of the person's: the
  /// verdict on the token says it. Any other flaw is one.
  private init(
    _ path: String, _ kind: String, _ read: () throws(KeyFlaw) -> VerificationKey
  ) throws(KeyFileError) {
    (self.path, self.kind) = (path, kind)
    do {
      keys = [try read()]
    } catch .unsupported {
      skipped = [.unsupported]
    } catch {
      throw .unusable(kind: kind, error)
    }
  }
}

extension KeyFlaw {
  /// The flaw as half a sentence.
  package var explanation: String {
    switch self {
    case .weak: "the secret has fewer than 32 bytes (RFC 7518 §3.2)"
    case .unreadable: "it is not well formed"
    case .unsupported: "there is no algorithm here for its kind (RSA, other curves)"
    case .otherUse: "it says that it is for another algorithm or use (RFC 7517 §4.2, §4.4)"
    case .invalid: "its numbers are no key"
    case .notPrivate: "it is a public key"
    case .signingFailed: "it does not sign"
    }
  }
}
