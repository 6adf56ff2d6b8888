import TokenCore

/// Who acts. The servers never see this: on the wire a message has an address, not a character.
public enum Party: Hashable, Sendable {
  case client(DeviceID)
  case authorizationServer
  case resourceServer
  case attacker
  /// Whoever makes an explicit request: nobody in the story.
  case visitor
  /// Nobody: the wire itself, in a story of what befell messages on it. It neither sends nor receives.
  case network
}

/// One installation of the client application on one device of one person.
public struct DeviceID: DenseID {
  public let index: Int
  public init(index: Int) { self.index = index }
  public static let prefix = "d"
}
