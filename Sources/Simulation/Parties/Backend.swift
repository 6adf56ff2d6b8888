import TokenCore

/// The server of an application that keeps its tokens there, a backend for its frontend (RFC 10017). The
/// browser has a cookie, which opens the session there; the backend adds the token to each call. It has
/// one session a device, which lasts as long as the tokens.
package struct Backend: Hashable, Sendable {
  /// The session that its tokens belong to; nil while it holds none.
  package internal(set) var session: BackendCookie?
  /// What the browser has. It ends with the browser, which ends nothing here.
  package internal(set) var cookie: BackendCookie?
  /// The timers of the pages that the browser waits for, by its own numbers.
  package internal(set) var pages: [Int: Int] = [:]

  /// Who waits for a page: the browser, or whoever has its cookie.
  package struct Asker: Hashable, Sendable {
    package let party: Party
    package let request: Int
  }

  /// How the application's page calls its own server: the cookie is `SameSite=Strict`, and a header says
  /// that no other site had the browser do it (RFC 10017).
  static let ownCall = BrowserCall(hasOwnHeader: true)
}

/// The cookie that names a session at an application's server. The device is the lab's own note.
public struct BackendCookie: Hashable, Sendable {
  /// What is sent.
  public let text: String
  /// Whose session it is.
  public let device: DeviceID
}

extension ResourceRequest {
  /// A call that goes to the application's own server, with the cookie instead of a token.
  init(
    page path: ResourcePath, host: String?, with cookie: BackendCookie?,
    browser: BrowserCall = Backend.ownCall
  ) {
    self.init(
      path: path.rawValue, token: cookie.map { AccessToken(text: $0.text, label: nil) },
      requiredScope: path.requiredScope, host: host, method: path.method, browser: browser)
  }
}
