import Narrative
import Simulation
import TokenCore

/// A policy and a habit on their way to being a run of their own: changed axis by axis, compared with
/// what they began as, started only where nothing contradicts.
public struct PolicyDraft: Hashable, Sendable {
  public internal(set) var policy: Policy
  public internal(set) var habit: ClientHabit
  /// The axis that the keys act on.
  public internal(set) var selected = PolicyAxis.accessLifetime
  let start: Start

  struct Start: Hashable, Sendable {
    let strategyID: String
    let policy: Policy
    let habit: ClientHabit
  }

  public init(_ setting: Setting) {
    policy = setting.policy
    habit = setting.habit
    start = Start(
      strategyID: setting.strategyID, policy: setting.policy, habit: setting.habit)
  }

  /// The axes that mean something under this policy, in order.
  public var axes: [PolicyAxis] { PolicyAxis.allCases.filter { $0.applies(to: self) } }

  /// Whether the axis is not as it was.
  public func isChanged(_ axis: PolicyAxis) -> Bool {
    var before = self
    before.policy = start.policy
    before.habit = start.habit
    return !axis.applies(to: before) || axis.value(in: before) != axis.value(in: self)
  }

  /// The strategy that it comes from, with a star while it is not the shipped one.
  public var strategyID: String {
    let base = start.strategyID.hasSuffix("*") ? start.strategyID.dropLast() : start.strategyID[...]
    guard let shipped = Strategy.named(String(base)) else {
      return policy == start.policy && habit == start.habit ? start.strategyID : "\(base)*"
    }
    return shipped.policy == policy && shipped.habit == habit ? shipped.id : "\(base)*"
  }

  /// The same people, seed and network under this policy.
  public func setting(from setting: Setting) -> Setting {
    var setting = setting
    setting.strategyID = strategyID
    setting.policy = policy
    setting.habit = habit
    return setting
  }
}

extension PolicyDraft {
  /// The refresh rules; writing them where there are none changes nothing.
  var refresh: RefreshPolicy? {
    get { policy.refresh }
    set { if let newValue, policy.refresh != nil { policy.renewal = .refreshToken(newValue) } }
  }

  var session: SessionPolicy? {
    get { policy.session }
    set { if let newValue, policy.session != nil { policy.renewal = .session(newValue) } }
  }

  var reissue: ReissuePolicy? {
    get { if case .reissue(let reissue) = policy.renewal { reissue } else { nil } }
    set { if let newValue, reissue != nil { policy.renewal = .reissue(newValue) } }
  }

  /// The rotation's answer to a reuse, where it rotates.
  var reuseResponse: ReuseResponse? {
    get { if case .rotating(let response, _) = refresh?.rotation { response } else { nil } }
    set {
      guard let newValue, case .rotating(_, let grace) = refresh?.rotation else { return }
      refresh?.rotation = .rotating(onReuse: newValue, grace: grace)
    }
  }

  var grace: Grace? {
    get { if case .rotating(_, let grace) = refresh?.rotation { grace } else { nil } }
    set {
      guard let newValue, case .rotating(let response, _) = refresh?.rotation else { return }
      refresh?.rotation = .rotating(onReuse: response, grace: newValue)
    }
  }

  var window: GraceWindow? {
    get { if case .window(let window) = grace { window } else { nil } }
    set { if let newValue, window != nil { grace = .window(newValue) } }
  }
}
