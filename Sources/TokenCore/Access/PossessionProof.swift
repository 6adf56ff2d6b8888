/// The key on a device that never leaves it: 32 bytes, the seed of an Ed25519 key (RFC 8032 §5.1.5).
public struct DeviceKey: Hashable, Sendable {
  public let seed: [UInt8]

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
  public let issuedAt: NumericDate

  public init(proofID: String, method: String, target: String, issuedAt: NumericDate) {
    self.proofID = proofID
    self.method = method
    self.target = target
    self.issuedAt = issuedAt
  }
}

public enum PossessionVerdict: Hashable, Sendable {
  case accepted(thumbprint: String, proofID: String)
  /// With the flaw's name.
  case refused(String)
}

/// What a server could establish about the key behind a request.
public enum ProvenKey: Hashable, Sendable {
  /// No proof came with it.
  case none
  case invalid(String)
  case proven(thumbprint: String)
}
