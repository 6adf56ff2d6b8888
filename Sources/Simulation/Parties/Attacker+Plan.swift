import TokenCore

extension Attacker {
  /// How far the planned attack has got.
  ///
  ///     notBegun ──theft──▶ ready ──401──▶ refused ──renewal refused, nothing to renew with──▶ finished
  ///                           ▲               │
  ///                           └────tokens─────┘
  ///
  /// Once it has begun, every answer to the attacker counts, whoever had it ask: a refused renewal
  /// finishes a plan that is ready too, and tokens or a 401 that come late lead out of finished.
  ///
  /// A call that is refused because the sign-in is too long ago finishes it as well.
  ///
  /// Not legal: a second theft; a way back to notBegun; an answer that begins the plan.
  enum PlanState: Hashable, Sendable {
    /// The planned theft is still ahead.
    case notBegun
    case ready
    /// The access token was refused: renew before the next call.
    case refused
    /// Nothing held opens anything any more.
    case finished

    mutating func begin() {
      precondition(self == .notBegun, "a plan that is \(self) cannot begin")
      self = .ready
    }

    mutating func tokensCame() { move(to: .ready) }
    mutating func callWasRefused() { move(to: .refused) }
    /// The server refused to renew, or there is nothing to renew with, or no renewal would help: the API
    /// asks for a sign-in (RFC 9470).
    mutating func renewalFailed() { move(to: .finished) }

    private mutating func move(to next: PlanState) {
      if self != .notBegun { self = next }
    }
  }

  /// How a planned attack meets the strategy: what it renews with, and when its victim is gone.
  struct Circumstances: Hashable, Sendable {
    /// What the policy lets it renew with.
    let renewsWith: RenewalCredential
    /// Whether tokens are bound to a key that the sign-in shows.
    let bindsToKey: Bool
    /// What a call needs where the credential is a cookie; nil for a token in a header.
    var browserCall: BrowserCall?
    /// Whether a proof has to contain a nonce of the server's.
    var wantsNonces = false
    /// The host that the plan's calls go to, where there are several.
    let host: String?
  }
}

extension Attacker.Circumstances {
  init(_ policy: Policy, host: String?) {
    self.init(
      renewsWith: policy.renewal.credential, bindsToKey: policy.bindsToKey,
      browserCall: policy.session?.ownCall, wantsNonces: policy.proofNonce != nil, host: host)
  }
}

extension Setting {
  /// What the attacker's plan meets here.
  var circumstances: Attacker.Circumstances {
    Attacker.Circumstances(policy, host: attack.flatMap { host(of: $0.server) })
  }
}

extension Attacker {
  /// The theft first, then a call every so often, and a renewal after each refusal. A device with
  /// nothing in its storage yet has the thief come back.
  mutating func timerFired(
    seeing loot: Client.Loot, at now: Instant
  ) -> [AttackerDirective] {
    guard let plan, planState != .finished else { return [] }
    let directives = act(on: plan, seeing: loot, at: now)
    return planState == .finished ? directives : directives + [.setTimer(after: plan.callsEvery)]
  }

  private mutating func act(
    on plan: AttackPlan, seeing loot: Client.Loot, at now: Instant
  ) -> [AttackerDirective] {
    switch planState {
    case .notBegun where loot.only(plan.takes).isEmpty: return []
    case .notBegun:
      planState.begin()
      return take(loot.only(plan.takes), from: plan.device, at: now)
    case .ready where !accessTokens.isEmpty || backendCookie != nil:
      return callWithNewest(host: circumstances.host)
    case .ready, .refused: return renew(plan)
    case .finished: return []
    }
  }

  private mutating func renew(_ plan: AttackPlan) -> [AttackerDirective] {
    guard plan.renews, let request = renewalRequest else {
      planState.renewalFailed()
      return []
    }
    return ask(request)
  }
}

extension Client.Loot {
  /// What of it a thief is after; a cookie is no token, and goes with everything only.
  fileprivate func only(_ part: Loot) -> Self {
    switch part {
    case .accessToken: Self(tokens: Client.Storage(accessToken: tokens.accessToken))
    case .refreshToken: Self(tokens: Client.Storage(refreshToken: tokens.refreshToken))
    case .storage: self
    }
  }
}
