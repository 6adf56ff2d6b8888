import TokenCore

/// What is done at the authorization server.
extension World {
  /// Carries out an order that has no obstacle, and writes down what it has changed.
  mutating func carryOut(
    _ order: AdministrationOrder, because cause: Int, _ trace: inout Trace
  ) {
    let events =
      switch order {
      case .changePassword(let user, let revoking):
        authorizationServer.changePassword(of: user, revoking: revoking, at: now)
      case .disableAccount(let user): authorizationServer.disable(user, at: now)
      case .enableAccount(let user): authorizationServer.enable(user)
      case .setRole(let user, let isAdmin):
        authorizationServer.setRole(of: user, isAdmin: isAdmin)
      case .withdrawScope(let scope):
        authorizationServer.withdraw(scope: scope, from: Self.application)
      case .changePolicy(let policy): change(to: policy)
      case .rotateSigningKey:
        authorizationServer.rotateSigningKey(using: &random.server, cryptography)
      case .withdrawSigningKeys:
        authorizationServer.withdrawSigningKeys(using: &random.server, cryptography)
      case .stopIntrospection: authorizationServer.breakDown(.introspection)
      case .startIntrospection: authorizationServer.mend(.introspection)
      case .failNextWrite: authorizationServer.breakDown(.store)
      }
    for event in events {
      let changed = trace.append(
        .server(event), by: .authorizationServer, at: now, because: cause)
      signal(event, because: changed, &trace)
    }
  }

  /// Why the order would do nothing now.
  func obstacle(to order: AdministrationOrder) -> String? {
    switch order {
    case .disableAccount(let user):
      authorizationServer.user(user).isEnabled ? nil : "the account is disabled already"
    case .enableAccount(let user):
      authorizationServer.user(user).isEnabled ? "the account is not disabled" : nil
    case .withdrawScope(let scope):
      authorizationServer.registrations[Self.application.index].withheldScopes
        .contains { sameBytes($0, scope) } ? "the application has lost \(scope) already" : nil
    case .changePolicy(let policy): obstacle(to: policy)
    case .stopIntrospection:
      authorizationServer.isBroken(.introspection) ? "introspection is down already" : nil
    case .startIntrospection:
      authorizationServer.isBroken(.introspection) ? nil : "introspection is not down"
    case .failNextWrite:
      authorizationServer.isBroken(.store) ? "the next write fails already" : nil
    case .changePassword, .setRole, .rotateSigningKey, .withdrawSigningKeys: nil
    }
  }

  /// The client on the devices is the first that is registered.
  static let application = RegistrationID(index: 0)
}
