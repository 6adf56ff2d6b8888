import TokenCore

extension Client {
  /// Presents the refresh token (RFC 6749 §6). One refresh is in flight at a time; calls that need
  /// its outcome wait for it.
  mutating func refresh(callsWaiting: Int = 0) -> [Directive] {
    if case .refreshing(var waiting) = phase {
      waiting.callsWaiting += callsWaiting
      phase = .refreshing(waiting)
      return Array(repeating: .note(.callWaits), count: callsWaiting)
    }
    guard phase == .signedIn, let refreshToken = storage.refreshToken else { return [] }
    let form: Form = [
      "grant_type": "refresh_token", "refresh_token": refreshToken.text,
      "client_id": Self.clientID,
    ]
    let (waiting, directives) = post(
      TokenRequest(form: form, label: refreshToken.label), attempt: 1,
      callsWaiting: callsWaiting)
    phase = .refreshing(waiting)
    return directives
  }

  /// The token endpoint answered.
  mutating func receive(
    _ response: TokenResponse, for request: Int, at now: Instant
  ) -> [Directive] {
    guard let waiting, waiting.request == request else { return [] }
    switch response {
    case .success(let grant):
      store(grant, at: now)
      phase = .signedIn
      var directives: [Directive] = [
        .note(.storedTokens(grant.accessToken.label, grant.refreshToken?.label))
      ]
      for _ in 0..<waiting.callsWaiting { directives += sendCall(isRepeat: true) }
      return directives + armRenewalTimer()
    case .error(let error, _):
      return signOut(isExchanging ? .signInRefused(error) : .renewalRefused(error))
    }
  }

  /// Sends a token request and arms the timer that notices a missing answer.
  mutating func post(
    _ request: TokenRequest, attempt: Int, callsWaiting: Int
  ) -> (Waiting, [Directive]) {
    let number = takeRequestNumber()
    let ticket = takeTicket()
    let waiting = Waiting(
      request: number, ticket: ticket, attempt: attempt, payload: request,
      callsWaiting: callsWaiting)
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
      waiting.payload, attempt: attempt, callsWaiting: waiting.callsWaiting)
    if case .exchanging(_, let verifier) = phase {
      phase = .exchanging(again, verifier: verifier)
    } else {
      phase = .refreshing(again)
    }
    return [.note(.triesAgain(attempt: attempt))] + directives
  }

  /// A sign-in without an answer is none; after a refresh without one, the client goes on with what
  /// it has.
  private mutating func giveUp(_ waiting: Waiting) -> [Directive] {
    guard !isExchanging else { return signOut(.signInUnanswered) }
    phase = .signedIn
    return [.note(.gaveUp)]
      + Array(repeating: .note(.callFailed(.notRenewed)), count: waiting.callsWaiting)
      + armRenewalTimer()
  }

  /// The new refresh token replaces the old one at once (RFC 6749 §6); without a new one the old
  /// one stays.
  private mutating func store(_ grant: TokenGrant, at now: Instant) {
    storage.accessToken = grant.accessToken
    storage.believedExpiry = now + .seconds(grant.expiresIn)
    storage.refreshToken = grant.refreshToken ?? storage.refreshToken
  }

  /// The token request that the client waits on, if any.
  var waiting: Waiting? {
    switch phase {
    case .exchanging(let waiting, _), .refreshing(let waiting): waiting
    case .signedOut, .authorizing, .signedIn: nil
    }
  }

  private var isExchanging: Bool {
    if case .exchanging = phase { true } else { false }
  }

  private mutating func armRenewalTimer() -> [Directive] {
    guard case .onTimer(let interval) = habit.renews else { return [] }
    let ticket = takeTicket()
    renewalTicket = ticket
    return [.setTimer(ticket: ticket, after: interval)]
  }
}

extension Client.Waiting {
  /// Whether it is not the first try.
  public var isRetry: Bool { attempt > 1 }
}
