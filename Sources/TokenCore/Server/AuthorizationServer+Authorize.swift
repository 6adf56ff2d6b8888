extension AuthorizationServer {
  /// The authorization endpoint: the person authenticates and consents, or the browser's session answers
  /// for the person; the client gets a code (RFC 6749 §4.1.1, RFC 7636 §4.3). The grant is what was asked for, less what the person may not
  /// do (RFC 6749 §3.3).
  public mutating func answer(
    _ request: AuthorizationRequest, at now: Instant,
    using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<AuthorizationResponse> {
    var decision = Decision()
    let client = registrations.first { sameBytes($0.clientID, request.clientID) }
    guard let client else {
      decision.fail(
        .clientRegistered,
        Denial(.clientUnregistered, [Fact(.clientID, .text(request.clientID))]))
      return refusal(decision)
    }
    decision.pass(.clientRegistered)
    if let denial = flaw(ofChallengeIn: request) {
      decision.fail(.challengeHashed, denial)
      return refusal(decision)
    }
    decision.pass(.challengeHashed)
    let browser = session(behind: request.cookie, cryptography)
    guard let person = whoIsThere(behind: request, browser, at: now, &decision) else {
      return refusal(decision)
    }
    let user = person.user
    let scope = grant(request.scope, to: client.id, for: user, &decision)
    guard decision.isAccepted else { return refusal(decision) }
    let code = base64URL(random.bytes(32))
    let entry = enter(person, in: browser, at: now, using: &random, cryptography)
    change(
      .codeIssued(
        AuthorizationCode(
          digest: TokenDigest(of: code, by: cryptography), user: user, client: client.id,
          scope: scope, session: entry.session,
          authenticatedAt: ssoSessions[entry.session.index].authenticatedAt,
          codeChallenge: request.codeChallenge, expiresAt: now + Self.codeLifetime)))
    return Answer(
      response: .code(code, cookie: entry.cookie), decision: decision, events: entry.events,
      cost: StoreCost(reads: 2, writes: 1))
  }

  /// Who is there, and the session that says so, where nobody was asked.
  private struct Person {
    let user: UserID
    var session: SSOSessionID?
  }

  /// Whoever authenticates now, or whomever the browser's session stands for. A session that does not
  /// answer, or is too old for the request, has the person asked, unless nobody is to be asked
  /// (OpenID Connect Core 1.0 §3.1.2.1).
  private func whoIsThere(
    behind request: AuthorizationRequest, _ browser: SSOSessionID?, at now: Instant,
    _ decision: inout Decision
  ) -> Person? {
    let denial =
      loginRequired(by: browser, at: now) ?? ageRequired(by: browser, request, at: now)
    guard request.isSilent || request.takesSession && denial == nil else {
      return person(behind: request, &decision)
    }
    return person(in: browser, request, at: now, &decision)
  }

  /// The person authenticates on the server's own page.
  private func person(
    behind request: AuthorizationRequest, _ decision: inout Decision
  ) -> Person? {
    let user = users.first { sameBytes($0.name, request.userName) }
    guard let user, user.isEnabled else {
      decision.fail(
        .personKnown, Denial(.personRefused, [Fact(.user, .text(request.userName))]))
      return nil
    }
    decision.pass(.personKnown, [Fact(.user, .text(user.name))])
    return Person(user: user.id)
  }

  private func person(
    in browser: SSOSessionID?, _ request: AuthorizationRequest, at now: Instant,
    _ decision: inout Decision
  ) -> Person? {
    if let denial = loginRequired(by: browser, at: now) {
      decision.fail(.sessionLives, denial)
      return nil
    }
    guard let browser else { return nil }
    let user = users[ssoSessions[browser.index].user.index]
    decision.pass(
      .sessionLives,
      [
        Fact(.ssoSession, .text("\(browser)")), Fact(.user, .text(user.name)),
        Fact(.endsAt, .instant(expiry(of: browser))),
      ])
    guard let maxAge = request.maxAge else { return Person(user: user.id, session: browser) }
    if let denial = ageRequired(by: browser, request, at: now) {
      decision.fail(.sessionRecent, denial)
      return nil
    }
    decision.pass(.sessionRecent, ageFacts(of: browser, maxAge, at: now))
    return Person(user: user.id, session: browser)
  }

  /// The session that the code will name: used, where it answered for the person; otherwise the person
  /// has authenticated, and the browser gets a cookie.
  private mutating func enter(
    _ person: Person, in browser: SSOSessionID?, at now: Instant,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> (session: SSOSessionID, cookie: SessionCookie?, events: [ServerEvent]) {
    if let session = person.session {
      change(.sessionUsed(session, at: now))
      return (session, nil, [.sessionUsed(session)])
    }
    return authenticated(person.user, in: browser, at: now, using: &random, cryptography)
  }

  /// What a code would not be safely bound by: no challenge at all, or the verifier itself, which is
  /// what a request means that names no method (RFC 7636 §4.3, RFC 9700 §2.1.1).
  private func flaw(ofChallengeIn request: AuthorizationRequest) -> Denial? {
    guard !request.codeChallenge.isEmpty else {
      return Denial(.challengeRefused, [Fact(.missingParameter, .text("code_challenge"))])
    }
    guard sameBytes(request.codeChallengeMethod ?? "", AuthorizationRequest.hashedMethod) else {
      let method = request.codeChallengeMethod ?? "left out: plain"
      return Denial(.challengeRefused, [Fact(.challengeMethod, .text(method))])
    }
    return nil
  }

  private func refusal(_ decision: Decision) -> Answer<AuthorizationResponse> {
    let isStranger = decision.denial?.reason == .clientUnregistered
    return Answer(
      response: isStranger ? .rejected : .error(decision.denial?.error ?? .accessDenied),
      decision: decision, cost: StoreCost(reads: 2, writes: 0))
  }
}
