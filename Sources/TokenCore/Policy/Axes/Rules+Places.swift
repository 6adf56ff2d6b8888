/// Where the axes lie that are no stored property: the kinds of what carries more than its kind, and
/// the lengths of time inside. Writing a kind that is there already keeps what it carries.
extension Rules {
  var checkKind: AccessTokenCheck.Kind? {
    get { policy.accessToken.check.kind }
    set {
      guard let newValue, newValue != checkKind else { return }
      policy.accessToken.check = AccessTokenCheck(newValue)
      policy.accessToken.onOutage = .failClosed
    }
  }

  var introspectionCache: TimeSpan? {
    get { if case .introspection(let cache) = policy.accessToken.check { cache } else { nil } }
    set {
      guard let newValue, introspectionCache != nil else { return }
      policy.accessToken.check = .introspection(cache: newValue)
    }
  }

  /// Where nobody asks, nobody can go unanswered.
  var outageResponse: OutageResponse? {
    get { introspectionCache == nil ? nil : policy.accessToken.onOutage }
    set { if let newValue, introspectionCache != nil { policy.accessToken.onOutage = newValue } }
  }

  var denyListDelay: TimeSpan? {
    get { if case .denyList(let delay) = policy.accessToken.check { delay } else { nil } }
    set {
      guard let newValue, denyListDelay != nil else { return }
      policy.accessToken.check = .denyList(delay: newValue)
    }
  }

  var statusListTTL: TimeSpan? {
    get { if case .statusList(let ttl) = policy.accessToken.check { ttl } else { nil } }
    set {
      guard let newValue, statusListTTL != nil else { return }
      policy.accessToken.check = .statusList(ttl: newValue)
    }
  }

  /// A new one is checked by the API.
  var shortExpiry: SpanReading {
    get { SpanReading(policy.accessToken.shortExpiry.span) }
    set {
      switch (policy.accessToken.shortExpiry, newValue.limit) {
      case (_, nil): policy.accessToken.shortExpiry = .none
      case (.none, let span?), (.checked, let span?):
        policy.accessToken.shortExpiry = .checked(span)
      case (.ignored, let span?): policy.accessToken.shortExpiry = .ignored(span)
      }
    }
  }

  var isShortExpiryChecked: Bool? {
    get {
      switch policy.accessToken.shortExpiry {
      case .none: nil
      case .checked: true
      case .ignored: false
      }
    }
    set {
      guard let newValue, let span = policy.accessToken.shortExpiry.span else { return }
      policy.accessToken.shortExpiry = newValue ? .checked(span) : .ignored(span)
    }
  }

  var renewalKind: Renewal.Kind? {
    get { policy.renewal.kind }
    set {
      guard let newValue, newValue != renewalKind else { return }
      policy.renewal = Renewal(newValue)
    }
  }

  var refreshFormKind: RefreshForm.Kind? {
    get { refresh?.form.kind }
    set { if let newValue { refresh?.form = RefreshForm(newValue) } }
  }

  var rotationKind: Rotation.Kind? {
    get { refresh?.rotation.kind }
    set {
      guard let newValue, newValue != rotationKind else { return }
      refresh?.rotation = Rotation(newValue)
      guard newValue != .rotating else { return }
      refresh?.memory = nil
      refresh?.spendingGap = .zero
    }
  }

  /// Where nothing is ever spent there is nothing to write.
  var spendingGap: TimeSpan? {
    get { rotationKind == .rotating ? refresh?.spendingGap : nil }
    set { if let newValue, rotationKind == .rotating { refresh?.spendingGap = newValue } }
  }

  var graceKind: Grace.Kind? {
    get { grace?.kind }
    set {
      guard let newValue, newValue != graceKind else { return }
      grace = Grace(newValue)
    }
  }
}

/// The lengths of time of which there may be none.
extension Rules {
  /// Where nobody proves anything there is nothing to put a nonce into.
  var proofNonce: SpanReading {
    get {
      policy.bindsToKey || policy.proofNonce != nil ? SpanReading(policy.proofNonce) : .absent
    }
    set { policy.proofNonce = newValue.limit }
  }

  /// A session's cookie comes with no challenge that could ask for it.
  var maxAge: SpanReading {
    get {
      policy.session == nil || policy.accessToken.maxAge != nil
        ? SpanReading(policy.accessToken.maxAge) : .absent
    }
    set { policy.accessToken.maxAge = newValue.limit }
  }

  var refreshIdle: SpanReading {
    get { refresh.map { SpanReading($0.idleLifetime) } ?? .absent }
    set { refresh?.idleLifetime = newValue.limit }
  }

  var refreshAbsolute: SpanReading {
    get { refresh.map { SpanReading($0.absoluteLifetime) } ?? .absent }
    set { refresh?.absoluteLifetime = newValue.limit }
  }

  /// Where nothing is ever spent there is nothing to remember.
  var memory: SpanReading {
    get { rotationKind == .rotating ? SpanReading(refresh?.memory) : .absent }
    set { refresh?.memory = newValue.limit }
  }
}

/// The client's half.
extension Rules {
  var renewsKind: RenewalHabit.Kind? {
    get { habit.renews.kind }
    set {
      guard let newValue, newValue != renewsKind else { return }
      habit.renews = RenewalHabit(newValue)
    }
  }

  var renewalMargin: TimeSpan? {
    get { if case .beforeExpiry(let margin, _) = habit.renews { margin } else { nil } }
    set {
      guard let newValue, let source = expirySource else { return }
      habit.renews = .beforeExpiry(margin: newValue, knownFrom: source)
    }
  }

  var expirySource: ExpirySource? {
    get { habit.renews.expirySource }
    set {
      guard let newValue, let margin = renewalMargin else { return }
      habit.renews = .beforeExpiry(margin: margin, knownFrom: newValue)
    }
  }

  /// Only where the client goes by its clock, or a proof says what it shows, does that matter.
  var clockOffset: TimeSpan? {
    get { readsClock ? habit.clockOffset : nil }
    set { if let newValue, readsClock { habit.clockOffset = newValue } }
  }

  /// With a nonce nobody looks at `iat` of a proof.
  private var readsClock: Bool {
    expirySource == .exp || policy.bindsToKey && policy.proofNonce == nil
  }

  var checkInterval: TimeSpan? {
    get { if case .onCheck(let every) = habit.renews { every } else { nil } }
    set {
      guard let newValue, checkInterval != nil else { return }
      habit.renews = .onCheck(every: newValue)
    }
  }

  var warningStart: TimeSpan? {
    get { if case .whenWarned(let start, _) = habit.renews { start } else { nil } }
    set {
      guard let newValue, let end = warningEnd else { return }
      habit.renews = .whenWarned(from: newValue, until: end)
    }
  }

  var warningEnd: TimeSpan? {
    get { if case .whenWarned(_, let end) = habit.renews { end } else { nil } }
    set {
      guard let newValue, let start = warningStart else { return }
      habit.renews = .whenWarned(from: start, until: newValue)
    }
  }

  /// What a cookie holds, no script keeps.
  var tokenStorage: TokenStorage? {
    get { policy.session == nil ? habit.storage : nil }
    set { if let newValue, policy.session == nil { habit.storage = newValue } }
  }

  var renewalInterval: TimeSpan? {
    get { if case .onTimer(let every) = habit.renews { every } else { nil } }
    set {
      guard let newValue, renewalInterval != nil else { return }
      habit.renews = .onTimer(every: newValue)
    }
  }
}
