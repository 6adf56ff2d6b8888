import TokenCore

/// The parts of a client's habit that a scenario sets itself; nil leaves the strategy's.
public struct HabitOverride: Hashable, Sendable {
  public var renews: RenewalHabit?
  public var guarding: RefreshGuard?
  public var clockOffset: TimeSpan?
  public var responseTimeout: TimeSpan?
  public var retries: Int?
  public var storage: TokenStorage?

  public init(
    renews: RenewalHabit? = nil, guarding: RefreshGuard? = nil, clockOffset: TimeSpan? = nil,
    responseTimeout: TimeSpan? = nil, retries: Int? = nil, storage: TokenStorage? = nil
  ) {
    self.renews = renews
    self.guarding = guarding
    self.clockOffset = clockOffset
    self.responseTimeout = responseTimeout
    self.retries = retries
    self.storage = storage
  }

  /// The strategy's habit with these parts changed. A way to renew that the strategy has no use for
  /// is left out.
  func applied(to strategy: Strategy) -> ClientHabit {
    let habit = strategy.habit
    return ClientHabit(
      renews: renews.flatMap { $0.suits(strategy.policy) ? $0 : nil } ?? habit.renews,
      guarding: guarding ?? habit.guarding, clockOffset: clockOffset ?? habit.clockOffset,
      responseTimeout: responseTimeout ?? habit.responseTimeout,
      retries: retries ?? habit.retries, storage: storage ?? habit.storage)
  }
}

extension RenewalHabit {
  /// Whether there is something to renew with; the person can always be asked.
  func suits(_ policy: Policy) -> Bool {
    switch self {
    case .whenRefused, .beforeExpiry, .onTimer, .whenWarned: policy.canRenew
    case .asksThePerson, .onCheck: true
    }
  }
}

extension Policy {
  /// Whether a client holds something that gets it the next access token.
  var canRenew: Bool {
    renewal.credential != .nothing
  }
}
