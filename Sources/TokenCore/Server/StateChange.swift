/// One change of an authorization server's state. All changes since a moment, applied in order to the
/// server as it stood then, give the server as it stands now.
///
/// Beside them a server tells `ServerEvent`s: what somebody would want to know of an answer. Those
/// cannot rebuild anything, and many changes are nothing to tell.
public enum StateChange: Hashable, Codable, Sendable {
  /// The user's row is this from now on; a new one comes at the end.
  case userChanged(User)
  /// The client was registered.
  case clientRegistered(ClientRegistration)
  /// The row of that client says this from now on.
  case clientChanged(ClientRegistration)
  /// A person signed in in a browser that had no session.
  case sessionStarted(SSOSession)
  /// The person authenticated again: the cookie of that digest names the session from now on.
  case sessionRenewed(SSOSessionID, TokenDigest, at: Instant)
  /// The session answered for its person.
  case sessionUsed(SSOSessionID, at: Instant)
  /// The session was ended.
  case sessionEnded(SSOSessionID, SSOSession.End)
  /// A code was given.
  case codeIssued(AuthorizationCode)
  /// The code at that place, from 0, was exchanged, and opened that family.
  case codeUsed(Int, for: FamilyID)
  /// A sign-in opened the family; it has no token yet.
  case familyStarted(TokenFamily)
  /// A session's record was used.
  case familyUsed(FamilyID, at: Instant)
  /// The family was closed or revoked; clear copies of its tokens go.
  case familyEnded(FamilyID, TokenFamily.State)
  /// An access token was given.
  case accessTokenIssued(AccessTokenRecord)
  /// The record of an access token says that it is good no more.
  case accessTokenRevoked(AccessTokenID, at: Instant)
  /// A refresh token was given.
  case refreshTokenIssued(RefreshTokenRecord)
  /// A refresh token was spent, presented again, or displaced.
  case refreshTokenChanged(RefreshTokenID, RefreshTokenRecord.State)
  /// A spent refresh token was taken for a retry once more, so many times now.
  case refreshTokenRetried(RefreshTokenID, times: Int)
  /// An API looked up the access token that came with a refresh token.
  case refreshTokenConfirmed(RefreshTokenID, at: Instant)
  /// A reusable refresh token was used, and idles out at that moment now; nil for never.
  case refreshTokenUsed(RefreshTokenID, idleDeadline: Instant?)
  /// A refresh token lies in clear up to that moment, for a retry.
  case retryCopyKept(RefreshToken, until: Instant)
  /// Clear copies whose time was over at that moment are gone.
  case retryCopiesDropped(at: Instant)
  /// A proof with that `jti` came; those that are too old to matter at that moment are forgotten.
  case proofSeen(String, at: Instant)
  /// That policy holds from now on, and so much is lacking of tokens from before.
  case policyChanged(Policy, RowGaps)
  /// These keys are published, the last one signs, and so many there have been.
  case keysPublished([SigningKey], count: Int)
  /// The part fails from now on.
  case partBroke(ServerPart)
  /// The part works again.
  case partMended(ServerPart)
}
