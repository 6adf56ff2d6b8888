import TokenCore

extension AdministrationOrder {
  /// What is done to accounts, keys and parts, whatever the values.
  enum Kind: CaseIterable {
    case changePassword, disableAccount, enableAccount, setRole, withdrawScope, changePolicy,
      rotateSigningKey, withdrawSigningKeys, stopIntrospection, startIntrospection, failNextWrite
  }

  var kind: Kind {
    switch self {
    case .changePassword: .changePassword
    case .disableAccount: .disableAccount
    case .enableAccount: .enableAccount
    case .setRole: .setRole
    case .withdrawScope: .withdrawScope
    case .changePolicy: .changePolicy
    case .rotateSigningKey: .rotateSigningKey
    case .withdrawSigningKeys: .withdrawSigningKeys
    case .stopIntrospection: .stopIntrospection
    case .startIntrospection: .startIntrospection
    case .failNextWrite: .failNextWrite
    }
  }

  /// Every order that the world has values for.
  static func menu(in world: World) -> [AdministrationOrder] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  private static func menu(of kind: Kind, in world: World) -> [AdministrationOrder] {
    let users = world.authorizationServer.users.map(\.id)
    let both = [false, true]
    return switch kind {
    case .changePassword: users.flatMap { user in both.map { .changePassword(user, revoking: $0) } }
    case .disableAccount: users.map { .disableAccount($0) }
    case .enableAccount: users.map { .enableAccount($0) }
    case .setRole: users.flatMap { user in both.map { .setRole(user, isAdmin: $0) } }
    case .withdrawScope: Client.scope.tokens.map { .withdrawScope($0) }
    case .changePolicy: [.changePolicy(world.setting.policy)]
    case .rotateSigningKey: [.rotateSigningKey]
    case .withdrawSigningKeys: [.withdrawSigningKeys]
    case .stopIntrospection: [.stopIntrospection]
    case .startIntrospection: [.startIntrospection]
    case .failNextWrite: [.failNextWrite]
    }
  }
}
