/// The key on a device that never leaves it: 32 bytes, the seed of an Ed25519 key (RFC 8032 §5.1.5).
public struct DeviceKey: Hashable, Sendable {
  /// 32 bytes.
  public let seed: [UInt8]

  /// Takes 32 bytes; any other number stops the program.
  public init(seed: [UInt8]) {
    precondition(seed.count == 32, "an Ed25519 seed has 32 bytes, not \(seed.count)")
    self.seed = seed
  }
}

/// What a client says about one request to show that it holds its key (RFC 9449 §4.2).
public struct PossessionProof: Hashable, Sendable {
  /// `jti`: another for every proof.
  public let proofID: String
  /// `htm`
  public let method: String
  /// `htu`
  public let target: String
  /// `iat`
  public let issuedAt: NumericDate

  /// What the proof of one request says.
  public init(proofID: String, method: String, target: String, issuedAt: NumericDate) {
    self.proofID = proofID
    self.method = method
    self.target = target
    self.issuedAt = issuedAt
  }
}

/// What a verifier says of a proof (RFC 9449 §4.3).
public enum PossessionVerdict: Hashable, Sendable {
  /// Good, by the key of that thumbprint (RFC 7638), with that `jti`.
  case accepted(thumbprint: String, proofID: String)
  /// With the flaw's name.
  case refused(String)
}

/// What a server could establish about the key behind a request.
public enum ProvenKey: Hashable, Sendable {
  /// No proof came with it.
  case none
  /// One came, and is none: with the flaw's name.
  case invalid(String)
  /// The key of that thumbprint (RFC 7638).
  case proven(thumbprint: String)
}
