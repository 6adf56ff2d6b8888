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
  case sessionIdle
  case sessionAbsolute
  case introspectionCache
  case keySetCache

  /// Longer than anything that a policy may ask for (ten years).
  static let most = TimeSpan.days(3650)

  /// The least that it can be set to: a lifetime has to be above zero.
  var least: TimeSpan {
    switch self {
    case .leeway, .introspectionCache, .keySetCache: .zero
    case .grace, .graceForAny, .accessLifetime, .idleLifetime, .absoluteLifetime, .reissueWindow,
      .sessionIdle, .sessionAbsolute:
      .seconds(1)
    }
  }

  /// What it is set to: `.none` where the policy has no such knob, a nil span for "no limit", which
  /// for a grace is none at all.
  func reading(_ policy: Policy) -> Reading {
    switch self {
    case .grace, .graceForAny: graceReading(policy)
    case .leeway:
      policy.accessToken.form == .selfContained ? .set(policy.accessToken.leeway) : .absent
    case .accessLifetime: policy.session == nil ? .set(policy.accessToken.lifetime) : .absent
    case .idleLifetime: policy.refresh.map { Reading($0.idleLifetime) } ?? .absent
    case .absoluteLifetime: policy.refresh.map { Reading($0.absoluteLifetime) } ?? .absent
    case .reissueWindow: policy.reissue.map { .set($0.window) } ?? .absent
    case .sessionIdle: policy.session.map { .set($0.idle) } ?? .absent
    case .sessionAbsolute: policy.session.map { .set($0.absolute) } ?? .absent
    case .introspectionCache:
      if case .introspection(let cache) = policy.accessToken.check { .set(cache) } else { .absent }
    case .keySetCache:
      policy.accessToken.form == .selfContained ? .set(policy.accessToken.keySetCache) : .absent
    }
  }

  enum Reading: Equatable {
    case absent
    case unlimited
    case set(TimeSpan)

    init(_ limit: TimeSpan?) {
      self = limit.map(Reading.set) ?? .unlimited
    }

    /// The length, the most there is for no limit; nil where there is no such knob.
    var span: TimeSpan? {
      switch self {
      case .absent: nil
      case .unlimited: Knob.most
      case .set(let span): span
      }
    }
  }

  private func graceReading(_ policy: Policy) -> Reading {
    guard case .rotating(_, let grace) = policy.refresh?.rotation else { return .absent }
    switch grace {
    case .none, .untilSuccessorUsed: return .set(.zero)
    case .window(let window):
      return self == .graceForAny && window.reach != .anyInItsWindow
        ? .set(.zero) : .set(window.length)
    }
  }

  /// The policy with the knob at that length; nil where there is no such knob.
  func set(_ span: TimeSpan, in policy: Policy) -> Policy? {
    guard reading(policy) != .absent else { return nil }
    var policy = policy
    switch self {
    case .grace: policy.setGrace(span, reach: .immediatePredecessor)
    case .graceForAny: policy.setGrace(span, reach: .anyInItsWindow)
    case .leeway: policy.accessToken.leeway = span
    case .accessLifetime: policy.accessToken.lifetime = span
    case .idleLifetime: policy.changeRefresh { $0.idleLifetime = span }
    case .absoluteLifetime: policy.changeRefresh { $0.absoluteLifetime = span }
    case .reissueWindow: policy.changeReissue { $0.window = span }
    case .sessionIdle: policy.changeSession { $0.idle = span }
    case .sessionAbsolute: policy.changeSession { $0.absolute = span }
    case .introspectionCache: policy.accessToken.check = .introspection(cache: span)
    case .keySetCache: policy.accessToken.keySetCache = span
    }
    return policy
  }
}

extension Policy {
  fileprivate var reissue: ReissuePolicy? {
    if case .reissue(let reissue) = renewal { reissue } else { nil }
  }

  fileprivate mutating func changeReissue(_ change: (inout ReissuePolicy) -> Void) {
    guard case .reissue(var reissue) = renewal else { return }
    change(&reissue)
    renewal = .reissue(reissue)
  }

  fileprivate mutating func changeSession(_ change: (inout SessionPolicy) -> Void) {
    guard case .session(var session) = renewal else { return }
    change(&session)
    renewal = .session(session)
  }

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
