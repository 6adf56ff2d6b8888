/// What a server lacks of tokens from before its policy was changed: nobody wrote down then what is
/// looked up now. Each gap is a number of rows, counted from the first; the lab's own notes fill it, no
/// answer does.
public struct RowGaps: Hashable, Codable, Sendable {
  /// Access tokens that no list, session or handle leads to.
  public internal(set) var accessTokens = 0
  /// Refresh tokens that nothing is known of.
  public internal(set) var refreshTokens = 0
  /// Families that were begun under another policy.
  public internal(set) var families = 0
  /// Refresh tokens that lie in clear only where a copy was kept before.
  public internal(set) var copies = 0
}

extension AuthorizationServer {
  /// Whether there is a row of it wherever the policy has anybody look for one.
  package func keepsRow(of id: AccessTokenID) -> Bool { id.index >= gaps.accessTokens }

  /// Whether there is a row of it, or a signature that stands for one.
  package func keepsRow(of id: RefreshTokenID) -> Bool { id.index >= gaps.refreshTokens }

  /// Whether a retry can be given what has come of the successor.
  package func canGiveAgain(_ successor: RefreshTokenID) -> Bool {
    let newest = newestDescendant(of: successor)
    return newest.index >= gaps.copies || retryCopies[newest] != nil
  }
}
