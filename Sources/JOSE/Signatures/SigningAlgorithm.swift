import TokenCore

/// The algorithms this verifier knows (RFC 7518 §3.1, RFC 8037 §3.1). `none` is not among them and
/// cannot be asked for; RS256, which RFC 9068 §2.1 requires of conforming servers, is left out.
package enum SigningAlgorithm: String, CaseIterable, Sendable {
  case hs256 = "HS256"
  case es256 = "ES256"
  case edDSA = "EdDSA"

  /// Case-sensitive (RFC 7515 §4.1.1). `Ed25519` is RFC 9864's name for EdDSA with that curve.
  package init?(headerName: String) {
    let known = Self.allCases.first { sameBytes($0.rawValue, headerName) }
    guard let algorithm = sameBytes(headerName, "Ed25519") ? .edDSA : known else {
      return nil
    }
    self = algorithm
  }

  /// What the lab's server signs with.
  init(_ signature: TokenSignature) {
    switch signature {
    case .ed25519: self = .edDSA
    case .hs256: self = .hs256
    }
  }

  /// Whether the key that verifies is not the key that signs.
  package var isAsymmetric: Bool {
    switch self {
    case .hs256: false
    case .es256, .edDSA: true
    }
  }
}
