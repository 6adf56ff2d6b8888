/// What changed, or was noticed, on a server while it answered. The server knows tokens and families;
/// it never knows who is a thief.
public enum ServerEvent: Hashable, Sendable {
  /// A sign-in opened a new family.
  case familyStarted(FamilyID, user: UserID)
  case accessTokenIssued(AccessTokenID, family: FamilyID, expiresAt: Instant)
  case refreshTokenIssued(
    RefreshTokenID, family: FamilyID, generation: Int, expiresAt: Instant?)
  /// A rotation spent the token and gave its successor.
  case refreshTokenSpent(RefreshTokenID, successor: RefreshTokenID)
  /// A reusable token was used and stays good.
  case refreshTokenUsed(RefreshTokenID)
  /// A spent token came back inside its grace and was answered.
  case refreshTokenRetried(RefreshTokenID, gave: RefreshTokenID)
  /// Another successor of the same predecessor won; this one will never be good again.
  case refreshTokenDisplaced(RefreshTokenID)
  /// A spent token came back outside its grace.
  case refreshTokenReused(RefreshTokenID, family: FamilyID, ReuseCause)
  case familyRevoked(FamilyID, RevocationReason)
  /// The family's lifetime ran out and somebody noticed by asking.
  case familyClosed(FamilyID)
  case accessTokenRevoked(AccessTokenID)
  /// An administrative act at the user's row.
  case userChanged(UserID, UserChange)
  /// New tokens are signed with this key from now on.
  case signingKeyRotated(keyID: String)
  /// A key left the published set at once; tokens signed with it are worth nothing to whoever knows.
  case signingKeyWithdrawn(keyID: String)
}

/// What changed in a user's row.
public enum UserChange: Hashable, Sendable {
  case passwordChanged
  case disabled
  case role(isAdmin: Bool)
}

/// Why a family was revoked.
public enum RevocationReason: String, Hashable, Sendable {
  case reuse
  case logout
  case passwordChanged = "password changed"
  case accountDisabled = "account disabled"
  case codeReplayed = "code replayed"
}
