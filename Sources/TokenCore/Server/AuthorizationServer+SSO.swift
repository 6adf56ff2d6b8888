/// Sessions of browsers at this server.
extension AuthorizationServer {
  /// The row of that name; one that is not there stops the program.
  public func session(_ id: SSOSessionID) -> SSOSession { ssoSessions[id.index] }

  /// When the session answers for nobody any more unless it is used before: the earlier of idle and
  /// absolute end.
  public func expiry(of id: SSOSessionID) -> Instant {
    let session = ssoSessions[id.index]
    return min(
      session.lastUsedAt + policy.sso.idle, session.authenticatedAt + policy.sso.absolute)
  }

  /// Whether it answers for its person: not ended, and its time not over.
  public func isLive(_ id: SSOSessionID, at now: Instant) -> Bool {
    ssoSessions[id.index].end == nil && now < expiry(of: id)
  }

  /// The row behind a cookie, ended ones included.
  package func session(
    behind cookie: SessionCookie?, _ cryptography: some TokenCryptography
  ) -> SSOSessionID? {
    cookie.flatMap { sessionID(of: TokenDigest(of: $0.text, by: cryptography)) }
  }

  /// Why nobody can be signed in without being asked, if that is so (OpenID Connect Core 1.0 §3.1.2.6).
  func loginRequired(by id: SSOSessionID?, at now: Instant) -> Denial? {
    guard let id else { return Denial(.sessionMissing) }
    let name = Fact(.ssoSession, .text("\(id)"))
    if let end = ssoSessions[id.index].end {
      return Denial(
        .sessionEnded,
        [
          name, Fact(.sessionEndedAt, .instant(end.at)),
          Fact(.becauseOf, .text(end.reason.rawValue)),
        ])
    }
    guard now < expiry(of: id) else {
      return Denial(
        .sessionExpired, [name, Fact(.endsAt, .instant(expiry(of: id))), Fact(.now, .instant(now))])
    }
    return nil
  }

  /// Why a living session does not answer a request all the same: the person authenticated longer ago
  /// than it asks for. Both servers go by whole seconds, as `auth_time` has them: else a session could
  /// answer with a sign-in that the API has just refused.
  func ageRequired(
    by id: SSOSessionID?, _ request: AuthorizationRequest, at now: Instant
  ) -> Denial? {
    guard let id, let maxAge = request.maxAge else { return nil }
    let date = NumericDate(ssoSessions[id.index].authenticatedAt).inWholeSeconds
    guard now >= date.olderThan(.seconds(maxAge)) else { return nil }
    return Denial(.sessionTooOld, ageFacts(of: id, maxAge, at: now))
  }

  func ageFacts(of id: SSOSessionID, _ maxAge: Int64, at now: Instant) -> [Fact] {
    let date = NumericDate(ssoSessions[id.index].authenticatedAt).inWholeSeconds
    return [
      Fact(.authenticatedAt, .instant(date.instant)), Fact(.maxAge, .span(.seconds(maxAge))),
      Fact(.now, .instant(now)),
    ]
  }

  /// The person has authenticated. In a browser that has a living session of theirs, that goes on under
  /// another cookie, and both of its limits count anew (SP 800-63B-4 §5.2, ASVS 5.0 7.2.4); in any
  /// other a session begins.
  mutating func authenticated(
    _ user: UserID, in browser: SSOSessionID?, at now: Instant,
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> (session: SSOSessionID, cookie: SessionCookie?, events: [ServerEvent]) {
    let text = base64URL(random.bytes(32))
    let digest = TokenDigest(of: text, by: cryptography)
    if let browser, isLive(browser, at: now), ssoSessions[browser.index].user == user {
      change(.sessionRenewed(browser, digest, at: now))
      let older = endOlderSessions(of: user, besides: browser, at: now)
      return (
        browser, SessionCookie(text: text, label: browser), [.sessionRenewed(browser)] + older
      )
    }
    let id = SSOSessionID(index: ssoSessions.count)
    change(
      .sessionStarted(
        SSOSession(id: id, user: user, digest: digest, authenticatedAt: now, lastUsedAt: now)))
    let older = endOlderSessions(of: user, besides: id, at: now)
    return (id, SessionCookie(text: text, label: id), [.sessionStarted(id, user: user)] + older)
  }

  /// Where a person may have one session, the newest is that one.
  private mutating func endOlderSessions(
    of user: UserID, besides newest: SSOSessionID, at now: Instant
  ) -> [ServerEvent] {
    guard policy.sso.onePerPerson else { return [] }
    let older = ssoSessions.filter { $0.user == user && $0.id != newest && $0.end == nil }
    return end(older.map(\.id), because: .newerSignIn, at: now)
  }

  /// The logout page. A browser without a session is told the same.
  public mutating func answer(
    _ request: EndSessionRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Answer<EndSessionResponse> {
    var decision = Decision()
    decision.pass(.requestWellFormed)
    let found = session(behind: request.cookie, cryptography)
    let events = found.map { end([$0], because: .logout, at: now) } ?? []
    return Answer(
      response: EndSessionResponse(returnsToClient: request.returnsToClient), decision: decision,
      events: events, cost: StoreCost(reads: 1, writes: writes(for: events)))
  }

  /// Ends sessions that are not ended yet; codes that came of them are refused from now on, and families
  /// end with them where the policy says so.
  mutating func end(
    _ ids: [SSOSessionID], because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    let open = ids.filter { ssoSessions[$0.index].end == nil }
    let events = close(open, because: reason, at: now)
    guard policy.sso.endsFamilies else { return events }
    let families = families.filter { open.contains($0.session) }.map(\.id)
    return events + revoke(families, because: reason, at: now)
  }

  private mutating func close(
    _ open: [SSOSessionID], because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    for id in open { change(.sessionEnded(id, SSOSession.End(at: now, reason: reason))) }
    return open.map { .sessionEnded($0, reason) }
  }

  /// Whatever a user has here: sessions, codes with them, and families.
  mutating func revoke(
    everythingOf user: UserID, because reason: RevocationReason, at now: Instant
  ) -> [ServerEvent] {
    let open = ssoSessions.filter { $0.user == user && $0.end == nil }.map(\.id)
    let families = families.filter { $0.user == user }.map(\.id)
    return close(open, because: reason, at: now) + revoke(families, because: reason, at: now)
  }
}
