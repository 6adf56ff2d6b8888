/// When and how a client renews its access token: the client's half of a strategy.
public struct ClientHabit: Hashable, Codable, Sendable {
  /// What makes it renew.
  public var renews: RenewalHabit
  /// Who waits for a refresh that is in flight already.
  public var guarding: RefreshGuard
  /// How far the client's clock is ahead of the servers'. It misleads a client that compares `exp` with
  /// its own clock; one that counts `expires_in` from receipt has no such trouble.
  public var clockOffset: TimeSpan
  /// How long the client waits for an answer before it gives up or tries again; above zero.
  public var responseTimeout: TimeSpan
  /// How often it sends the same refresh request again when no answer comes; zero or more.
  public var retries: Int
  /// Where the tokens lie on the device, where the server sets no cookie.
  public var storage: TokenStorage

  /// A tab that refreshes once at a time, on a clock that is right, unless said otherwise.
  public init(
    renews: RenewalHabit, guarding: RefreshGuard = .perTab, clockOffset: TimeSpan = .zero,
    responseTimeout: TimeSpan = .seconds(2), retries: Int = 2,
    storage: TokenStorage = .localStorage
  ) {
    self.renews = renews
    self.guarding = guarding
    self.clockOffset = clockOffset
    self.responseTimeout = responseTimeout
    self.retries = retries
    self.storage = storage
  }
}
