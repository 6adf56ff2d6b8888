import Simulation
import TokenCore

/// What everybody holds when a trace ends.
struct EndState {
  private let world: World

  package init(of world: World) {
    self.world = world
  }

  package var lines: [String] {
    ["At \(world.now.clockText):"] + clients
      + world.authorizationServer.families.map { "  family \($0.id) is \($0.stateText)" }
      + ["  the attacker holds " + listed(stolen)]
  }

  private var clients: [String] {
    world.clients.map { client in
      let held = [
        world.standingText(client.storage.refreshToken?.label),
        world.standingText(client.storage.accessToken?.label),
      ]
      return "  \(client.name) holds " + listed(held)
    }
  }

  private var stolen: [String?] {
    world.attacker.refreshTokens.map { world.standingText($0.label) }
      + world.attacker.accessTokens.map { world.standingText($0.label) }
      + world.attacker.cookies.map { world.standingText($0) }
      + [world.attacker.signingKey.map { "the signing key \($0.keyID)" }]
  }

  private func listed(_ held: [String?]) -> String {
    let held = held.compactMap(\.self)
    return held.isEmpty ? "nothing" : held.joined(separator: ", ")
  }
}
