/// A sliding session in the server's store, which a cookie names.
public struct SessionPolicy: Hashable, Codable, Sendable {
  /// Ended after this much time without a request; above zero.
  public var idle: TimeSpan
  /// Ended this long after sign-in whatever happens; above zero.
  public var absolute: TimeSpan
  /// How long the browser keeps the cookie.
  public var cookie: CookieKind

  /// Both ends have to be given.
  public init(idle: TimeSpan, absolute: TimeSpan, cookie: CookieKind = .session) {
    self.idle = idle
    self.absolute = absolute
    self.cookie = cookie
  }
}
