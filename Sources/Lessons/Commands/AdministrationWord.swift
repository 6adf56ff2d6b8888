import Simulation

/// The names of what is done at the authorization server.
enum AdministrationWord: String, OrderWord {
  case changePassword = "change-password"
  case disableAccount = "disable-account"
  case enableAccount = "enable-account"
  case setRole = "set-role"
  case withdrawScope = "withdraw-scope"
  case changePolicy = "change-policy"
  case rotateSigningKey = "rotate-signing-key"
  case withdrawSigningKeys = "withdraw-signing-keys"
  case stopIntrospection = "stop-introspection"
  case startIntrospection = "start-introspection"
  case failNextWrite = "fail-next-write"

  var form: OrderForm<AdministrationOrder> {
    switch self {
    case .changePassword: .init(.person, .flag(.revoking)) { .changePassword($0, revoking: $1) }
    case .disableAccount: .init(.person) { .disableAccount($0) }
    case .enableAccount: .init(.person) { .enableAccount($0) }
    case .setRole: .init(.person, .flag(.admin)) { .setRole($0, isAdmin: $1) }
    case .withdrawScope: .init(.scope) { .withdrawScope($0) }
    case .changePolicy: .init(.policy) { .changePolicy($0) }
    case .rotateSigningKey: .init(.rotateSigningKey)
    case .withdrawSigningKeys: .init(.withdrawSigningKeys)
    case .stopIntrospection: .init(.stopIntrospection)
    case .startIntrospection: .init(.startIntrospection)
    case .failNextWrite: .init(.failNextWrite)
    }
  }
}

extension AdministrationOrder {
  var line: OrderLine<AdministrationWord> {
    switch self {
    case .changePassword(let user, let revoking):
      .init(.changePassword, .person(user), .flag(.revoking, revoking))
    case .disableAccount(let user): .init(.disableAccount, .person(user))
    case .enableAccount(let user): .init(.enableAccount, .person(user))
    case .setRole(let user, let isAdmin): .init(.setRole, .person(user), .flag(.admin, isAdmin))
    case .withdrawScope(let scope): .init(.withdrawScope, .scope(scope))
    case .changePolicy(let policy): .init(.changePolicy, .strategy(policy), .policy(policy))
    case .rotateSigningKey: .init(.rotateSigningKey)
    case .withdrawSigningKeys: .init(.withdrawSigningKeys)
    case .stopIntrospection: .init(.stopIntrospection)
    case .startIntrospection: .init(.startIntrospection)
    case .failNextWrite: .init(.failNextWrite)
    }
  }
}
