import TestKeys

/// A public key of a kind that verifies nothing here, and all the same must never become a shared
/// secret.
enum RSAKey {
  /// The file as OpenSSL writes it, with its last line end.
  static let pem = OpenSSLKeys.rsaPublic + "\n"

  /// The lines between, which are the DER in base64.
  static var base64: String {
    pem.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
  }
}
