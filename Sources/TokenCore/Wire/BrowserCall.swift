/// What a call is, to whoever only looks at its method (RFC 9110 §9.2.1).
public enum HTTPMethod: String, Hashable, Sendable {
  /// Asks for something, and changes nothing.
  case get = "GET"
  /// Changes something.
  case post = "POST"

  /// Whether it is meant to change nothing.
  public var isSafe: Bool {
    switch self {
    case .get: true
    case .post: false
    }
  }
}

/// A call whose credential is a cookie. The browser adds that by itself, whichever page had it make the
/// call (RFC 6265 §5.4); a token in a header is put there by whoever holds it.
public struct BrowserCall: Hashable, Sendable {
  /// Whether a page of another site had the browser make it. Servers do not go by this.
  public var isFromOtherSite: Bool
  /// Whether it has the header that another site's page cannot set: the browser would first ask the
  /// API, which does not allow it (Fetch, CORS).
  public var hasOwnHeader: Bool

  /// A call by the application's own page, unless said otherwise.
  public init(isFromOtherSite: Bool = false, hasOwnHeader: Bool) {
    self.isFromOtherSite = isFromOtherSite
    self.hasOwnHeader = hasOwnHeader
  }

  /// The header that only the application's own page sets.
  package static let ownHeader = "X-CSRF"
}

/// The cookie that names an application's session, as the server sets it (RFC 6265bis). A name with
/// `__Host-` is taken only with `Secure`, `Path=/` and for the one host that set it.
public struct ApplicationCookie: Hashable, Sendable {
  /// `SameSite`
  public let sameSite: SameSite
  /// `Max-Age`, in seconds; nil for a cookie that ends with the browser.
  public let maxAge: Int64?

  /// The cookie's name.
  public static let name = "__Host-session"

  /// What stands behind name and value.
  public var attributes: String {
    "Path=/; Secure; HttpOnly; SameSite=\(sameSite.wireValue)"
      + (maxAge.map { "; Max-Age=\($0)" } ?? "")
  }
}

extension SessionPolicy {
  /// The cookie of a session that may last so many seconds more.
  func cookie(lasting seconds: Int64) -> ApplicationCookie {
    ApplicationCookie(
      sameSite: sameSite, maxAge: cookie.survivesClosing ? seconds : nil)
  }

  /// How the application's own page calls.
  package var ownCall: BrowserCall { BrowserCall(hasOwnHeader: asksForHeader) }
}
