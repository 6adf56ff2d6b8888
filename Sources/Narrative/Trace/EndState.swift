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
      guard let backend = client.backend else {
        return "  \(client.name) holds " + listed(held)
      }
      return "  the server of \(client.name)'s application holds \(listed(held)); "
        + "the browser \(backend.cookie == nil ? "no cookie" : "a cookie for it")"
    }
  }

  private var stolen: [String?] {
    let attacker = world.attacker
    let tokens =
      attacker.refreshTokens.map { world.standingText($0.label) }
      + attacker.accessTokens.map { world.standingText($0.label) }
    let cookies: [String?] =
      attacker.cookies.map { world.standingText($0) } + [attacker.backendCookie.map(standing)]
    return tokens + cookies + [attacker.signingKey.map { "the signing key \($0.keyID)" }]
  }

  private func standing(_ cookie: BackendCookie) -> String {
    let client = world.clients[cookie.device.index]
    let state = client.backend?.session == cookie ? "good" : "of an ended session"
    return "a cookie of \(client.name)'s application, \(state)"
  }

  private func listed(_ held: [String?]) -> String {
    let held = held.compactMap(\.self)
    return held.isEmpty ? "nothing" : held.joined(separator: ", ")
  }
}
