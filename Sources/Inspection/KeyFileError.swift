import JOSE

/// Why a file gives no keys.
package enum KeyFileError: Error {
  /// It could be taken for a shared secret, and must not be.
  case publicKey(PublicKeyForm)
  /// Text in UTF-16, which no reader of keys takes.
  case wideText
  case notASet
  /// Fewer bytes than a shared secret has.
  case tooLittle(bytes: Int)
  case unusable(kind: String, KeyFlaw)

  /// What was expected and found; `file` is its name, safe to print.
  package func words(for file: String) -> String {
    switch self {
    case .publicKey(let form):
      "'\(file)' is \(form.name), not a shared secret; --key wants it as JWK or PEM"
    case .wideText:
      "'\(file)' is text in UTF-16, not a shared secret; --key wants text in UTF-8"
    case .notASet:
      "--jwks wants a JWK set, {\"keys\": [...]} (RFC 7517 §5); '\(file)' is none"
    case .tooLittle(let count):
      "--key wants a JWK, a JWK set, PEM, or a shared secret of 32 bytes or more (RFC 7518 "
        + "§3.2); '\(file)' has \(count) bytes"
    case .unusable(let kind, let flaw):
      "'\(file)' is not \(kind) that can be used: \(flaw.explanation)"
    }
  }
}
