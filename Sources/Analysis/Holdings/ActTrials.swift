import Simulation
import TokenCore

/// Acts that somebody could do now, each carried out on a copy of the world, once.
struct ActTrials: Sendable {
  let world: World
  let party: Party
  private var outcomes: [Command: World?] = [:]

  init(world: World, party: Party) {
    self.world = world
    self.party = party
  }

  /// What could be done about a stolen signing key, which is nobody's in particular.
  var actsAgainstKey: [Command] {
    let user = UserID(index: 0)
    let acts: [AdministrationOrder] = [
      .changePassword(user, revoking: true), .disableAccount(user), .rotateSigningKey,
      .withdrawSigningKeys,
    ]
    return acts.map(Command.administration)
  }

  /// The world after the act; nil where it is not possible.
  mutating func outcome(of act: Command) -> World? {
    if let known = outcomes[act] { return known }
    let outcome = world.after(act)
    outcomes[act] = outcome
    return outcome
  }

  /// What the owner, the administrator and the other holder could do.
  func acts(about text: Appraisal.Text) -> [Command] {
    let keys: [AdministrationOrder] = [.rotateSigningKey, .withdrawSigningKeys]
    if case .cookie(let cookie) = text { return acts(about: cookie) }
    if case .backendCookie(let cookie) = text { return acts(about: cookie) }
    guard let family = family(of: text) else { return keys.map(Command.administration) }
    let user = world.authorizationServer.user(family.user)
    let devices = devices(of: user, family)
    var acts: [Command] =
      party == .attacker ? devices.map { .client($0, .refresh) } : [.attacker(.refresh)]
    if world.authorizationServer.policy.renewal == .everyRequest {
      acts += party == .attacker ? devices.map { .client($0, .callAPI) } : [.attacker(.callAPI)]
    }
    acts += logouts(on: devices) + devices.map { .client($0, .signIn) }
    let administration: [AdministrationOrder] =
      [
        .changePassword(user.id, revoking: false), .changePassword(user.id, revoking: true),
        .disableAccount(user.id), .setRole(user.id, isAdmin: !user.isAdmin),
      ] + keys
    return acts + administration.map(Command.administration)
  }

  /// What could be done about a session at the server.
  private func acts(about cookie: SessionCookie) -> [Command] {
    guard let id = cookie.label else { return [] }
    let user = world.authorizationServer.user(world.authorizationServer.session(id).user)
    let devices = world.clients.filter { sameBytes($0.person, user.name) }.map(\.id)
    let administration: [AdministrationOrder] = [
      .changePassword(user.id, revoking: false), .changePassword(user.id, revoking: true),
      .disableAccount(user.id),
    ]
    let browsers = devices.filter { world.clients[$0.index].cookie?.label == id }
    return logouts(on: browsers) + browsers.map { .client($0, .signIn) }
      + administration.map(Command.administration)
  }

  /// What could be done about a session at an application's own server.
  private func acts(about cookie: BackendCookie) -> [Command] {
    let client = world.clients[cookie.device.index]
    guard
      let user = world.authorizationServer.users.first(where: { sameBytes($0.name, client.person) })
    else { return [] }
    let administration: [AdministrationOrder] = [
      .changePassword(user.id, revoking: false), .changePassword(user.id, revoking: true),
      .disableAccount(user.id),
    ]
    return logouts(on: [cookie.device]) + [.client(cookie.device, .signIn)]
      + administration.map(Command.administration)
  }

  private func logouts(on devices: [DeviceID]) -> [Command] {
    [ClientOrder.logOut, .logOutAtServer, .logOutEverywhere].flatMap { order in
      devices.map { .client($0, order) }
    }
  }

  private func family(of text: Appraisal.Text) -> TokenFamily? {
    let server = world.authorizationServer
    let id: FamilyID? =
      switch text {
      case .access(let token): token.label.map { server.record(of: $0).family }
      case .refresh(let token): token.label.map { server.record(of: $0).family }
      case .cookie, .backendCookie: nil
      }
    return id.map(server.family)
  }

  /// The device that the family signed in on, if it still has one of its tokens; else each of the
  /// user's.
  private func devices(of user: User, _ family: TokenFamily) -> [DeviceID] {
    let own = world.clients.filter { sameBytes($0.person, user.name) }.map(\.id)
    let holders = own.filter { device in
      world.texts(heldBy: .client(device)).contains { self.family(of: $0)?.id == family.id }
    }
    return holders.isEmpty ? own : holders
  }
}
