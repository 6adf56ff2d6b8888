/// Dense integer names, in order of creation. Dictionaries keyed by random values would give another
/// order in every run; an index gives the same story twice and is an array lookup.
public protocol DenseID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// Place in the server's list of its kind, from 0.
  var index: Int { get }
  /// The name of the row at that place; whether there is one is not asked.
  init(index: Int)
  /// What labels of the kind begin with.
  static var prefix: String { get }
}

extension DenseID {
  /// The label on the screen, counted from one: `RT1`, `AT3`, `f2`.
  public var description: String { "\(Self.prefix)\(index + 1)" }

  /// Earlier rows come first.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A row for a refresh token.
public struct RefreshTokenID: DenseID {
  /// Place in `AuthorizationServer.refreshTokens`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `RT1` is the first.
  public static let prefix = "RT"
}

/// A row for an access token.
public struct AccessTokenID: DenseID {
  /// Place in `AuthorizationServer.accessTokens`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `AT1` is the first.
  public static let prefix = "AT"
}

/// A sign-in and everything that descends from it.
public struct FamilyID: DenseID {
  /// Place in `AuthorizationServer.families`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `f1` is the first.
  public static let prefix = "f"
}

/// A person's SSO session at the authorization server.
public struct SSOSessionID: DenseID {
  /// Place in `AuthorizationServer.ssoSessions`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `s1` is the first.
  public static let prefix = "s"
}

/// A person with an account.
public struct UserID: DenseID {
  /// Place in `AuthorizationServer.users`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `u1` is the first.
  public static let prefix = "u"
}

/// A registered client application, as the authorization server knows it.
public struct RegistrationID: DenseID {
  /// Place in `AuthorizationServer.registrations`.
  public let index: Int
  /// The name of the row at that place.
  public init(index: Int) { self.index = index }
  /// `c1` is the first.
  public static let prefix = "c"
}
