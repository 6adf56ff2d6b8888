import Simulation
import TokenCore

extension Verdict {
  /// The verdict told so far, as the world bears it out: what the attacker holds of use is danger, and
  /// what is dead is none.
  package func unlessWorse(in world: World) -> Verdict {
    switch self {
    case .calm:
      Self.ownSession(in: world) ?? Self.stillOpen(in: world) ?? Self.held(in: world) ?? self
    case .stolen: Self.ownSession(in: world) ?? (Self.held(in: world) == nil ? .calm : self)
    // A log-out that an attacker's own session outlives is not how things stand.
    case .revoked: isAlarm ? self : Self.ownSession(in: world) ?? self
    case .ownSession, .stillOpen, .ridden, .actedFor, .spentRefused, .reuse: self
    }
  }

  /// Since the first theft, where something of it is good for anything now.
  private static func held(in world: World) -> Verdict? {
    world.isSomethingStolenGood ? .stolen(at: world.attacker.firstTheftAt ?? world.now) : nil
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

  private static func stillOpen(in world: World) -> Verdict? {
    let open = world.attacker.accessTokens.compactMap(\.label).last(where: world.opensSomething)
    return open.map { .stillOpen($0, until: world.servedUntil($0)) }
  }
}

extension World {
  /// Whether an API serves it: the strategy's own, or one that does not know a short expiry.
  fileprivate func opensSomething(_ id: AccessTokenID) -> Bool {
    guard !isTooOldEverywhere(id) else { return false }
    let standing = Standing(of: id, in: authorizationServer, at: now)
    return standing.isAlive || standing.state == .expired && now < servedUntil(id)
  }

  /// Whether the attacker has a token, a cookie or a key that opens something, or gets what does.
  fileprivate var isSomethingStolenGood: Bool {
    let server = authorizationServer
    return attacker.refreshTokens.compactMap(\.label).contains { server.isUsable($0, at: now) }
      || attacker.accessTokens.compactMap(\.label).contains(where: opensSomething)
      || attacker.cookies.contains(where: isAlive) || isBackendOpen || isStolenKeyBelieved
  }

  private func isAlive(_ cookie: SessionCookie) -> Bool {
    guard let id = cookie.label else { return false }
    let session = authorizationServer.session(id)
    return session.end == nil && now < authorizationServer.expiry(of: id)
  }

  private var isBackendOpen: Bool {
    guard let cookie = attacker.backendCookie else { return false }
    return clients[cookie.device.index].backend?.session == cookie
  }

  /// A withdrawn key is believed for as long as an API keeps its copy of the key set.
  private var isStolenKeyBelieved: Bool {
    guard let key = attacker.signingKey else { return false }
    return authorizationServer.signingKeys.contains(key)
      || resourceServers.contains { $0.keySet.contains(key.verifyingKey) }
  }
}
