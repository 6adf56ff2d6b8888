/// Rows by what is presented for them. A text that nobody was given has none.
extension AuthorizationServer {
  /// One index for each kind of random value.
  struct Index: Equatable, Sendable {
    var sessions = RowIndex()
    var codes = RowIndex()
    var refreshTokens = RowIndex()
    var tokenIDs = RowIndex()
    var handles = RowIndex()

    mutating func insert(_ session: SSOSession) {
      sessions.insert(session.digest.indexBits, row: session.id.index)
    }

    mutating func insert(_ code: AuthorizationCode, row: Int) {
      codes.insert(code.digest.indexBits, row: row)
    }

    mutating func insert(_ record: RefreshTokenRecord) {
      refreshTokens.insert(record.digest.indexBits, row: record.id.index)
    }

    mutating func insert(_ record: AccessTokenRecord) {
      tokenIDs.insert(record.tokenID.indexBits, row: record.id.index)
      if let handle = record.handle { handles.insert(handle.indexBits, row: record.id.index) }
    }
  }

  /// The session whose cookie has that digest now.
  package func sessionID(of digest: TokenDigest) -> SSOSessionID? {
    index.sessions.row(of: digest.indexBits) { ssoSessions[$0].digest == digest }
      .map(SSOSessionID.init)
  }

  /// The place in `codes` of the code with that digest.
  package func codePlace(of digest: TokenDigest) -> Int? {
    index.codes.row(of: digest.indexBits) { codes[$0].digest == digest }
  }

  /// The refresh token with that digest, spent and forgotten ones included.
  package func refreshTokenID(of digest: TokenDigest) -> RefreshTokenID? {
    index.refreshTokens.row(of: digest.indexBits) { refreshTokens[$0].digest == digest }
      .map(RefreshTokenID.init)
  }

  /// The handle with that digest.
  package func handleID(of digest: TokenDigest) -> AccessTokenID? {
    index.handles.row(of: digest.indexBits) { accessTokens[$0].handle == digest }
      .map(AccessTokenID.init).flatMap { keepsRow(of: $0) ? $0 : nil }
  }

  /// The access token with that `jti`.
  package func accessTokenID(ofTokenID tokenID: String) -> AccessTokenID? {
    index.tokenIDs.row(of: tokenID.indexBits) { sameBytes(accessTokens[$0].tokenID, tokenID) }
      .map(AccessTokenID.init)
  }
}
