import TokenCore

extension Client {
  /// Calls the API for the person, renewing first where the habit says so.
  mutating func callAPI(at now: Instant) -> [Directive] {
    switch phase {
    case .signedOut, .authorizing, .exchanging:
      return []
    case .refreshing:
      return refresh(callsWaiting: 1)
    case .signedIn:
      return shouldRenewFirst(at: now) ? refresh(callsWaiting: 1) : sendCall(isRepeat: false)
    }
  }

  private func shouldRenewFirst(at now: Instant) -> Bool {
    guard storage.refreshToken != nil else { return false }
    guard case .beforeExpiry(let margin) = habit.renews, let expiry = storage.believedExpiry
    else { return storage.accessToken == nil }
    return now >= expiry - margin
  }

  mutating func sendCall(isRepeat: Bool) -> [Directive] {
    let number = takeRequestNumber()
    let ticket = takeTicket()
    calls[number] = PendingCall(isRepeat: isRepeat, ticket: ticket)
    let request = ResourceRequest(token: storage.accessToken)
    return [
      .send(.resourceRequest(request), to: .resourceServer, request: number),
      .setTimer(ticket: ticket, after: habit.responseTimeout),
    ]
  }

  /// The API answered. A 401 leads to one refresh and one repetition (RFC 6750 §3.1); a 403 never
  /// leads to a refresh.
  mutating func receive(_ response: ResourceResponse, for request: Int) -> [Directive] {
    guard let call = calls.removeValue(forKey: request) else { return [] }
    switch response.status {
    case 200:
      return [.note(.callServed(storage.accessToken?.label))]
    case 401 where !call.isRepeat && storage.refreshToken != nil:
      return refresh(callsWaiting: 1)
    case 401 where storage.refreshToken == nil:
      return [.note(.callFailed(status: 401))] + signOut(.nothingToRenewWith)
    case let status:
      return [.note(.callFailed(status: status))]
    }
  }

  /// A timer went off. A ticket that nobody waits on any more means nothing.
  mutating func timerFired(_ ticket: Int) -> [Directive] {
    if let waiting, waiting.ticket == ticket { return tokenAnswerOverdue(waiting) }
    if ticket == renewalTicket { return refresh() }
    if let call = calls.first(where: { $0.value.ticket == ticket }) {
      calls[call.key] = nil
      return [.note(.gaveUp)]
    }
    return []
  }
}
