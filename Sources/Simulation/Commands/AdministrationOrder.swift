import TokenCore

/// What is done to accounts, clients, keys and its own parts at the authorization server.
public enum AdministrationOrder: Hashable, Sendable {
  /// The person has a new password; `revoking` says whether that ends what the old one opened.
  case changePassword(UserID, revoking: Bool)
  /// The account is closed, and everything that was opened with it ends.
  case disableAccount(UserID)
  /// The account is open again; what ended with it stays ended.
  case enableAccount(UserID)
  /// The person becomes an administrator, or is none any more.
  case setRole(UserID, isAdmin: Bool)
  /// The application may not have that scope any more, whoever signs in.
  case withdrawScope(String)
  /// Another policy holds from now on, at the server and at the APIs; what was given lives on under it.
  indirect case changePolicy(Policy)
  /// A new key signs; the old ones stay published.
  case rotateSigningKey
  /// A new key signs, and only it is published.
  case withdrawSigningKeys
  /// The introspection endpoint is down.
  case stopIntrospection
  /// The introspection endpoint is up again.
  case startIntrospection
  /// The store loses what the next token request or revocation request would write.
  case failNextWrite
}

extension AdministrationOrder {
  /// The user whose account it changes; nil for the keys.
  var user: UserID? {
    switch self {
    case .changePassword(let user, _), .disableAccount(let user), .enableAccount(let user),
      .setRole(let user, _):
      user
    case .withdrawScope, .changePolicy, .rotateSigningKey, .withdrawSigningKeys,
      .stopIntrospection, .startIntrospection, .failNextWrite:
      nil
    }
  }

  /// Whether it takes something away from somebody, if only a right.
  public var endsAccess: Bool {
    switch self {
    case .changePassword, .disableAccount, .setRole, .withdrawScope, .withdrawSigningKeys: true
    case .enableAccount, .changePolicy, .rotateSigningKey, .stopIntrospection, .startIntrospection,
      .failNextWrite:
      false
    }
  }
}
