import TokenCore

/// Texts that mean something to a server, by what they mean.
extension CanonicalWriter {
  mutating func put(token: AccessToken?) {
    guard let token else { return put("no access token") }
    put(text: token.text, isIssued: token.label != nil)
  }

  /// A refresh token that a command can name keeps its number while one waits.
  mutating func put(token: RefreshToken?) {
    guard let token else { return put("no refresh token") }
    if keepsNumbers { put(token.label?.index ?? -1) }
    put(text: token.text)
  }

  /// A cookie by the session that it names, if it names one still.
  mutating func put(cookie: SessionCookie?) {
    guard let cookie else { return put("no cookie") }
    put(text: cookie.text, isIssued: cookie.label != nil)
  }

  /// A verifier and its challenge have one name.
  mutating func put(verifier: String) {
    mention(.text(challenge(of: verifier)))
  }

  func isMentioned(_ text: String) -> Bool { name(of: .text(Array(text.utf8))) != nil }

  private func challenge(of verifier: String) -> [UInt8] {
    Array(codeChallenge(of: verifier, world.cryptography).utf8)
  }

  /// A text by its name, and at the first mention by what opens with it: a row, a signature. Text that
  /// means nothing to anybody stands for itself; a token that was given once and means nothing any more
  /// stands for how it is refused.
  mutating func put(text: String, isIssued: Bool = false) {
    if keepsNumbers { put(verbatim: text) }
    guard text.utf8.count >= Self.shortestSecret else { return put(verbatim: text) }
    if isVerifier(text) {
      put("verifier")
      return put(verifier: text)
    }
    guard name(of: .text(Array(text.utf8))) != nil || isMeaningful(text) || isIssued else {
      return put(verbatim: text)
    }
    guard mention(.text(Array(text.utf8))) else { return }
    writeRows(behind: text)
    if text.utf8.contains(UInt8(ascii: ".")) { writeSignature(of: text) }
  }

  /// Whether it is behind a sign-in that somebody has begun, or behind a code.
  private func isVerifier(_ text: String) -> Bool {
    let challenge = challenge(of: text)
    return name(of: .text(challenge)) != nil
      || world.authorizationServer.codes.contains { $0.codeChallenge.utf8.elementsEqual(challenge) }
  }

  /// A code, a token or a verifier is longer than a name, a scope or a grant type.
  private static let shortestSecret = 36

  private func isMeaningful(_ text: String) -> Bool {
    let server = world.authorizationServer
    let digest = TokenDigest(of: text, by: world.cryptography)
    return server.refreshTokenID(of: digest) != nil || server.handleID(of: digest) != nil
      || server.codePlace(of: digest) != nil || server.sessionID(of: digest) != nil
      || signed(text) != nil
  }

  private mutating func writeRows(behind text: String) {
    let server = world.authorizationServer
    let digest = TokenDigest(of: text, by: world.cryptography)
    if let id = server.refreshTokenID(of: digest) { reach(.refreshToken(id)) }
    if let id = server.handleID(of: digest) { reach(.accessToken(id)) }
    if let index = server.codePlace(of: digest) { reach(.code(index)) }
    if let id = server.sessionID(of: digest) { reach(.session(id)) }
  }

  /// Who signed it and what it says; of one that no key here has signed, how each key refuses it.
  private mutating func writeSignature(of text: String) {
    guard let signed = signed(text) else {
      for key in keys {
        put(verbatim: key.keyID)
        put(verbatim: refusal(of: text, by: key))
      }
      return
    }
    put(verbatim: signed.key.keyID)
    put(verbatim: signed.type.rawValue)
    write(signed.claims)
  }

  private func refusal(of text: String, by key: VerifyingKey) -> String? {
    switch verdict(on: text, by: key, as: .accessToken) {
    case .accepted: nil
    case .refused(let flaw, _): flaw.words
    }
  }

  private func signed(
    _ text: String
  ) -> (key: VerifyingKey, type: TokenType, claims: AccessTokenClaims)? {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return nil }
    for key in keys {
      for type in [TokenType.accessToken, .refreshToken] {
        switch verdict(on: text, by: key, as: type) {
        case .accepted(let claims), .refused(_, .some(let claims)): return (key, type, claims)
        case .refused(_, nil): continue
        }
      }
    }
    return nil
  }

  private func verdict(
    on text: String, by key: VerifyingKey, as type: TokenType
  ) -> AccessTokenVerdict {
    let server = world.authorizationServer
    let expectation = AccessTokenExpectation(
      issuer: server.issuer, audience: server.audiences[0], keys: [key], type: type)
    return world.cryptography.verify(text, against: expectation, at: NumericDate(world.now))
  }

  /// What a signed token says, its times from now. When it was issued and when its person signed in
  /// count only where a window for a new one hangs on it.
  private mutating func write(_ claims: AccessTokenClaims) {
    let server = world.authorizationServer
    if let id = server.accessTokenID(ofTokenID: claims.tokenID) { reach(.accessToken(id)) }
    for text in [claims.issuer, claims.subject, claims.clientID] + claims.audience {
      put(verbatim: text)
    }
    put(verbatim: claims.scope)
    write(session: claims.sessionID)
    if let bound = claims.confirmation { mention(.text(Array(bound.utf8))) }
    write(claims.status)
    put(end: claims.expiresAt.instant, slack: slack)
    put(end: claims.usableUntil?.instant, slack: slack)
    put(end: claims.notBefore?.instant, slack: slack)
    put(end: claims.issuedAt.instant)
    put(.number(claims.expiresAt.seconds - claims.issuedAt.seconds))
    guard let user = server.users.first(where: { sameBytes($0.name, claims.subject) }) else {
      return
    }
    put(claims.tokenVersion == user.tokenVersion)
    let signedIn = (claims.authenticatedAt ?? claims.issuedAt).instant
    put(hasChanged(user, since: signedIn))
    if let date = claims.authenticatedAt { putAge(of: date) }
    guard case .reissue(let reissue) = world.policy.renewal else { return }
    switch reissue.anchor {
    case .signIn: put(end: signedIn + reissue.window)
    case .lastIssue: put(end: claims.issuedAt.instant + reissue.window)
    }
  }

  /// A session by its family, which another name would serve as well.
  private mutating func write(session: String?) {
    let family = world.authorizationServer.families.first { $0.id.description == session }
    guard let family else { return put(verbatim: session) }
    reach(.family(family.id))
  }

  /// The row whose entry a token names in a status list, which need not be its own.
  private mutating func write(_ status: StatusReference?) {
    guard let status else { return }
    put(verbatim: status.uri)
    guard world.authorizationServer.accessTokens.indices.contains(status.index) else {
      return put(StatusList.size > status.index ? "spare entry" : "no entry")
    }
    reach(.accessToken(AccessTokenID(index: status.index)))
  }

  /// From when on a sign-in is too long ago, where an API asks.
  mutating func putAge(of signIn: NumericDate) {
    put(end: world.policy.accessToken.maxAge.map { signIn.inWholeSeconds.olderThan($0) })
  }

  /// For how long after its end a token may still be taken.
  var slack: TimeSpan { world.policy.accessToken.leeway + .seconds(1) }

  /// A proof by its key and for how long it will be taken. One that was seen is refused for good, and
  /// one from a clock that is far ahead may yet be taken: that one stands for itself.
  /// What somebody made by hand may be wrong in any way, so it stands for itself, at its moment.
  mutating func write(proofOf request: Payload, from party: Party) {
    if party == .visitor, let proof = request.proof {
      put(verbatim: proof)
      put(.number(world.now.milliseconds))
      return
    }
    guard let proof = request.proof, let expectation = world.proofTarget(of: request) else {
      return put(request.proof == nil ? "no proof" : "idle proof")
    }
    switch world.cryptography.verify(
      proof: proof, against: expectation, at: NumericDate(world.now))
    {
    case .accepted(let thumbprint, let proofID, _) where !world.hasSeen(proofID, with: request):
      mention(.text(Array(thumbprint.utf8)))
      // The same proof may come twice.
      mention(.text(Array(proofID.utf8)))
      put(.span(remainingTime(of: proof, with: request, expectation)))
    case .refused("issued_in_future"): put(verbatim: proof)
    case .accepted, .refused: put("stale proof")
    }
  }

  /// The longest time after which it is still accepted, found by halving; less than nothing for one
  /// whose nonce is not taken.
  private func remainingTime(
    of proof: String, with request: Payload, _ expectation: ProofExpectation
  ) -> TimeSpan {
    let nonces = world.nonces(for: request)
    let most = (nonces?.period ?? ProofExpectation.usualWindow).times(2)
    var (low, high) = (Int64(-1), most.milliseconds)
    while low < high {
      let middle = (low + high + 1) / 2
      let instant = world.now + .milliseconds(middle)
      let verdict = world.cryptography.verify(
        proof: proof, against: expectation, at: NumericDate(instant))
      if case .accepted(_, _, let nonce) = verdict,
        nonces?.takes(nonce, at: instant, world.cryptography) ?? true
      {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return .milliseconds(low)
  }

  /// How old the nonces are that a party has; one that is taken no more is none.
  mutating func write(_ known: KnownNonces) {
    guard world.authorizationServer.nonces != nil else { return }
    put("nonces")
    put(nonce: known.token, of: world.authorizationServer.nonces)
    for server in world.setting.resourceServers.indices {
      let host = world.setting.host(of: ResourceServerID(index: server))
      put(nonce: known.calls[host], of: world.resourceServers[server].nonces)
    }
  }

  mutating func put(nonce: String?, of nonces: ProofNonces?) {
    let age = nonces?.age(of: nonce, at: world.now, world.cryptography)
    put(age.map { .span($0) } ?? .word("no nonce"))
  }
}

extension World {
  /// Whether the server that the request goes to has seen a proof of that name.
  fileprivate func hasSeen(_ proofID: String, with request: Payload) -> Bool {
    if case .resourceRequest(let call) = request {
      return resourceServers[setting.server(at: call.host).index].seenProofs[proofID] != nil
    }
    return authorizationServer.seenProofs[proofID] != nil
  }
}
