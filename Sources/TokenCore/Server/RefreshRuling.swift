/// A refresh token as it was presented: which row it hashes to, if any, by whom, asking for what.
package struct PresentedRefreshToken: Hashable, Sendable {
  package let id: RefreshTokenID?
  package let client: ClientIdentity
  package let key: ProvenKey
  /// The scope asked for; nil for the family's whole scope (RFC 6749 §6).
  package let scope: Scope?

  package init(
    id: RefreshTokenID?, client: ClientIdentity, key: ProvenKey = .none, scope: Scope?
  ) {
    self.id = id
    self.client = client
    self.key = key
    self.scope = scope
  }
}

/// What the table says of a presented refresh token. Ruling looks and changes nothing; carrying the
/// ruling out is another function.
package struct RefreshRuling: Hashable, Sendable {
  package var decision = Decision()
  package var action = RefreshAction.refuse
}

/// What is to be done about a presented refresh token.
package enum RefreshAction: Hashable, Sendable {
  /// Refuse; nothing changes.
  case refuse
  /// Refuse, because the family's time is over: note that it is closed.
  case refuseAndClose(FamilyID)
  /// Refuse, and answer the reuse.
  case refuseAndRespond(RefreshTokenID, ReuseCause, ReuseResponse)
  /// Give a new access token; the refresh token stays as it is.
  case keep(RefreshTokenID)
  /// Give another refresh token; the one that was presented stays as it is.
  case renew(RefreshTokenID)
  /// Spend the token and give its successor.
  case rotate(RefreshTokenID)
  /// Give another successor: the token is spent, and that is not written yet.
  case cross(RefreshTokenID)
  /// Give the same successor as before.
  case giveAgain(RefreshTokenID, successor: RefreshTokenID)
  /// Give another successor beside the first.
  case branch(RefreshTokenID)
  /// Give another successor and displace the family's current token: re-rotation keeps one line.
  case reRotate(RefreshTokenID)
}
