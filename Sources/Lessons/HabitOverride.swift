import TokenCore

/// The parts of a client's habit that a scenario sets itself; nil leaves the strategy's.
public struct HabitOverride: Hashable, Sendable {
  public var renews: RenewalHabit?
  public var responseTimeout: TimeSpan?
  public var retries: Int?

  public init(
    renews: RenewalHabit? = nil, responseTimeout: TimeSpan? = nil, retries: Int? = nil
  ) {
    self.renews = renews
    self.responseTimeout = responseTimeout
    self.retries = retries
  }

  /// The strategy's habit with these parts changed. A way to renew that the strategy has no use for
  /// is left out.
  func applied(to strategy: Strategy) -> ClientHabit {
    let habit = strategy.habit
    return ClientHabit(
      renews: renews.flatMap { $0.suits(strategy.policy) ? $0 : nil } ?? habit.renews,
      responseTimeout: responseTimeout ?? habit.responseTimeout,
      retries: retries ?? habit.retries)
  }
}

extension RenewalHabit {
  /// Whether there is something to renew with; the person can always be asked.
  func suits(_ policy: Policy) -> Bool {
    switch self {
    case .whenRefused, .beforeExpiry, .onTimer: policy.refresh != nil
    case .asksThePerson: true
    }
  }
}
