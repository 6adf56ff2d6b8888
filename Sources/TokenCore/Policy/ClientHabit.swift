/// When and how a client renews its access token: the client's half of a strategy.
public struct ClientHabit: Hashable, Sendable {
  public var renews: RenewalHabit
  public var guarding: RefreshGuard
  /// How far the client's clock is ahead of the servers'. A client that renews by the clock compares
  /// the answer's time with its own; one that goes by `expires_in` from receipt has no such trouble.
  public var clockOffset: TimeSpan
  /// How long the client waits for an answer before it gives up or tries again.
  public var responseTimeout: TimeSpan
  /// How often it sends the same refresh request again when no answer comes.
  public var retries: Int

  public init(
    renews: RenewalHabit, guarding: RefreshGuard = .perTab, clockOffset: TimeSpan = .zero,
    responseTimeout: TimeSpan = .seconds(2), retries: Int = 2
  ) {
    self.renews = renews
    self.guarding = guarding
    self.clockOffset = clockOffset
    self.responseTimeout = responseTimeout
    self.retries = retries
  }
}

/// What makes a client renew.
public enum RenewalHabit: Hashable, Sendable {
  /// A 401: it refreshes and then repeats the call once (RFC 6750 §3.1).
  case whenRefused
  /// Use after `expires_in` less the margin: it refreshes first. A 401 still makes it refresh.
  case beforeExpiry(margin: TimeSpan)
  /// A timer in the background, whether or not anybody is there.
  case onTimer(every: TimeSpan)
  /// Nothing: the person is asked to sign in again.
  case asksThePerson
}

/// Who waits for a refresh that is in flight already.
public enum RefreshGuard: String, Hashable, CaseIterable, Sendable {
  /// Nobody: every refused call refreshes for itself.
  case none
  /// The calls of the same tab.
  case perTab = "per-tab"
  /// Every tab of the device: one holds the lock, the others then read the storage again.
  case acrossTabs = "across-tabs"
}
