import Simulation
import TokenCore

/// A policy and a habit on their way to being a run of their own: changed axis by axis, compared with
/// what they began as, started only where nothing contradicts.
public struct PolicyDraft: Hashable, Sendable {
  var rules: Rules
  /// The axis that the keys act on.
  package internal(set) var selected = PolicyAxis.accessLifetime
  let start: Start

  struct Start: Hashable, Sendable {
    let strategyID: String
    let rules: Rules
  }

  public var policy: Policy { rules.policy }
  public var habit: ClientHabit { rules.habit }

  /// The rules that a run begins with.
  public init(_ setting: Setting) {
    self.init(Start(strategyID: setting.strategyID, rules: setting.rules))
  }

  /// The rules that hold in the world.
  public init(_ world: World) {
    let rules = Rules(policy: world.policy, habit: world.setting.habit)
    self.init(Start(strategyID: world.strategyID, rules: rules))
  }

  private init(_ start: Start) {
    rules = start.rules
    self.start = start
  }

  /// The axes that mean something under this policy, in order.
  package var axes: [PolicyAxis] { PolicyAxis.edited.filter { $0.applies(to: self) } }

  /// Whether the axis is not as it was.
  package func isChanged(_ axis: PolicyAxis) -> Bool {
    var before = self
    before.rules = start.rules
    return !axis.applies(to: before) || axis.value(in: before) != axis.value(in: self)
  }

  /// The strategy that it comes from, with a star while it is not the shipped one.
  public var strategyID: String {
    let base = start.strategyID.hasSuffix("*") ? start.strategyID.dropLast() : start.strategyID[...]
    guard let shipped = Strategy.named(String(base)) else {
      return rules == start.rules ? start.strategyID : "\(base)*"
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
  /// The way of renewing that it began with comes back with the rules that it had then.
  mutating func restoreRenewal() {
    let start = start.rules.policy.renewal
    if rules.policy.renewal.kind == start.kind { rules.policy.renewal = start }
  }
}
