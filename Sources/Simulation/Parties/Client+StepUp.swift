import TokenCore

/// What an API asks for that finds the sign-in too long ago (RFC 9470 §4). The client goes on with the
/// tokens that it has until the new ones come; those of before are left as they are.
///
///     ──401, max_age──▶ authorizing ──code──▶ exchanging ──tokens──▶ the calls are made again
///                           │                     │
///                           └─refused, no answer──┴──▶ the calls are given up
///
/// Not legal: two at once, or one where nobody is there to sign in.
extension Client {
  /// A sign-in that is under way while the client is signed in.
  package struct StepUp: Hashable, Sendable {
    var stage: Stage
    /// The timer that ends the wait for the sign-in page.
    let ticket: Int
    /// To be made again with the new token.
    package internal(set) var calls: [WaitingCall]

    enum Stage: Hashable, Sendable {
      case authorizing(request: Int, verifier: String)
      case exchanging(Waiting)
    }

    /// The request whose answer it waits for.
    var request: Int {
      switch stage {
      case .authorizing(let request, _): request
      case .exchanging(let waiting): waiting.request
      }
    }

    /// The token request that it waits on.
    package var waiting: Waiting? {
      if case .exchanging(let waiting) = stage { waiting } else { nil }
    }
  }

  /// Sends the person to the sign-in page with what the API asked for, for this call and all that are
  /// refused for the same until then. A timer's question has nobody there who could sign in, and nobody
  /// signs in for a stranger with the cookie.
  mutating func stepUp(
    _ maxAge: Int64, for call: PendingCall, using random: inout RandomStream,
    _ cryptography: some TokenCryptography
  ) -> [Directive] {
    guard call.path != .check, phase == .signedIn, call.asker?.party != .attacker else {
      return ended(.refused(status: 401), for: call.asker)
    }
    let call = WaitingCall(
      path: call.path, host: call.host, tab: call.tab, wasRefused: true, isSteppedUp: true,
      asker: call.asker)
    guard stepUp == nil else {
      stepUp?.calls.append(call)
      return [.note(.callWaits)]
    }
    let verifier = base64URL(random.bytes(32))
    let request = AuthorizationRequest(
      clientID: Self.clientID, scope: Self.scope,
      codeChallenge: codeChallenge(of: verifier, cryptography), userName: person, maxAge: maxAge,
      cookie: cookie)
    let (number, ticket) = (takeRequestNumber(), takeTicket())
    stepUp = StepUp(
      stage: .authorizing(request: number, verifier: verifier), ticket: ticket, calls: [call])
    return [
      .note(.stepsUp(maxAge: maxAge)),
      .send(.authorizationRequest(request), to: .authorizationServer, request: number),
      .setTimer(ticket: ticket, after: max(Self.patience, habit.responseTimeout)),
    ]
  }

  /// The redirect came back.
  mutating func goOnSteppingUp(
    _ response: AuthorizationResponse, _ verifier: String
  ) -> [Directive] {
    guard case .code(let code, _) = response else { return giveUpStepUp() }
    let form = Form.exchange(code, verifier: verifier, clientID: Self.clientID)
    let (waiting, directives) = post(
      TokenRequest(form: form, basic: credentials), tab: 0, attempt: 1, calls: [])
    stepUp?.stage = .exchanging(waiting)
    return directives
  }

  /// The new tokens are stored. A refresh that is in flight is of a family that is left: its answer is
  /// not waited for, and what waited on it goes on with the new token.
  mutating func finishStepUp() -> [Directive] {
    let calls = (stepUp?.calls ?? []) + refreshes.flatMap(\.calls)
    stepUp = nil
    refreshes = []
    return calls.flatMap {
      sendCall(
        $0.path, host: $0.host, tab: $0.tab, for: $0.asker, isRepeat: true,
        isSteppedUp: $0.isSteppedUp)
    }
  }

  /// Nobody signed in again: the client keeps what it has.
  mutating func giveUpStepUp() -> [Directive] {
    let calls = stepUp?.calls ?? []
    stepUp = nil
    return calls.flatMap { ended(.notRenewed, for: $0.asker) }
  }
}
