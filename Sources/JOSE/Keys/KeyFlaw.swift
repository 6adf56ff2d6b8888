/// Why key material was not taken. Keys are configuration, so this is an error and not a verdict
/// on somebody's token.
package enum KeyFlaw: String, Error, CaseIterable, Sendable {
  /// Fewer bytes than the hash has (RFC 7518 §3.2): could be guessed from a single token.
  case weak = "weak_key"
  /// Not the JSON, PEM or encoding it should be.
  case unreadable
  /// A known kind of key for which there is no algorithm here, such as RSA.
  case unsupported
  /// The key says it is for another algorithm or another use than signatures (RFC 7517 §4.2, §4.4).
  case otherUse = "other_use"
  /// Numbers that are no point of the curve, or a private part that does not fit the public one.
  case invalid
  /// A public key where the private one is needed.
  case notPrivate = "not_private"
  /// The library refused to sign; no key that was taken does that.
  case signingFailed = "signing_failed"
}
