import TokenCore

/// Who acts. The servers never see this: on the wire a message has an address, not a character.
public enum Party: Hashable, Sendable {
  /// The application on a device, and the server that belongs to it where it has one.
  case client(DeviceID)
  /// The browser on a device, where it is not the one that holds the tokens.
  case browser(DeviceID)
  /// The server that gives tokens.
  case authorizationServer
  /// Any of the APIs.
  case resourceServer
  /// Whoever holds copies.
  case attacker
  /// Whoever makes an explicit request: nobody in the story.
  case visitor
  /// The source of wire events, such as a message that was lost; it never sends or receives one.
  case network

  /// Whether it is one that goes by tokens.
  var isServer: Bool {
    switch self {
    case .authorizationServer, .resourceServer: true
    case .client, .browser, .attacker, .visitor, .network: false
    }
  }
}

/// A resource server, by its place in the setting; on the wire it is a host.
public struct ResourceServerID: DenseID {
  /// Place in `Setting.resourceServers`.
  public let index: Int
  /// The server at that place.
  public init(index: Int) { self.index = index }
  /// `rs1` is the first.
  public static let prefix = "rs"
  /// The one that the application calls of its own accord.
  public static let first = ResourceServerID(index: 0)
}

/// One installation of the client application on one device of one person.
public struct DeviceID: DenseID {
  /// Place in `Setting.devices`.
  public let index: Int
  /// The device at that place.
  public init(index: Int) { self.index = index }
  /// `d1` is the first.
  public static let prefix = "d"
}
