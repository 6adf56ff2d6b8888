/// A sliding session in the server's store, which a cookie names.
public struct SessionPolicy: Hashable, Codable, Sendable {
  /// Ended after this much time without a request; above zero.
  public var idle: TimeSpan
  /// Ended this long after sign-in whatever happens; above zero.
  public var absolute: TimeSpan
  /// How long the browser keeps the cookie.
  public var cookie: CookieKind
  /// Whether the browser adds it to what another site's page has it send.
  public var sameSite: SameSite
  /// Whether the API serves nobody without a header that another site's page cannot set.
  public var asksForHeader: Bool

  /// Both ends have to be given.
  public init(
    idle: TimeSpan, absolute: TimeSpan, cookie: CookieKind = .session, sameSite: SameSite = .lax,
    asksForHeader: Bool = false
  ) {
    self.idle = idle
    self.absolute = absolute
    self.cookie = cookie
    self.sameSite = sameSite
    self.asksForHeader = asksForHeader
  }
}
