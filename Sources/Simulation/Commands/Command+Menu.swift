import TokenCore

/// The menu of each party is made from its kinds of order, and each order says of which kind it is: a new
/// order does not compile before it has a kind, nor a kind before it is on the menu.
extension Command {
  /// Every command with every value that the world has for it, as `World.possibleCommands` says.
  static func menu(in world: World) -> [Command] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  /// Whose orders they are.
  enum Kind: CaseIterable {
    case client, network, administration, attacker, wire, visitor
  }

  var kind: Kind {
    switch self {
    case .client: .client
    case .network: .network
    case .wire: .wire
    case .administration: .administration
    case .attacker: .attacker
    case .visitor: .visitor
    }
  }

  private static func menu(of kind: Kind, in world: World) -> [Command] {
    let devices = world.clients.map(\.id)
    switch kind {
    case .client:
      let orders = ClientOrder.menu(in: world)
      return devices.flatMap { device in orders.map { .client(device, $0) } }
    case .network:
      let orders = NetworkOrder.menu(in: world)
      return devices.flatMap { device in orders.map { .network(device, $0) } }
    case .administration: return AdministrationOrder.menu(in: world).map(Command.administration)
    case .attacker: return AttackerOrder.menu(in: world).map(Command.attacker)
    case .wire: return WireOrder.menu(in: world).map(Command.wire)
    case .visitor: return []
    }
  }
}
