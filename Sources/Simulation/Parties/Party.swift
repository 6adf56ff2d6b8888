import TokenCore

/// Who acts. The servers never see this: on the wire a message has an address, not a character.
public enum Party: Hashable, Sendable {
  case client(DeviceID)
  case authorizationServer
  case resourceServer
  case attacker
  /// Whoever makes an explicit request: nobody in the story.
  case visitor
  /// The source of wire events, such as a message that was lost; it never sends or receives one.
  case network
}

/// A resource server, by its place in the setting; on the wire it is a host.
public struct ResourceServerID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "rs"
  public static let first = ResourceServerID(index: 0)
}

/// One installation of the client application on one device of one person.
public struct DeviceID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "d"
}
