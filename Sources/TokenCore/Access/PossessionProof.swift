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
  /// The access token of the request, whose hash is `ath`; nil where it carries none.
  public let accessToken: String?
  /// `nonce`: the last value that the server gave; nil where it gave none.
  public let nonce: String?

  /// What the proof of one request says.
  public init(
    proofID: String, method: String, target: String, issuedAt: NumericDate,
    accessToken: String? = nil, nonce: String? = nil
  ) {
    self.proofID = proofID
    self.method = method
    self.target = target
    self.issuedAt = issuedAt
    self.accessToken = accessToken
    self.nonce = nonce
  }
}

/// What a server wants of the proof that comes with one request (RFC 9449 §4.3).
public struct ProofExpectation: Hashable, Sendable {
  /// The method of the request.
  public var method: String
  /// Its address, query and fragment aside.
  public var target: String
  /// The access token that it carries; nil for a request without one.
  public var accessToken: String?
  /// How far `iat` may be from now, in both directions, the edges included; nil where `iat` is not
  /// looked at, because a nonce says when the proof was made.
  public var window: TimeSpan?

  /// How old a proof may be, or how far ahead of a clock that is slow: seconds to minutes are
  /// acceptable (RFC 9449 §11.1).
  public static let usualWindow = TimeSpan.seconds(60)

  /// A proof for that request.
  public init(
    method: String, target: String, accessToken: String? = nil, window: TimeSpan? = usualWindow
  ) {
    self.method = method
    self.target = target
    self.accessToken = accessToken
    self.window = window
  }
}

/// What a verifier says of a proof (RFC 9449 §4.3).
public enum PossessionVerdict: Hashable, Sendable {
  /// Good, by the key of that thumbprint (RFC 7638), with that `jti` and that `nonce`. Whether the
  /// `jti` came before and whether the nonce is a good one is for the server to say.
  case accepted(thumbprint: String, proofID: String, nonce: String?)
  /// With the flaw's name.
  case refused(String)
}

/// What a server could establish about the key behind a request.
public enum ProvenKey: Hashable, Sendable {
  /// No proof came with it.
  case none
  /// One came, and is none: with the flaw's name.
  case invalid(String)
  /// One came without a nonce that the server takes.
  case nonceWanted
  /// The key of that thumbprint (RFC 7638).
  case proven(thumbprint: String)

  /// The thumbprint of a key that was proven.
  public var thumbprint: String? {
    if case .proven(let thumbprint) = self { thumbprint } else { nil }
  }
}
