import Simulation
import TokenCore

/// What is done at the authorization server: about the focused device's person, and to the keys.
public enum ServerAct: CaseIterable, Hashable, Sendable {
  case changePassword, changePasswordAndRevoke, disableAccount, enableAccount, changeRole
  case withdrawScope, rotateSigningKey, withdrawSigningKeys
  case stopIntrospection, startIntrospection, failNextWrite

  var row: ActRow {
    switch self {
    case .changePassword:
      .order("change password", "The person changes the password; sessions stay.") {
        .administration(.changePassword($0.user, revoking: false))
      }
    case .changePasswordAndRevoke:
      .order(
        "password, end sessions", "The person changes the password and ends all sessions."
      ) { .administration(.changePassword($0.user, revoking: true)) }
    case .disableAccount:
      .order("disable account", "The person's account is closed.") {
        .administration(.disableAccount($0.user))
      }
    case .enableAccount:
      .order("enable account", "Open the person's account again; what ended stays ended.") {
        .administration(.enableAccount($0.user))
      }
    case .changeRole:
      .order("change role", "Make the person an administrator, or take it back.") {
        let isAdmin = $0.world.authorizationServer.user($0.user).isAdmin
        return .administration(.setRole($0.user, isAdmin: !isAdmin))
      }
    case .withdrawScope:
      .order("withdraw write", "The application may not have the scope write any more.") { _ in
        .administration(.withdrawScope("write"))
      }
    case .rotateSigningKey:
      .order("rotate key", "Sign with a new key; the old one stays published.") { _ in
        .administration(.rotateSigningKey)
      }
    case .withdrawSigningKeys:
      .order("withdraw keys", "Sign with a new key and publish no other.") { _ in
        .administration(.withdrawSigningKeys)
      }
    case .stopIntrospection:
      .order("stop introspection", "The introspection endpoint answers nobody.") { _ in
        .administration(.stopIntrospection)
      }
    case .startIntrospection:
      .order("start introspection", "The introspection endpoint answers again.") { _ in
        .administration(.startIntrospection)
      }
    case .failNextWrite:
      .order("fail next write", "The store loses what the next request would write.") { _ in
        .administration(.failNextWrite)
      }
    }
  }
}

extension LabModel {
  /// The person at the focused device, as the server numbers them.
  var user: UserID {
    guard let user = setting.user(named: client.person) else {
      preconditionFailure("nobody of the setting is called \(client.person)")
    }
    return user
  }
}
