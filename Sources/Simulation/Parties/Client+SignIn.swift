import TokenCore

extension Client {
  /// Sends the person's browser to the server's sign-in page (RFC 6749 §4.1.1 with PKCE).
  mutating func signIn(
    using random: inout RandomStream, _ cryptography: some TokenCryptography
  ) -> [Directive] {
    let dropped = dropSession()
    let verifier = base64URL(random.bytes(32))
    let request = AuthorizationRequest(
      clientID: Self.clientID, scope: Self.scope,
      codeChallenge: codeChallenge(of: verifier, cryptography), userName: person, cookie: cookie)
    let number = takeRequestNumber()
    let ticket = takeTicket()
    signInTicket = ticket
    phase = .authorizing(request: number, verifier: verifier)
    return dropped + [
      .send(.authorizationRequest(request), to: .authorizationServer, request: number),
      .setTimer(ticket: ticket, after: max(Self.patience, habit.responseTimeout)),
    ]
  }

  /// How long a person waits for a page.
  static let patience = TimeSpan.seconds(30)

  /// The redirect came back: exchanges the code (RFC 6749 §4.1.3, RFC 7636 §4.5).
  /// A cookie stays in the browser, whether or not the client still waits.
  mutating func receive(_ response: AuthorizationResponse, for request: Int) -> [Directive] {
    if !isClosed, case .code(_, let cookie?) = response { self.cookie = cookie }
    if case .authorizing(request, let verifier) = stepUp?.stage {
      return goOnSteppingUp(response, verifier)
    }
    guard case .authorizing(request, let verifier) = phase else { return [] }
    switch response {
    case .error(let error):
      return signOut(.signInRefused(error))
    case .rejected:
      return signOut(.signInRefused(.unauthorizedClient))
    case .code(let code, _):
      let form = Form.exchange(code, verifier: verifier, clientID: Self.clientID)
      let (waiting, directives) = post(
        TokenRequest(form: form, basic: credentials), tab: 0, attempt: 1, calls: [])
      phase = .exchanging(waiting, verifier: verifier)
      return directives
    }
  }

  /// Forgets the tokens, and tells the server so where it has a token to revoke (RFC 7009 §2.1). A
  /// self-contained access token is forgotten, not ended.
  mutating func logOut() -> [Directive] {
    guard let request = revocation else { return signOut(.loggedOut) }
    let number = takeRequestNumber()
    return [.send(.revocationRequest(request), to: .authorizationServer, request: number)]
      + signOut(.loggedOut)
  }

  /// The person logs out on the server's own page; the application hears nothing of it.
  mutating func logOutAtServer() -> [Directive] { endSession(returnsToClient: false) }

  /// Both: the application forgets its tokens and sends the browser to the server's logout page (OpenID
  /// Connect RP-Initiated Logout 1.0 §2).
  mutating func logOutEverywhere() -> [Directive] {
    logOut() + endSession(returnsToClient: true)
  }

  private mutating func endSession(returnsToClient: Bool) -> [Directive] {
    let request = EndSessionRequest(cookie: cookie, returnsToClient: returnsToClient)
    let number = takeRequestNumber()
    return [.send(.endSessionRequest(request), to: .authorizationServer, request: number)]
  }

  private var revocation: RevocationRequest? {
    if let token = storage.refreshToken {
      let form: Form = [
        "token": token.text, "token_type_hint": "refresh_token", "client_id": Self.clientID,
      ]
      return RevocationRequest(form: form, basic: credentials, label: token.label)
    }
    guard let token = storage.accessToken else { return nil }
    let form: Form = [
      "token": token.text, "token_type_hint": "access_token", "client_id": Self.clientID,
    ]
    return RevocationRequest(
      form: form, basic: credentials, accessLabel: token.label, browser: browserCall)
  }

  /// Forgets everything; each call that was still open ends as not renewed.
  mutating func signOut(_ cause: SignOutCause) -> [Directive] {
    let isTold = backend == nil || phase.isOpen
    let failed = abandonCalls(as: .notRenewed) + abandonPages(as: .notRenewed)
    storage = Storage()
    backend?.session = nil
    backend?.cookie = nil
    guard isTold else { return failed }
    phase = isClosed ? .closed(cause) : .signedOut(cause)
    return failed + [.note(.signedOut(cause))]
  }

  mutating func takeRequestNumber() -> Int {
    nextRequest += 1
    return nextRequest
  }

  mutating func takeTicket() -> Int {
    nextTicket += 1
    return nextTicket
  }
}
