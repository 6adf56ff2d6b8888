/// A refusal: the true reason with the facts behind it, and what the wire says of it. The gap between
/// the two is deliberate (an error must not help a guesser), and is itself a lesson.
public struct Denial: Hashable, Sendable {
  /// The true reason.
  public let reason: DenialReason
  /// What was compared.
  public let facts: [Fact]

  /// A refusal for that reason.
  public init(_ reason: DenialReason, _ facts: [Fact] = []) {
    self.reason = reason
    self.facts = facts
  }

  /// What the caller is told, or nil where it is told nothing (RFC 6750 §3.1).
  public var error: ErrorCode? { reason.wire.error }
  /// The HTTP status that goes with it.
  public var status: Int { reason.wire.status }
}

/// Why a request was refused.
public enum DenialReason: Hashable, Sendable {
  // Forms (RFC 6749 §3.2, §5.2)
  /// A parameter is missing or occurs twice, or the client authenticates in two ways.
  case requestMalformed
  /// The policy offers no such grant (RFC 6749 §5.2).
  case grantTypeUnsupported
  /// No such client, or wrong credentials (RFC 6749 §5.2).
  case clientAuthenticationFailed
  // The authorization endpoint and the code grant
  /// No such client: the browser is not sent back (RFC 6749 §4.1.2.1).
  case clientUnregistered
  /// There is no code challenge, or it is the verifier itself (RFC 7636 §4.4.1).
  case challengeRefused
  /// No such person, or a disabled account.
  case personRefused
  /// The browser has no session, and nobody is to be asked (OpenID Connect Core 1.0 §3.1.2.6).
  case sessionMissing
  /// The browser's session was unused for too long, or is too old.
  case sessionExpired
  /// The browser's session was ended.
  case sessionEnded
  /// The browser's session answers, and its person authenticated too long ago for the request.
  case sessionTooOld
  /// The session that the code came of was ended before the code was used.
  case codeSessionEnded
  /// No such code, or another client's.
  case codeUnknown
  /// The code was exchanged before (RFC 6749 §4.1.2).
  case codeUsed
  /// The code is older than its lifetime.
  case codeExpired
  /// The verifier does not belong to the challenge (RFC 7636 §4.6).
  case verifierMismatch
  // The refresh table
  /// No such refresh token, or one that is no longer remembered.
  case refreshUnknown
  /// The token was issued to another client.
  case clientMismatch
  /// With the flaw's name: a `ProofFlaw`'s, or what whoever read the proof calls it.
  case proofInvalid(String)
  /// A good proof, by another key than the grant's (RFC 9449 §5).
  case proofByAnotherKey
  /// A proof without a nonce that the token endpoint takes now (RFC 9449 §8).
  case nonceWanted
  /// The family was revoked before.
  case familyRevoked
  /// The account is disabled.
  case userDisabled
  /// Too long since the sign-in.
  case expiredAbsolute
  /// Too long since the last use.
  case expiredIdle
  /// The token was used before, and the policy only refuses it.
  case spent
  /// The token was used before, so lately that it is refused as the loser of a race, and no more.
  case spared
  /// The token was used before, and the policy answers that (RFC 9700 §4.14.2).
  case reuseDetected(ReuseCause)
  /// More is asked for than was granted (RFC 6749 §6).
  case scopeRefused
  /// Nothing of what is asked for may be granted, to that person or to that client: a token for
  /// nothing is none (RFC 6749 §3.3).
  case scopeNotPermitted
  // A re-issue
  /// The token that is presented for re-issue is none.
  case reissueRefused(AccessTokenFlaw)
  /// Too late for a re-issue.
  case windowClosed
  /// The password has changed since the sign-in.
  case credentialsChanged
  // Revocation (RFC 7009 §2.1)
  /// The token to be revoked was issued to another client.
  case revokerMismatch
  /// No record decides about such a token (RFC 7009 §2.2.1).
  case tokenTypeNotRevocable
  // The server's own parts (RFC 9110 §15.6.4)
  /// The introspection endpoint is down.
  case introspectionDown
  /// The store lost what was to be written, so nothing was changed.
  case writeFailed
  // A resource server
  /// The request carries no token.
  case credentialsMissing
  /// A cookie alone: any page can have the browser send that (RFC 6750 §5.3).
  case ownPageUnproven
  /// The token is not good here, for this flaw.
  case tokenRefused(AccessTokenFlaw)
  /// Before `exp`, past the private short expiry.
  case shortExpiryOver
  /// Its entry in the status list is not VALID, or it names none (draft-ietf-oauth-status-list §8.3).
  case statusInvalid
  /// An event has said that its session was revoked (CAEP 1.0 §3.1).
  case sessionSignalled
  /// It names no session, so that no event could be about it.
  case sessionUnnamed
  /// The proof that came with the token is none, with the flaw's name (RFC 9449 §7.1).
  case callProofInvalid(String)
  /// A proof without a nonce that the resource server takes now (RFC 9449 §9).
  case callNonceWanted
  /// The token does not allow what the request is for.
  case scopeInsufficient
  /// The person authenticated too long ago for the call (RFC 9470 §3).
  case signInTooOld
}

/// What a server itself finds wrong with a proof, beside what is wrong in its text.
public enum ProofFlaw: String, Hashable, CaseIterable, Sendable {
  /// None came along.
  case missing
  /// It came before (RFC 9449 §11.1).
  case replayed
}

/// Which rule made a second presentation a reuse.
public enum ReuseCause: String, Hashable, CaseIterable, Sendable {
  /// The server gives no grace.
  case noGrace = "no grace"
  /// The window had closed.
  case graceOver = "grace over"
  /// Inside the window, and it has had as many retries as there are.
  case graceUsedUp = "grace used up"
  /// Its successor has been used too: not the immediate predecessor.
  case successorUsed = "successor already used"
  /// A retry had displaced it.
  case displaced = "displaced by a retry"
  /// Inside its grace, but spent when no successor was kept in clear to be given again.
  case noCopy = "no copy was kept for a retry"
}
