/// What comes of one validation for both kinds of signed token (RFC 8725 §2.8): each is good where the
/// other belongs. An API that takes a refresh token is the one direction; this is the other.
extension AuthorizationServer {
  /// The access token that stands in a refresh token's place, where nothing tells the two apart. One
  /// that is bound takes a proof by its key here, too.
  func accessTokenTakenFor(
    _ presented: PresentedRefreshToken, _ request: TokenRequest, at now: Instant,
    _ cryptography: some TokenCryptography
  ) -> AccessTokenID? {
    guard policy.refresh?.form == .signed(isTyped: false),
      let id = accessToken(request.form["refresh_token"].text ?? "", at: now, cryptography)
    else { return nil }
    let record = accessTokens[id.index]
    let isProven = record.confirmation.map { $0 == presented.key.thumbprint } ?? true
    let client = families[record.family.index].client
    return presented.client == .identified(client) && isProven ? id : nil
  }

  /// Answers as to a refresh token that says the same: until its own end it gives the next tokens.
  mutating func refresh(
    with id: AccessTokenID, _ presented: PresentedRefreshToken, at now: Instant,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    let record = accessTokens[id.index]
    var decision = Decision()
    decision.pass(.clientAuthenticated)
    decision.pass(
      .tokenKnown, [Fact(.itIs, .accessToken(id)), Fact(.ofFamily, .family(record.family))])
    let asked = presented.scope ?? record.scope
    let facts = [
      Fact(.askedFor, .text(asked.description)), Fact(.granted, .text(record.scope.description)),
    ]
    let scope = permitted(asked, in: record.family)
    guard asked.isSubset(of: record.scope), !scope.tokens.isEmpty else {
      decision.fail(.scopeGranted, Denial(.scopeRefused, facts))
      return refusal(decision)
    }
    decision.pass(.scopeGranted, facts)
    var issue = Issue(
      family: record.family, at: now, scope: scope, boundTo: binding(to: presented.key))
    let refresh =
      policy.refresh?.rotation == .renewed
      ? issueRefreshToken(&issue, parent: nil, using: &random, cryptography) : nil
    issue.refreshToken = refresh?.label
    let access = issueAccessToken(&issue, using: &random, cryptography)
    return grant(access, refresh, issue, decision, cost: .none)
  }
}
