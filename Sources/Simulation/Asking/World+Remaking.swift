import TokenCore

/// The same request with one thing about it otherwise.
extension World {
  /// As the registered client itself would make it: with its identifier and, where it has one, its
  /// secret in the header.
  package func made(_ presentation: Presentation, by client: RegistrationID) -> Presentation {
    let clientID = authorizationServer.registrations[client.index].clientID
    let basic = secret(of: clientID).map { ClientCredentials(clientID: clientID, secret: $0) }
    return presentation.changed { form, credentials in
      form = form.without("client_id").without("client_secret")
      form.append("client_id", clientID)
      credentials = basic
    }
  }

  /// Nil for a public client, or one that the lab does not know.
  private func secret(of clientID: String) -> String? {
    if sameBytes(clientID, Client.clientID) {
      return setting.policy.refresh?.client.hasSecret == true
        ? Client.secretCredentials.secret : nil
    }
    return setting.otherClients.first { sameBytes($0.clientID, clientID) }?.secret
  }

  /// With a proof by the key that the family is bound to; nil where no device has it.
  package func made(_ presentation: Presentation, withKeyOf family: FamilyID) -> Presentation? {
    guard case .tokenRequest = presentation.request else { return nil }
    return made(presentation, withKey: authorizationServer.family(family).keyThumbprint)
  }

  /// The same by the key that the access token is bound to.
  package func made(_ presentation: Presentation, withKeyOf token: AccessTokenID) -> Presentation? {
    made(presentation, withKey: authorizationServer.record(of: token).confirmation)
  }

  private func made(_ presentation: Presentation, withKey thumbprint: String?) -> Presentation? {
    guard let key = thumbprint.flatMap(key(of:)), proofTarget(of: presentation.request) != nil
    else {
      return nil
    }
    var other = Presentation(
      request: presentation.request, from: presentation.from, to: presentation.to,
      sentAt: presentation.sentAt, arrivedAt: presentation.arrivedAt, key: key)
    other.request = proven(other, by: key, named: "bound", sentAt: presentation.sentAt)
    return other
  }

  /// With a fresh nonce of the server's; nil where it has one, or nobody could make another proof.
  package func madeWithNonce(_ presentation: Presentation) -> Presentation? {
    guard !presentation.hasNonce, let key = presentation.key else { return nil }
    var other = presentation
    other.hasNonce = true
    other.request = proven(other, by: key, named: "bound", sentAt: presentation.sentAt)
    return other
  }

  /// By another holder of the same token: where there was a proof, with another one by the same key.
  package func madeByAnother(_ presentation: Presentation) -> Presentation {
    guard let key = presentation.key else { return presentation }
    var other = presentation
    other.request = proven(presentation, by: key, named: "another", sentAt: presentation.sentAt)
    return other
  }

  /// The claims of the self-contained access token inside, its time and its audience aside; nil for a
  /// request without one that this server, or whoever has its key, has signed.
  package func claims(in presentation: Presentation) -> AccessTokenClaims? {
    presentation.accessTokenText.flatMap { sealed($0)?.claims }
  }

  /// With an access token of other claims under the same key; nil where there is none inside.
  package func resealed(
    _ presentation: Presentation, _ change: (inout AccessTokenClaims) -> Void
  ) -> Presentation? {
    guard let text = presentation.accessTokenText, let (sealed, key) = sealed(text) else {
      return nil
    }
    var claims = sealed
    change(&claims)
    var other = presentation
    other.accessTokenText = cryptography.seal(claims, with: key)
    if let proofKey = presentation.key {
      other.request = proven(other, by: proofKey, named: "resealed", sentAt: presentation.sentAt)
    }
    return other
  }

  private func sealed(_ text: String) -> (claims: AccessTokenClaims, key: SigningKey)? {
    for key in authorizationServer.signingKeys + [attacker.signingKey].compactMap(\.self) {
      let expectation = AccessTokenExpectation(
        issuer: authorizationServer.issuer, audience: authorizationServer.audiences[0],
        keys: [key.verifyingKey], leeway: .days(3650))
      switch cryptography.verify(text, against: expectation, at: NumericDate(now)) {
      case .accepted(let claims), .refused(.wrongAudience, signed: .some(let claims)):
        return (claims, key)
      case .refused: continue
      }
    }
    return nil
  }

  /// The rows behind the tokens inside, whatever has become of them. A label counts where the text
  /// tells nothing any more, because the key is gone, and only if this server has such a row.
  package func rows(
    behind presentation: Presentation
  ) -> (refresh: RefreshTokenID?, access: AccessTokenID?) {
    let server = authorizationServer
    let refresh = presentation.refreshTokenTexts.lazy.compactMap {
      server.refreshTokenRow(of: $0, cryptography)
    }.first
    let access =
      presentation.accessTokenText.flatMap { server.handleRow(of: $0, cryptography) }
      ?? claims(in: presentation).flatMap { server.accessTokenRow(of: $0) }
    let label = presentation.accessLabel.flatMap { id in
      server.accessTokens.indices.contains(id.index) ? id : nil
    }
    return (refresh, access ?? label)
  }

  /// The row of the session behind the cookie of the browser, or behind the code inside.
  package func session(in presentation: Presentation) -> SSOSessionID? {
    switch presentation.request {
    case .authorizationRequest(let request) where request.isSilent || request.maxAge != nil:
      authorizationServer.session(behind: request.cookie, cryptography)
    case .tokenRequest: code(in: presentation)?.session
    case .authorizationRequest, .resourceRequest, .revocationRequest, .endSessionRequest,
      .introspectionRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationResponse, .endSessionResponse, .introspectionResponse, .securityEvent,
      .securityEventReceipt:
      nil
    }
  }

  /// The row of the authorization code inside, used ones included.
  package func code(in presentation: Presentation) -> AuthorizationCode? {
    guard case .tokenRequest(let request) = presentation.request,
      let text = request.form["code"].text
    else { return nil }
    let digest = TokenDigest(of: text, by: cryptography)
    return authorizationServer.codePlace(of: digest).map { authorizationServer.codes[$0] }
  }
}
