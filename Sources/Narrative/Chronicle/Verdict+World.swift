import Simulation
import TokenCore

extension Verdict {
  /// The verdict told so far, unless there is worse: a session of the attacker's own, or calm while the
  /// attacker still holds something that opens the API.
  package func unlessWorse(in world: World) -> Verdict {
    switch self {
    case .calm:
      Self.ownSession(in: world) ?? Self.stillOpen(in: world)
        ?? Self.liveCookie(in: world) ?? self
    case .stolen: Self.ownSession(in: world) ?? self
    case .ownSession, .stillOpen, .ridden, .actedFor, .spentRefused, .reuse, .revoked: self
    }
  }

  /// A family that the attacker opened itself, and still holds a token of that is good for something.
  private static func ownSession(in world: World) -> Verdict? {
    let server = world.authorizationServer
    let renewable = world.attacker.refreshTokens.compactMap(\.label)
      .filter { server.isUsable($0, at: world.now) }.map { server.record(of: $0).family }
    let open = world.attacker.accessTokens.compactMap(\.label)
      .filter(world.opensSomething)
      .map { server.record(of: $0).family }
    return world.attackersFamilies.last { (renewable + open).contains($0) }
      .map { .ownSession(at: server.family($0).startedAt) }
  }

  /// A stolen cookie whose session at an application's own server goes on.
  private static func liveCookie(in world: World) -> Verdict? {
    guard let cookie = world.attacker.backendCookie, let at = world.attacker.firstTheftAt,
      world.clients[cookie.device.index].backend?.session == cookie
    else { return nil }
    return .stolen(at: at)
  }

  private static func stillOpen(in world: World) -> Verdict? {
    let open = world.attacker.accessTokens.compactMap(\.label).last(where: world.opensSomething)
    return open.map { .stillOpen($0, until: world.servedUntil($0)) }
  }
}

extension World {
  /// Whether an API serves it: the strategy's own, or one that does not know a short expiry.
  fileprivate func opensSomething(_ id: AccessTokenID) -> Bool {
    let standing = Standing(of: id, in: authorizationServer, at: now)
    return standing.isAlive || standing.state == .expired && now < servedUntil(id)
  }
}
