import TokenCore

/// What is done to accounts and keys at the authorization server.
public enum AdministrationOrder: Hashable, Sendable {
  case changePassword(UserID, revoking: Bool)
  case disableAccount(UserID)
  case setRole(UserID, isAdmin: Bool)
  case rotateSigningKey
  case withdrawSigningKeys
}

extension AdministrationOrder {
  /// The user whose account it changes; nil for the keys.
  var user: UserID? {
    switch self {
    case .changePassword(let user, _), .disableAccount(let user), .setRole(let user, _): user
    case .rotateSigningKey, .withdrawSigningKeys: nil
    }
  }

  /// Whether it takes something away from somebody, if only a right.
  public var endsAccess: Bool {
    switch self {
    case .changePassword, .disableAccount, .setRole, .withdrawSigningKeys: true
    case .rotateSigningKey: false
    }
  }
}
