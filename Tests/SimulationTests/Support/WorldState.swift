import TokenCore

@testable import Simulation

/// Everything in a world, for comparing two worlds as values.
struct WorldState: Equatable {
  var parties: Parties
  var setting: Setting
  var now: Instant
  var queue: [Due]
  var nextMessage: Int
  var willSignIn: [Bool]

  /// Everything but the clock and what is due.
  struct Parties: Equatable {
    var authorizationServer: AuthorizationServer
    var resourceServers: [ResourceServer]
    var clients: [Client]
    var attacker: Attacker
    var faults: [NetworkFault]
    var held: [HeldMessage]
    var random: RandomStreams
  }

  struct Due: Equatable {
    var at: Instant
    var order: Int
    var event: DueEvent
  }

  init(of world: World) {
    parties = world.parties
    setting = world.setting
    now = world.now
    queue = world.queue.entries.map { Due(at: $0.at, order: $0.order, event: $0.event) }
    nextMessage = world.nextMessage
    willSignIn = world.willSignIn
  }
}

extension World {
  var state: WorldState { WorldState(of: self) }

  var parties: WorldState.Parties {
    WorldState.Parties(
      authorizationServer: authorizationServer, resourceServers: resourceServers, clients: clients,
      attacker: attacker, faults: faults, held: heldMessages, random: random)
  }
}
