/// Who a request claims to come from, as far as the server could establish it.
package enum ClientIdentity: Hashable, Sendable {
  /// Authenticated, or a public client that named itself.
  case identified(RegistrationID)
  /// No such client, no client named, or wrong credentials.
  case unauthenticated
}

extension AuthorizationServer {
  /// Establishes the client behind a form (RFC 6749 §2.3, §3.2.1).
  func identify(
    _ form: Form, basic: ClientCredentials?, _ cryptography: some TokenCryptography
  ) -> ClientIdentity {
    let claimed = basic?.clientID ?? form["client_id"].text
    guard let claimed,
      let registration = registrations.first(where: { sameBytes($0.clientID, claimed) })
    else { return .unauthenticated }
    let secret = basic?.secret ?? form["client_secret"].text
    switch registration.kind {
    case .public:
      return secret == nil ? .identified(registration.id) : .unauthenticated
    case .confidential(let digest):
      guard let secret, TokenDigest(of: secret, by: cryptography) == digest else {
        return .unauthenticated
      }
      return .identified(registration.id)
    }
  }

  /// Why a form cannot be processed at all, if it cannot: a doubled name, two ways of client
  /// authentication, or a required name left out (RFC 6749 §2.3, §3.2).
  func malformation(
    of form: Form, basic: ClientCredentials?, requiring names: [String]
  ) -> Denial? {
    if let repeated = form.repeatedName {
      return Denial(.requestMalformed, [Fact(.repeatedParameter, .text(repeated))])
    }
    if basic != nil, form["client_secret"] != .missing {
      return Denial(
        .requestMalformed, [Fact(.clientAuthenticates, .text("in two ways"))])
    }
    if let basic, let named = form["client_id"].text, !sameBytes(named, basic.clientID) {
      return Denial(
        .requestMalformed, [Fact(.otherClientID, .text(named))])
    }
    for name in names where form[name] == .missing {
      return Denial(.requestMalformed, [Fact(.missingParameter, .text(name))])
    }
    return nil
  }
}
