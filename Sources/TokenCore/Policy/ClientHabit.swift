/// When and how a client renews its access token: the client's half of a strategy.
public struct ClientHabit: Hashable, Sendable {
  public var renews: RenewalHabit
  /// How long the client waits for an answer before it gives up or tries again.
  public var responseTimeout: TimeSpan
  /// How often it sends the same refresh request again when no answer comes.
  public var retries: Int

  public init(
    renews: RenewalHabit, responseTimeout: TimeSpan = .seconds(2), retries: Int = 2
  ) {
    self.renews = renews
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
