import TokenCore

/// What goes on between a browser and the application's own server.
extension Client {
  /// Whether it holds tokens for somebody: its person, or whoever has the cookie of a browser that is
  /// closed by now.
  var isActive: Bool { phase == .signedIn || backend?.session != nil }

  /// Whether tokens came for which the browser has no cookie yet.
  var owesCookie: Bool { backend != nil && phase == .signedIn && backend?.session == nil }

  /// The browser gets a cookie for the session that the tokens are of, and nothing else.
  mutating func openSession(named text: String) -> [Directive] {
    let cookie = BackendCookie(text: text, device: id)
    backend?.session = cookie
    backend?.cookie = cookie
    return [.note(.gaveCookie)]
  }

  /// The person has the page make a call.
  mutating func openPage(_ path: ResourcePath, host: String?) -> [Directive] {
    let (number, ticket) = (takeRequestNumber(), takeTicket())
    backend?.pages[number] = ticket
    let page = ResourceRequest(page: path, host: host, with: backend?.cookie)
    return [
      .openPage(page, request: number), .setTimer(ticket: ticket, after: Self.patience),
    ]
  }

  /// Somebody asks the application's server to make a call. It goes by the cookie alone.
  mutating func receive(
    page request: ResourceRequest, for asker: Backend.Asker, at now: Instant
  ) -> [Directive] {
    guard let session = backend?.session, let sent = request.token,
      sameBytes(sent.text, session.text), let path = ResourcePath(rawValue: request.path)
    else { return [.answerPage(status: 401, to: asker)] }
    return call(path, host: request.host, tab: 0, for: asker, at: now)
  }

  /// The answer reached the browser, which may have given up waiting.
  mutating func browserReceives(_ response: ResourceResponse, for request: Int) -> [Directive] {
    guard backend?.pages.removeValue(forKey: request) != nil else { return [] }
    return [
      .note(
        response.status == 200
          ? .pageServed : .callFailed(.refused(status: response.status)))
    ]
  }

  /// The timer of a page went off; nil where the ticket is of no page.
  mutating func pageOverdue(_ ticket: Int) -> [Directive]? {
    guard let page = backend?.pages.first(where: { $0.value == ticket }) else { return nil }
    backend?.pages[page.key] = nil
    return [.note(.callFailed(.noAnswer))]
  }

  /// How a call came out: told to the person, or to whoever had the application's server make it.
  func ended(_ token: AccessToken?, for asker: Backend.Asker?) -> [Directive] {
    [asker.map { .answerPage(status: 200, to: $0) } ?? .note(.callServed(token?.label))]
  }

  func ended(_ failure: CallFailure, for asker: Backend.Asker?) -> [Directive] {
    [
      asker.map { .answerPage(status: failure.backendStatus, to: $0) }
        ?? .note(.callFailed(failure))
    ]
  }

  /// What lies on the device: the tokens, or a cookie in their place.
  struct Loot: Hashable {
    var tokens = Storage()
    var cookie: BackendCookie?

    var isEmpty: Bool { tokens.isEmpty && cookie == nil }
  }

  /// What a thief of the device's storage gets.
  var loot: Loot { backend.map { Loot(cookie: $0.cookie) } ?? Loot(tokens: storage) }

  /// The key that signs for whoever is inside the device.
  package var keyOnDevice: DeviceKey? { backend == nil ? key : nil }

  /// Between whom a call goes that has a cookie for its credential.
  var cookieRoute: (browser: Party, server: Party) {
    backend == nil ? (.client(id), .resourceServer) : (.browser(id), .client(id))
  }

  /// Somebody takes out whatever is there.
  mutating func emptyStorage() -> [Directive] {
    backend == nil ? signOut(.storageCleared) : loseCookie(.storageCleared)
  }

  /// The cookie is gone from the browser; the session that it named is not told, and goes on.
  mutating func loseCookie(_ cause: SignOutCause) -> [Directive] {
    let failed = abandonPages(as: .notRenewed)
    backend?.cookie = nil
    phase = isClosed ? .closed(cause) : .signedOut(cause)
    return failed + [.note(.signedOut(cause))]
  }

  /// The browser waits for no page any more.
  mutating func abandonPages(as failure: CallFailure) -> [Directive] {
    let count = backend?.pages.count ?? 0
    backend?.pages = [:]
    return Array(repeating: .note(.callFailed(failure)), count: count)
  }

  /// The application forgets the session, without a word to anybody.
  mutating func dropSession() -> [Directive] {
    guard backend != nil else { return [] }
    let failed = abandonCalls(as: .notRenewed)
    storage = Storage()
    backend?.session = nil
    backend?.cookie = nil
    return failed
  }
}

extension Client.Phase {
  /// Whether the person is told when the tokens go: they are there, and signed in or about to be.
  var isOpen: Bool {
    switch self {
    case .authorizing, .exchanging, .signedIn: true
    case .signedOut, .closed: false
    }
  }
}

extension CallFailure {
  /// What the application's server says when its own call came to nothing (RFC 9110 §15.6.5).
  fileprivate var backendStatus: Int {
    switch self {
    case .refused(let status): status
    case .notRenewed: 401
    case .noAnswer, .browserClosed: 504
    }
  }
}
