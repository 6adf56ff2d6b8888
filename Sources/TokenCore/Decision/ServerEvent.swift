/// What changed, or was noticed, on a server while it answered. The server knows tokens and families;
/// it never knows who is a thief.
public enum ServerEvent: Hashable, Sendable {
  /// A person signed in in a browser that had no session of theirs.
  case sessionStarted(SSOSessionID, user: UserID)
  /// The person authenticated again in a browser with a living session: it has another cookie now.
  case sessionRenewed(SSOSessionID)
  /// The session answered for its person, who was not asked.
  case sessionUsed(SSOSessionID)
  /// The session answers for nobody any more, and codes that came of it are refused.
  case sessionEnded(SSOSessionID, RevocationReason)
  /// A sign-in opened a new family.
  case familyStarted(FamilyID, user: UserID)
  /// An access token was given; it dies at that moment.
  case accessTokenIssued(AccessTokenID, family: FamilyID, expiresAt: Instant)
  /// A refresh token was given; it dies at that moment unless it is used before, or never.
  case refreshTokenIssued(
    RefreshTokenID, family: FamilyID, generation: Int, expiresAt: Instant?)
  /// A rotation spent the token and gave its successor.
  case refreshTokenSpent(RefreshTokenID, successor: RefreshTokenID)
  /// A reusable token was used and stays good.
  case refreshTokenUsed(RefreshTokenID)
  /// A spent token came back inside its grace and was answered.
  case refreshTokenRetried(RefreshTokenID, gave: RefreshTokenID)
  /// An API looked up the access token that came with it, which ends the grace of the one before.
  case refreshTokenConfirmed(RefreshTokenID)
  /// Another successor of the same predecessor won; this one will never be good again.
  case refreshTokenDisplaced(RefreshTokenID)
  /// A spent token came back outside its grace.
  case refreshTokenReused(RefreshTokenID, family: FamilyID, ReuseCause)
  /// The row of the family, or of its access tokens, says from now on that it is over. Who looks there
  /// refuses; what nobody looks up is told as living on.
  case familyRevoked(FamilyID, RevocationReason)
  /// The family's lifetime ran out and somebody noticed by asking.
  case familyClosed(FamilyID)
  /// The record of an access token says that it is good no more.
  case accessTokenRevoked(AccessTokenID)
  /// The deny-list that says so reaches the resource servers at that moment; until then they serve it.
  case revocationArrives(AccessTokenID, at: Instant)
  /// The entry of a revoked access token in the status list is INVALID from now on; an API that has an
  /// older copy goes by that, at the latest up to that moment.
  case statusChanged(AccessTokenID, seenBy: Instant)
  /// The API of that identifier has fetched the status list, in which so many entries are INVALID, and
  /// goes by its copy up to that moment.
  case statusListFetched(by: String, invalid: Int, keptUntil: Instant)
  /// The family of the access token was to end, and nobody looks: it is served up to that moment.
  case accessTokenLivesOn(AccessTokenID, until: Instant)
  /// The family of the refresh token was to end, and the server keeps no row of it: it is answered up
  /// to that moment, or for ever.
  case refreshTokenLivesOn(RefreshTokenID, until: Instant?)
  /// The user's row changed.
  case userChanged(UserID, UserChange)
  /// The client may have that scope no more.
  case scopeWithdrawn(String, from: RegistrationID)
  /// Another policy holds from now on; tokens keep what is written in them and in their rows.
  indirect case policyChanged(from: Policy, to: Policy)
  /// The new policy has no use for an access token that was good before.
  case accessTokenObsolete(AccessTokenID, because: Obsolescence)
  /// The new policy has no use for a refresh token that was good before.
  case refreshTokenObsolete(RefreshTokenID, because: Obsolescence)
  /// New tokens are signed with this key from now on.
  case signingKeyRotated(keyID: String)
  /// A key left the published set at once; tokens signed with it are worth nothing to whoever knows.
  case signingKeyWithdrawn(keyID: String)
  /// A part of the server fails from now on.
  case partBroke(ServerPart)
  /// It works again: of the store, after it has lost what one request was to write.
  case partMended(ServerPart)
}

/// What changed in a user's row.
public enum UserChange: Hashable, Sendable {
  /// The user has a new password.
  case passwordChanged
  /// The account was closed.
  case disabled
  /// The account was opened again.
  case enabled
  /// The user became an administrator, or is none any more.
  case role(isAdmin: Bool)
  /// Access tokens that carry a lower version are refused where versions are compared.
  case versionRaised(to: Int)
}

/// Why a token from before a change of policy is good for nothing after it.
public enum Obsolescence: String, Hashable, CaseIterable, Codable, Sendable {
  /// The server has no row of it: nobody wrote one when it was given.
  case noRow = "the server has no row of it"
  /// The server keeps no rows of refresh tokens, and this one carries no signature.
  case noSignature = "it carries no signature"
  /// It is of another type, or is addressed to somebody else.
  case otherType = "it is signed as another type of token"
  /// An API takes handles now, or takes JWTs now.
  case otherForm = "an API takes another form of token"
  /// Versions are compared, and it carries none.
  case noVersion = "it carries no version"
  /// An API goes by what it was told of sessions, and it names none.
  case noSession = "it names no session"
  /// An API goes by a status list, and it names no entry there.
  case noStatus = "it names no entry of the status list"
  /// An API goes by the short expiry, and it carries none.
  case noShortExpiry = "it carries no short expiry"
  /// Nothing is refreshed any more.
  case noRefresh = "nothing is refreshed any more"
}

/// Why a family was revoked.
public enum RevocationReason: String, Hashable, CaseIterable, Codable, Sendable {
  /// A spent token came back.
  case reuse
  /// The client or the user asked for it.
  case logout
  /// The password was changed, and the policy ends what the old one opened.
  case passwordChanged = "password changed"
  /// The account was closed.
  case accountDisabled = "account disabled"
  /// The person signed in elsewhere, and may have one session only.
  case newerSignIn = "newer sign-in"
  /// An authorization code came back (RFC 6749 §4.1.2).
  case codeReplayed = "code replayed"
}
