import TokenCore

/// What the attacker can say with what it holds.
extension Attacker {
  /// Presents the newest refresh token held.
  func refreshRequest() -> TokenRequest? { refreshTokens.last.map(refreshRequest) }

  /// Presents a refresh token, naming the client that it was taken from.
  func refreshRequest(with token: RefreshToken) -> TokenRequest {
    TokenRequest(
      form: .refresh(token, clientID: Client.clientID), label: token.label)
  }

  /// Presents the newest access token held in a refresh token's place.
  func confusedRequest() -> TokenRequest? {
    accessTokens.last.map { token in
      let disguised = RefreshToken(text: token.text, label: nil)
      return TokenRequest(
        form: .refresh(disguised, clientID: Client.clientID), accessLabel: token.label)
    }
  }

  /// Presents the newest access token held for re-issue.
  func reissueRequest() -> TokenRequest? {
    accessTokens.last.map { token in
      TokenRequest(
        form: .reissue(token, clientID: Client.clientID), accessLabel: token.label)
    }
  }

  /// What the policy lets it renew with; nil where it holds no such thing.
  var renewalRequest: TokenRequest? {
    switch circumstances.renewsWith {
    case .refreshToken: refreshRequest()
    case .accessToken: reissueRequest()
    case .nothing: nil
    }
  }

  /// Exchanges the code of a sign-in of its own (RFC 6749 §4.1.3, RFC 7636 §4.5).
  func codeRequest(_ code: String, verifier: String) -> TokenRequest {
    TokenRequest(form: .exchange(code, verifier: verifier, clientID: Client.clientID))
  }

  /// A sign-in in a hidden frame, with the session that the cookie names. Who it is of is for the
  /// server to say; the name is the lab's note.
  func silentSignIn(
    with cookie: SessionCookie?, of person: String, verifier: String,
    _ cryptography: some TokenCryptography
  ) -> AuthorizationRequest {
    AuthorizationRequest(
      clientID: Client.clientID, scope: Client.scope,
      codeChallenge: codeChallenge(of: verifier, cryptography), userName: person,
      prompt: .nobody, cookie: cookie)
  }

  /// The `jti` of the next forged token.
  var nextForgery: String { "forged-\(forgeries + 1)" }

  /// Bytes of a token made by hand that are sent: twice what a verifier reads.
  static let longestToken = 16_384
  /// A token per request, for a week, would otherwise be kept for ever.
  static let longestHoard = 63
}
