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
    /// The server refused to renew, or there is nothing to renew with.
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
