import TokenCore

extension World {
  /// Carries an act at the server out and writes down what changed.
  mutating func administer(_ command: Command, because cause: Int, _ trace: inout Trace) {
    let events: [ServerEvent]
    switch command {
    case .changePassword(let user, let revoking):
      events = authorizationServer.changePassword(of: user, revoking: revoking, at: now)
    case .disableAccount(let user): events = authorizationServer.disable(user, at: now)
    case .setRole(let user, let isAdmin):
      events = authorizationServer.setRole(of: user, isAdmin: isAdmin)
    case .rotateSigningKey:
      events = authorizationServer.rotateSigningKey(using: &random.server)
    case .withdrawSigningKeys:
      events = authorizationServer.withdrawSigningKeys(using: &random.server)
    default: events = []
    }
    for event in events {
      _ = trace.append(.server(event), by: .authorizationServer, at: now, because: cause)
    }
  }
}
