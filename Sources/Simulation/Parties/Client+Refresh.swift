import TokenCore

extension Client {
  /// Presents what it renews with (RFC 6749 §6), unless the guard makes it wait for a renewal that is
  /// in flight already.
  mutating func refresh(tab: Int = 0, for call: WaitingCall? = nil) -> [Directive] {
    if let index = renewalToJoin(tab: tab) {
      guard let call else { return [] }
      refreshes[index].calls.append(call)
      return [.note(.callWaits)]
    }
    guard isActive, let request = renewalRequest else { return [] }
    if let token = storage.refreshToken { noteSent(token) }
    let (waiting, directives) = post(request, tab: tab, attempt: 1, calls: call.map { [$0] } ?? [])
    refreshes.append(waiting)
    return directives
  }

  /// Which renewal in flight the guard makes this tab wait for.
  func renewalToJoin(tab: Int) -> Int? {
    switch habit.guarding {
    case .none: nil
    case .perTab: refreshes.firstIndex { $0.tab == tab }
    case .acrossTabs: refreshes.isEmpty ? nil : 0
    }
  }

  private var renewalRequest: TokenRequest? {
    switch renewsWith {
    case .nothing: return nil
    case .accessToken:
      return storage.accessToken.map { token in
        TokenRequest(
          form: .reissue(token, clientID: Self.clientID), basic: credentials,
          accessLabel: token.label)
      }
    case .refreshToken:
      return storage.refreshToken.map { token in
        TokenRequest(
          form: .refresh(token, clientID: Self.clientID), basic: credentials, label: token.label)
      }
    }
  }

  private mutating func noteSent(_ token: RefreshToken) {
    guard sentRefreshTokens.last != token else { return }
    sentRefreshTokens = sentRefreshTokens.suffix(7) + [token]
  }

  /// The token endpoint answered.
  mutating func receive(
    _ response: TokenResponse, for request: Int, at now: Instant,
    _ cryptography: some TokenCryptography
  ) -> [Directive] {
    guard let waiting = takeWaiting(for: request) else { return [] }
    switch response {
    case .success where restartsBeforeStoring: return restart(losing: waiting)
    case .success(let grant):
      store(grant, believingEnd: end(of: grant, at: now, cryptography))
      if isExchanging { phase = .signedIn }
      var directives: [Directive] = [
        .note(.storedTokens(grant.accessToken.label, grant.refreshToken?.label))
      ]
      if isStepUp(waiting) { directives += finishStepUp() }
      for call in waiting.calls {
        directives += again(call)
      }
      return directives + armRenewalTimer()
    case .unavailable where isStepUp(waiting): return giveUpStepUp()
    case .unavailable: return isExchanging ? signOut(.signInFailed) : goOn(without: waiting)
    case .wantsNonce where !waiting.hasNonce: return askAgain(waiting)
    case .wantsNonce: return refused(.useDPoPNonce, waiting)
    case .error(let error, _): return refused(error, waiting)
    }
  }

  private mutating func refused(_ error: ErrorCode, _ waiting: Waiting) -> [Directive] {
    if isStepUp(waiting) { return giveUpStepUp() }
    let failed = waiting.calls.flatMap { ended(.notRenewed, for: $0.asker) }
    return failed + signOut(isExchanging ? .signInRefused(error) : .renewalRefused(error))
  }

  /// The same request with another proof, which contains the nonce that has just come (RFC 9449 §8).
  private mutating func askAgain(_ waiting: Waiting) -> [Directive] {
    var (again, directives) = post(
      waiting.payload, tab: waiting.tab, attempt: waiting.attempt, calls: waiting.calls)
    again.hasNonce = true
    if isStepUp(waiting) {
      stepUp?.stage = .exchanging(again)
    } else if case .exchanging(_, let verifier) = phase {
      phase = .exchanging(again, verifier: verifier)
    } else {
      refreshes.append(again)
    }
    return directives
  }

  /// The request that the answer belongs to, out of the list of those in flight.
  private mutating func takeWaiting(for request: Int) -> Waiting? {
    if case .exchanging(let waiting, _) = phase {
      return waiting.request == request ? waiting : nil
    }
    if let waiting = stepUp?.waiting, waiting.request == request { return waiting }
    guard let index = refreshes.firstIndex(where: { $0.request == request }) else { return nil }
    return refreshes.remove(at: index)
  }

  /// The app was closed between receiving and storing: the tokens are gone, what was stored before
  /// is still there, unless it lay in memory.
  private mutating func restart(losing waiting: Waiting) -> [Directive] {
    restartsBeforeStoring = false
    let open = askers + waiting.calls.map(\.asker)
    calls = [:]
    refreshes = []
    stepUp = nil
    let directives = [.note(.restarted)] + open.flatMap { ended(.notRenewed, for: $0) }
    guard keepsTokens.afterApplication || storage.isEmpty else {
      return directives + signOut(.notKept)
    }
    if isExchanging { phase = .signedOut(nil) }
    return directives + armRenewalTimer()
  }

  /// Sends a token request and arms the timer that notices a missing answer.
  mutating func post(
    _ request: TokenRequest, tab: Int, attempt: Int, calls: [WaitingCall]
  ) -> (Waiting, [Directive]) {
    let number = takeRequestNumber()
    let ticket = takeTicket()
    let waiting = Waiting(
      request: number, ticket: ticket, attempt: attempt, payload: request, tab: tab,
      calls: calls)
    return (
      waiting,
      [
        .send(.tokenRequest(request), to: .authorizationServer, request: number),
        .setTimer(ticket: ticket, after: habit.responseTimeout),
      ]
    )
  }

  /// No answer in time: the same request once more, as long as there are tries left. Whether the
  /// server has acted on it is exactly what the client cannot know.
  mutating func tokenAnswerOverdue(_ waiting: Waiting) -> [Directive] {
    guard waiting.attempt <= habit.retries else { return giveUp(waiting) }
    let attempt = waiting.attempt + 1
    let (again, directives) = post(
      waiting.payload, tab: waiting.tab, attempt: attempt, calls: waiting.calls)
    if isStepUp(waiting) {
      stepUp?.stage = .exchanging(again)
    } else if case .exchanging(_, let verifier) = phase {
      phase = .exchanging(again, verifier: verifier)
    } else if let index = refreshes.firstIndex(of: waiting) {
      refreshes[index] = again
    }
    return [.note(.triesAgain(attempt: attempt))] + directives
  }

  /// A sign-in without an answer is none; after a refresh without one, the client goes on with what
  /// it has: calls that were not refused yet are made with the old token.
  private mutating func giveUp(_ waiting: Waiting) -> [Directive] {
    if isStepUp(waiting) { return giveUpStepUp() }
    guard !isExchanging else { return signOut(.signInUnanswered) }
    refreshes.removeAll { $0 == waiting }
    return [.note(.gaveUp)] + goOn(without: waiting)
  }

  /// Nothing is known to have changed, so what is held is kept.
  private mutating func goOn(without waiting: Waiting) -> [Directive] {
    var directives: [Directive] = []
    for call in waiting.calls {
      directives += call.wasRefused ? ended(.notRenewed, for: call.asker) : again(call)
    }
    return directives + armRenewalTimer()
  }

  private mutating func again(_ call: WaitingCall) -> [Directive] {
    sendCall(call.path, host: call.host, tab: call.tab, for: call.asker, isRepeat: true)
  }

  /// The new refresh token replaces the old one at once (RFC 6749 §6); without a new one the old
  /// one stays.
  private mutating func store(_ grant: TokenGrant, believingEnd end: Instant) {
    storage.accessToken = grant.accessToken
    storage.believedExpiry = end
    storage.refreshToken = grant.refreshToken ?? storage.refreshToken
  }

  /// When the client takes the access token to end: so long after the answer as that says, or when its
  /// own clock shows what the token says, which is wrong by as much as the clock is.
  private func end(
    of grant: TokenGrant, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Instant {
    let counted = now + .seconds(grant.expiresIn)
    switch habit.renews.expirySource {
    case .expiresIn, nil: return counted
    case .exp:
      let stated = cryptography.expiry(statedIn: grant.accessToken.text)
      return stated.map { $0.instant - habit.clockOffset } ?? counted
    }
  }

  /// The token request that has waited longest for its answer.
  var waiting: Waiting? {
    if case .exchanging(let waiting, _) = phase {
      waiting
    } else {
      refreshes.first ?? stepUp?.waiting
    }
  }

  /// Whether it is for the sign-in that an API asked for.
  private func isStepUp(_ waiting: Waiting) -> Bool {
    stepUp?.waiting?.request == waiting.request
  }

  private var isExchanging: Bool {
    if case .exchanging = phase { true } else { false }
  }

  /// Nobody needs to be there: it refreshes, or asks whether it has to. A renewal that is in flight arms
  /// the timer itself, whatever comes of it.
  mutating func renewalTimerFired() -> [Directive] {
    guard case .onCheck = habit.renews else { return refresh() }
    guard renewalToJoin(tab: 0) == nil else { return [] }
    return armRenewalTimer() + sendCall(.check, tab: 0, isRepeat: false)
  }

  mutating func armRenewalTimer() -> [Directive] {
    guard let interval = habit.renews.interval else { return [] }
    let ticket = takeTicket()
    renewalTicket = ticket
    return [.setTimer(ticket: ticket, after: interval)]
  }
}

extension Client.Waiting {
  /// Whether it is not the first try.
  public var isRetry: Bool { attempt > 1 }
}
