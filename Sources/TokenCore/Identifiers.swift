/// Dense integer names, in order of creation. Dictionaries keyed by random values would give another
/// order in every run; an index gives the same story twice and is an array lookup.
public protocol DenseID: Hashable, Comparable, Sendable, CustomStringConvertible {
  var index: Int { get }
  init(index: Int)
  static var prefix: String { get }
}

extension DenseID {
  /// The label on the screen, counted from one: `RT1`, `AT3`, `f2`.
  public var description: String { "\(Self.prefix)\(index + 1)" }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

public struct RefreshTokenID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "RT"
}

public struct AccessTokenID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "AT"
}

/// A sign-in and everything that descends from it.
public struct FamilyID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "f"
}

public struct UserID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "u"
}

/// A registered client application, as the authorization server knows it.
public struct RegistrationID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "c"
}
