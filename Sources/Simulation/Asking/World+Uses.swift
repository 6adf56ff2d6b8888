import TokenCore

/// Requests that somebody could make with what they hold, and with nothing else.
extension World {
  /// An API call with the token, and with a proof where whoever calls can make one.
  package func call(
    with token: AccessToken, to path: ResourcePath, from party: Party
  ) -> Presentation {
    signed(.resourceRequest(request(with: token, to: path)), with: key(of: party), from: party)
  }

  /// The same from inside a device, where its key signs for whoever is there.
  package func call(
    with token: AccessToken, to path: ResourcePath, from party: Party, on device: DeviceID
  ) -> Presentation {
    signed(
      .resourceRequest(request(with: token, to: path)), with: clients[device.index].keyOnDevice,
      from: party)
  }

  /// The same request with the proof that the attacker has prepared for its time; nil where it has none
  /// for such a request.
  package func prepared(_ presentation: Presentation) -> Presentation? {
    guard proofTarget(of: presentation.request) != nil,
      attacker.preparedProof(for: presentation.request, at: presentation.arrivedAt) != nil
    else { return nil }
    var prepared = presentation.withoutProof
    prepared.isPrepared = true
    return prepared
  }

  private func key(of party: Party) -> DeviceKey? {
    switch party {
    case .client(let device): clients[device.index].key
    case .attacker: attacker.key
    case .browser, .authorizationServer, .resourceServer, .visitor, .network: nil
    }
  }

  private func request(with token: AccessToken, to path: ResourcePath) -> ResourceRequest {
    ResourceRequest(
      path: path.rawValue, token: token, requiredScope: path.requiredScope, method: path.method,
      browser: policy.session?.ownCall)
  }

  /// A refresh with the token. A client adds its secret and its key, where it has them; anybody else
  /// knows the `client_id` only.
  package func refresh(with token: RefreshToken, from party: Party) -> Presentation {
    let form = Form.refresh(token, clientID: Client.clientID)
    return signed(TokenRequest(form: form, label: token.label), by: party, from: party)
  }

  /// The same from inside a device, where its key signs for whoever is there.
  package func refresh(
    with token: RefreshToken, from party: Party, on device: DeviceID
  ) -> Presentation {
    guard case .tokenRequest(let request) = refresh(with: token, from: party).request else {
      preconditionFailure("a refresh is a token request")
    }
    return signed(.tokenRequest(request), with: clients[device.index].keyOnDevice, from: party)
  }

  /// A sign-in without asking anybody, with the session that the cookie names.
  package func silentSignIn(with cookie: SessionCookie, from party: Party) -> Presentation {
    let request = AuthorizationRequest(
      clientID: Client.clientID, scope: Client.scope,
      codeChallenge: codeChallenge(of: Self.supposedVerifier, cryptography),
      userName: person(behind: cookie), prompt: .nobody, cookie: cookie)
    return presentation(of: .authorizationRequest(request), from: party)
  }

  private static let supposedVerifier = "supposed"

  /// Had the attacker a key of its own already, where tokens are bound to one: it makes one when it
  /// signs itself in.
  package var withAttackersKey: World {
    guard setting.circumstances.bindsToKey, attacker.key == nil else { return self }
    var world = self
    world.attacker.makeKey(of: Array(repeating: 1, count: 32))
    return world
  }

  /// The code of such a sign-in exchanged, with a key where tokens are bound to one.
  package func exchange(_ code: String, from party: Party) -> Presentation {
    let form = Form.exchange(code, verifier: Self.supposedVerifier, clientID: Client.clientID)
    return signed(TokenRequest(form: form), by: party, from: party)
  }

  /// The token presented for another one.
  package func reissue(with token: AccessToken, from party: Party) -> Presentation {
    let form = Form.reissue(token, clientID: Client.clientID)
    return signed(TokenRequest(form: form, accessLabel: token.label), by: party, from: party)
  }

  private func signed(_ request: TokenRequest, by holder: Party, from party: Party) -> Presentation
  {
    var request = request
    if case .client(let device) = holder { request.basic = clients[device.index].credentials }
    return signed(.tokenRequest(request), with: key(of: holder), from: party)
  }

  private func signed(
    _ request: Payload, with key: DeviceKey?, from party: Party, at instant: Instant? = nil
  ) -> Presentation {
    let instant = instant ?? now
    var presentation = Presentation(
      request: request, from: party, to: request.isCall ? .resourceServer : .authorizationServer,
      sentAt: instant, arrivedAt: instant, key: key)
    if let key {
      presentation.request = proven(presentation, by: key, named: "supposed", sentAt: instant)
    }
    return presentation
  }

  /// An API call at that instant with a token that the attacker has just signed in the user's name;
  /// nil without a stolen key.
  package func forgery(for user: UserID, at instant: Instant) -> Presentation? {
    guard let key = attacker.signingKey else { return nil }
    let claims = forgedClaims(for: user, named: "supposed", at: instant)
    let token = AccessToken(text: cryptography.seal(claims, with: key), label: nil)
    return signed(
      .resourceRequest(request(with: token, to: .administration)), with: forgersKey,
      from: .attacker, at: instant)
  }
}
