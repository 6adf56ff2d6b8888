import TokenCore

/// An order that somebody outside the world gives: a key in the lab, a line in a scenario file. Each
/// party has its own orders; what an order is about stands beside the order.
public enum Command: Hashable, Sendable {
  /// The person at a device and their client.
  case client(DeviceID, ClientOrder)
  /// What is to befall the next token request of a device.
  case network(DeviceID, NetworkOrder)
  /// The network, message by message.
  case wire(WireOrder)
  /// What is done to accounts and keys, at the authorization server.
  case administration(AdministrationOrder)
  /// What the attacker does.
  case attacker(AttackerOrder)
  /// Anybody sends a request written out by hand.
  case visitor(ExplicitRequest)
}

extension Command {
  /// The device that it is about; nil for what happens elsewhere.
  public var device: DeviceID? {
    switch self {
    case .client(let device, _), .network(let device, _): device
    case .wire(let order): order.device
    case .attacker(let order): order.device
    case .administration, .visitor: nil
    }
  }

  /// The user that it is about; nil for what concerns no account.
  public var user: UserID? {
    switch self {
    case .administration(let order): order.user
    case .attacker(let order): order.user
    case .client, .network, .wire, .visitor: nil
    }
  }

  /// Whose act it is. What is done to accounts and keys is done at the authorization server.
  public var party: Party {
    switch self {
    case .client(let device, _), .network(let device, _): .client(device)
    case .wire(let order): order.party
    case .administration: .authorizationServer
    case .attacker: .attacker
    case .visitor: .visitor
    }
  }
}
