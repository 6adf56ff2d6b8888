import TokenCore

/// An attacker inside the device starts a sign-in of its own: in a hidden frame, with the session that
/// the person has at the server, so that nobody is asked anything (OAuth 2.0 for Browser-Based
/// Applications, "acquisition and extraction of new tokens"). Nothing that the application does with
/// its own tokens reaches the family that comes of it.
extension World {
  mutating func attackerStartsFlow(
    on device: DeviceID, because cause: Int, _ trace: inout Trace
  ) {
    noteAttack(.startedFlow(on: device), because: cause, &trace)
    let verifier = base64URL(random.attacker.bytes(32))
    let number = attacker.takeRequestNumber()
    attacker.flows[number] = verifier
    let request = AuthorizationRequest(
      clientID: Client.clientID, scope: Client.scope,
      codeChallenge: base64URL(cryptography.digest(Array(verifier.utf8))),
      userName: clients[device.index].person, isSilent: true)
    send(
      .authorizationRequest(request), from: .attacker, to: .authorizationServer, request: number,
      because: cause, &trace)
  }

  /// The redirect came back to the hidden frame. A code is exchanged; where tokens are bound to a key,
  /// to one of the attacker's own, which needs no device from then on (RFC 9449 §11.4).
  mutating func attackerReceives(
    _ response: AuthorizationResponse, for request: Int, because cause: Int, _ trace: inout Trace
  ) {
    guard let verifier = attacker.flows.removeValue(forKey: request),
      case .code(let code) = response
    else { return }
    if setting.policy.refresh?.binding == .key, attacker.key == nil {
      attacker.key = DeviceKey(seed: random.attacker.bytes(32))
    }
    let form: Form = [
      "grant_type": "authorization_code", "code": code, "client_id": Client.clientID,
      "code_verifier": verifier,
    ]
    attackerSends(TokenRequest(form: form), because: cause, &trace)
  }

  /// Why the person's session at the server would not sign anybody in.
  func obstacle(toFlowOn device: DeviceID) -> String? {
    let client = clients[device.index]
    guard client.isSignedIn else {
      return "\(client.person) is signed out: no session to use"
    }
    let user = setting.user(named: client.person).map(authorizationServer.user)
    return user?.isEnabled == true ? nil : "the account of \(client.person) is disabled"
  }
}
