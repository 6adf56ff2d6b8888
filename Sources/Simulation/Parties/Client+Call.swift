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

  /// Whether the habit has it renew before the call: it needs a refresh token, and a reason.
  private func shouldRenewFirst(at now: Instant) -> Bool {
    guard storage.refreshToken != nil else { return false }
    switch habit.renews {
    case .asksThePerson: return false
    case .whenRefused, .onTimer: return storage.accessToken == nil
    case .beforeExpiry(let margin):
      return storage.believedExpiry.map { now >= $0 - margin } ?? true
    }
  }

  /// Whether a refused call leads to a refresh.
  private var renewsWhenRefused: Bool {
    switch habit.renews {
    case .asksThePerson: false
    case .whenRefused, .onTimer, .beforeExpiry: storage.refreshToken != nil
    }
  }

  mutating func sendCall(isRepeat: Bool) -> [Directive] {
    let number = takeRequestNumber()
    let ticket = takeTicket()
    calls[number] = PendingCall(
      isRepeat: isRepeat, ticket: ticket, token: storage.accessToken)
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
      return [.note(.callServed(call.token?.label))]
    case 401 where !call.isRepeat && call.token != storage.accessToken:
      return sendCall(isRepeat: true)
    case 401 where !call.isRepeat && renewsWhenRefused:
      return refresh(callsWaiting: 1)
    case 401 where storage.refreshToken == nil || !renewsWhenRefused:
      return [.note(.callFailed(.refused(status: 401)))] + signOut(.nothingToRenewWith)
    case let status:
      return [.note(.callFailed(.refused(status: status)))]
    }
  }

  /// A timer went off. A ticket that nobody waits on any more means nothing.
  mutating func timerFired(_ ticket: Int) -> [Directive] {
    if let waiting, waiting.ticket == ticket { return tokenAnswerOverdue(waiting) }
    if ticket == renewalTicket { return refresh() }
    if let call = calls.first(where: { $0.value.ticket == ticket }) {
      calls[call.key] = nil
      return [.note(.callFailed(.noAnswer))]
    }
    return []
  }
}
