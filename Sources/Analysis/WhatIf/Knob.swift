import TokenCore

/// A length of time in a policy.
public enum Knob: String, Hashable, CaseIterable, Sendable {
  /// For the token just before the current one.
  case grace
  /// For any spent token in a window of its own.
  case graceForAny
  case leeway
  case accessLifetime
  case idleLifetime
  case absoluteLifetime
  case reissueWindow
  /// How long ago the person may have signed in for the API to serve a call.
  case maxAge
  case sessionIdle
  case sessionAbsolute
  case ssoIdle
  case ssoAbsolute
  case introspectionCache
  case keySetCache
  /// How late a revocation reaches the API's deny-list.
  case denyListDelay
  /// How long the API keeps its copy of the status list.
  case statusListTTL
  /// How late a refresh token is written as spent.
  case spendingGap

  /// Longer than anything that a policy may ask for.
  static let most = SpanScale.most

  /// The axis that it turns.
  var axis: PolicyAxis {
    switch self {
    case .grace, .graceForAny: .graceLength
    case .leeway: .leeway
    case .accessLifetime: .accessLifetime
    case .idleLifetime: .refreshIdle
    case .absoluteLifetime: .refreshAbsolute
    case .reissueWindow: .reissueWindow
    case .maxAge: .maxAge
    case .sessionIdle: .sessionIdle
    case .sessionAbsolute: .sessionAbsolute
    case .ssoIdle: .ssoIdle
    case .ssoAbsolute: .ssoAbsolute
    case .introspectionCache: .introspectionCache
    case .keySetCache: .keySetCache
    case .denyListDelay: .denyListDelay
    case .statusListTTL: .statusListTTL
    case .spendingGap: .spendingGap
    }
  }

  /// The least that it can be set to, in whole seconds: zero only where the axis takes zero.
  var least: TimeSpan {
    guard case .span(let scale) = axis.described.scale, scale.least > .zero else { return .zero }
    return .seconds(1)
  }

  /// What it is set to: absent where the policy has no such knob or nothing goes by it; for a grace
  /// zero where there is none.
  func reading(_ policy: Policy) -> SpanReading {
    switch self {
    case .grace, .graceForAny: return graceReading(policy)
    case .leeway, .keySetCache:
      guard !policy.accessToken.form.isHandle else { return .absent }
    case .accessLifetime:
      guard policy.session == nil else { return .absent }
    case .idleLifetime:
      guard policy.refresh.map(Self.notesUse) ?? true else { return .absent }
    case .maxAge:
      guard policy.accessToken.maxAge != nil else { return .absent }
    case .absoluteLifetime, .reissueWindow, .sessionIdle, .sessionAbsolute, .ssoIdle, .ssoAbsolute,
      .introspectionCache, .denyListDelay, .statusListTTL, .spendingGap:
      break
    }
    return axis.span(in: Rules(policy: policy))
  }

  /// Where there is no idle limit, nobody notes when a token that is used again and again was last used.
  private static func notesUse(_ refresh: RefreshPolicy) -> Bool {
    refresh.idleLifetime != nil || refresh.rotation.spends
  }

  private func graceReading(_ policy: Policy) -> SpanReading {
    guard case .rotating(_, let grace) = policy.refresh?.rotation else { return .absent }
    guard let window = grace.window, self != .graceForAny || window.reach == .anyInItsWindow
    else { return .set(.zero) }
    return .set(window.length)
  }

  /// The policy with the knob at that length; nil where there is no such knob.
  func set(_ span: TimeSpan, in policy: Policy) -> Policy? {
    guard reading(policy) != .absent else { return nil }
    var rules = Rules(policy: policy)
    switch self {
    case .grace: rules.policy.setGrace(span, reach: .immediatePredecessor)
    case .graceForAny: rules.policy.setGrace(span, reach: .anyInItsWindow)
    case .leeway, .accessLifetime, .idleLifetime, .absoluteLifetime, .reissueWindow, .maxAge,
      .sessionIdle,
      .sessionAbsolute, .ssoIdle, .ssoAbsolute, .introspectionCache, .keySetCache, .denyListDelay,
      .statusListTTL, .spendingGap:
      axis.set(span, in: &rules)
    }
    return rules.policy
  }
}

extension SpanReading {
  /// The length, the most there is for no limit; nil where there is no such knob.
  var span: TimeSpan? {
    switch self {
    case .absent: nil
    case .unlimited: Knob.most
    case .set(let span): span
    }
  }
}

extension Policy {
  mutating func changeRefresh(_ change: (inout RefreshPolicy) -> Void) {
    guard case .refreshToken(var refresh) = renewal else { return }
    change(&refresh)
    renewal = .refreshToken(refresh)
  }

  /// The window that there is, at another length; where there is none, one that needs no copy in
  /// clear.
  fileprivate mutating func setGrace(_ length: TimeSpan, reach: GraceReach) {
    changeRefresh { refresh in
      guard case .rotating(let response, let grace) = refresh.rotation else { return }
      var window = GraceWindow(length: length, answer: .newBranch, reach: reach)
      if case .window(let present) = grace {
        window = present
        window.length = length
        if reach == .anyInItsWindow { window.reach = reach }
      }
      refresh.rotation = .rotating(onReuse: response, grace: .window(window))
    }
  }
}
