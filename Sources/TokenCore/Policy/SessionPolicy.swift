/// A sliding session in the server's store.
public struct SessionPolicy: Hashable, Codable, Sendable {
  /// Ended after this much time without a request; above zero.
  public var idle: TimeSpan
  /// Ended this long after sign-in whatever happens; above zero.
  public var absolute: TimeSpan

  /// Both ends have to be given.
  public init(idle: TimeSpan, absolute: TimeSpan) {
    self.idle = idle
    self.absolute = absolute
  }
}
