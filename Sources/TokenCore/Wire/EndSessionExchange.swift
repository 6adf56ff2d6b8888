/// A browser at the authorization server's logout page: of the person's own accord, or sent there by
/// the client (OpenID Connect RP-Initiated Logout 1.0 §2).
public struct EndSessionRequest: Hashable, Sendable {
  /// What the browser sends along; nil where it has none.
  public var cookie: SessionCookie?
  /// Whether the client sent the browser, so that it goes back there.
  public var returnsToClient: Bool

  /// A request of a browser with that cookie.
  public init(cookie: SessionCookie?, returnsToClient: Bool = false) {
    self.cookie = cookie
    self.returnsToClient = returnsToClient
  }
}

/// The logout page's answer: the browser drops the cookie, whatever it opened.
public struct EndSessionResponse: Hashable, Sendable {
  /// Whether it is a redirect to the client.
  public let returnsToClient: Bool

  /// An answer to such a request.
  public init(returnsToClient: Bool) { self.returnsToClient = returnsToClient }

  /// The HTTP status: 302 for a redirect, 200 for a page.
  public var status: Int { returnsToClient ? 302 : 200 }
}
