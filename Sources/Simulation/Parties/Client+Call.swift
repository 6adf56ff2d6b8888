import TokenCore

extension Client {
  /// Calls an API for the person, its own where no other host is named, renewing first where the
  /// habit says so.
  mutating func callAPI(
    _ path: ResourcePath = .profile, host: String? = nil, tab: Int = 0, at now: Instant
  ) -> [Directive] {
    guard phase == .signedIn else { return [] }
    let warned = warning(at: now)
    guard backend == nil else { return warned + openPage(path, host: host ?? self.host) }
    return warned + call(path, host: host ?? self.host, tab: tab, for: nil, at: now)
  }

  mutating func call(
    _ path: ResourcePath, host: String?, tab: Int, for asker: Backend.Asker?, at now: Instant
  ) -> [Directive] {
    if renewalToJoin(tab: tab) != nil || shouldRenewFirst(at: now) {
      let call = WaitingCall(path: path, host: host, tab: tab, wasRefused: false, asker: asker)
      return refresh(tab: tab, for: call)
    }
    return sendCall(path, host: host, tab: tab, for: asker, isRepeat: false)
  }

  /// What the person is told, if it is time: when the access token ends.
  private func warning(at now: Instant) -> [Directive] {
    guard isWarning(at: now), let end = storage.believedExpiry else { return [] }
    return [.note(.warned(until: end))]
  }

  /// Whether it warns its person at this moment.
  func isWarning(at now: Instant) -> Bool {
    guard case .whenWarned(let start, let stop) = habit.renews, phase == .signedIn,
      canRenew,
      let end = storage.believedExpiry
    else { return false }
    return end - start <= now && now < end - stop
  }

  /// Whether the habit has it renew before the call: it needs something to renew with, and a reason.
  private func shouldRenewFirst(at now: Instant) -> Bool {
    guard canRenew else { return false }
    switch habit.renews {
    case .asksThePerson, .whenWarned: return false
    case .whenRefused, .onTimer, .onCheck: return storage.accessToken == nil
    case .beforeExpiry(let margin, _):
      return storage.believedExpiry.map { now >= $0 - margin } ?? true
    }
  }

  /// Whether a refused call leads to a renewal.
  private var renewsWhenRefused: Bool {
    switch habit.renews {
    case .asksThePerson, .whenWarned: false
    case .whenRefused, .onTimer, .onCheck, .beforeExpiry: canRenew
    }
  }

  mutating func sendCall(
    _ path: ResourcePath = .profile, host: String? = nil, tab: Int,
    for asker: Backend.Asker? = nil, isRepeat: Bool, hasNonce: Bool = false,
    isSteppedUp: Bool = false
  ) -> [Directive] {
    let number = takeRequestNumber()
    let ticket = takeTicket()
    calls[number] = PendingCall(
      tab: tab, path: path, host: host, isRepeat: isRepeat, hasNonce: hasNonce,
      isSteppedUp: isSteppedUp, ticket: ticket, token: storage.accessToken, asker: asker)
    let request = ResourceRequest(
      path: path.rawValue, token: storage.accessToken, requiredScope: path.requiredScope,
      host: host, method: path.method, browser: browserCall)
    return [
      .send(.resourceRequest(request), to: .resourceServer, request: number),
      .setTimer(ticket: ticket, after: habit.responseTimeout),
    ]
  }

  /// The API answered. A 401 leads to one refresh and one repetition (RFC 6750 §3.1); a 403 never
  /// leads to a refresh, nor does a 401 that is about the proof: that is made again, once, with the
  /// nonce that came with the answer (RFC 9449 §9). Where the sign-in is too long ago no refresh helps:
  /// the person signs in again, once (RFC 9470 §4).
  mutating func receive(
    _ response: ResourceResponse, for request: Int, using random: inout RandomStream,
    _ cryptography: some TokenCryptography
  ) -> [Directive] {
    guard let call = calls.removeValue(forKey: request) else { return [] }
    if let fresh = response.freshToken { storage.accessToken = fresh }
    switch response.status {
    case 200:
      return ended(call.token, for: call.asker)
    case 401 where response.error == .useDPoPNonce && !call.hasNonce:
      return again(call, isRepeat: call.isRepeat, hasNonce: true)
    case 401 where response.error?.isAboutProof == true:
      return ended(.refused(status: 401), for: call.asker)
    case 401 where response.error == .insufficientUserAuthentication:
      guard let maxAge = response.maxAge, !call.isSteppedUp else {
        return ended(.refused(status: 401), for: call.asker)
      }
      return stepUp(maxAge, for: call, using: &random, cryptography)
    case 401 where !call.isRepeat && call.token != storage.accessToken:
      return again(call, isRepeat: true)
    case 401 where !call.isRepeat && renewsWhenRefused:
      return refresh(
        tab: call.tab,
        for: WaitingCall(
          path: call.path, host: call.host, tab: call.tab, wasRefused: true, asker: call.asker))
    case 401 where !renewsWhenRefused:
      return ended(.refused(status: 401), for: call.asker) + signOut(.nothingToRenewWith)
    case let status:
      return ended(.refused(status: status), for: call.asker)
    }
  }

  private mutating func again(
    _ call: PendingCall, isRepeat: Bool, hasNonce: Bool = false
  ) -> [Directive] {
    sendCall(
      call.path, host: call.host, tab: call.tab, for: call.asker, isRepeat: isRepeat,
      hasNonce: hasNonce, isSteppedUp: call.isSteppedUp)
  }

  /// A timer went off. A ticket that nobody waits on any more means nothing.
  mutating func timerFired(_ ticket: Int) -> [Directive] {
    if case .exchanging(let waiting, _) = phase, waiting.ticket == ticket {
      return tokenAnswerOverdue(waiting)
    }
    if let waiting = refreshes.first(where: { $0.ticket == ticket }) {
      return tokenAnswerOverdue(waiting)
    }
    if ticket == renewalTicket { return renewalTimerFired() }
    if ticket == signInTicket, case .authorizing = phase { return signOut(.signInUnanswered) }
    if let stepUp, ticket == stepUp.waiting?.ticket ?? stepUp.ticket {
      return stepUp.waiting.map { tokenAnswerOverdue($0) } ?? giveUpStepUp()
    }
    if let call = calls.first(where: { $0.value.ticket == ticket }) {
      calls[call.key] = nil
      return ended(.noAnswer, for: call.value.asker)
    }
    return pageOverdue(ticket) ?? []
  }
}

extension ErrorCode {
  /// Whether another token would not help.
  fileprivate var isAboutProof: Bool { self == .useDPoPNonce || self == .invalidDPoPProof }
}
