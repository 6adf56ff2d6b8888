/// A refusal: the true reason with the facts behind it, and what the wire says of it. The gap between
/// the two is deliberate (an error must not help a guesser), and is itself a lesson.
public struct Denial: Hashable, Sendable {
  public let reason: DenialReason
  public let facts: [Fact]

  public init(_ reason: DenialReason, _ facts: [Fact] = []) {
    self.reason = reason
    self.facts = facts
  }

  /// What the caller is told, or nil where it is told nothing (RFC 6750 §3.1).
  public var error: ErrorCode? { reason.wire.error }
  public var status: Int { reason.wire.status }
}

/// Why a request was refused.
public enum DenialReason: Hashable, Sendable {
  // Forms (RFC 6749 §3.2, §5.2)
  case requestMalformed
  case grantTypeUnsupported
  case clientAuthenticationFailed
  // The authorization endpoint and the code grant
  case clientUnregistered
  case personRefused
  case codeUnknown
  case codeUsed
  case codeExpired
  case verifierMismatch
  // The refresh table
  case refreshUnknown
  case clientMismatch
  /// With the flaw's name.
  case proofInvalid(String)
  case proofByAnotherKey
  case familyRevoked
  case userDisabled
  case expiredAbsolute
  case expiredIdle
  case spent
  case reuseDetected(ReuseCause)
  case scopeRefused
  // A re-issue
  case reissueRefused(AccessTokenFlaw)
  case windowClosed
  case credentialsChanged
  // Revocation (RFC 7009 §2.1)
  case revokerMismatch
  case tokenTypeNotRevocable
  // A resource server
  case credentialsMissing
  case tokenRefused(AccessTokenFlaw)
  /// Before `exp`, past the private short expiry.
  case shortExpiryOver
  case scopeInsufficient
}

/// Which rule made a second presentation a reuse.
public enum ReuseCause: String, Hashable, CaseIterable, Sendable {
  /// The server gives no grace.
  case noGrace = "no grace"
  /// The window had closed.
  case graceOver = "grace over"
  /// Its successor has been used too: not the immediate predecessor.
  case successorUsed = "successor already used"
  /// A retry had displaced it.
  case displaced = "displaced by a retry"
}
