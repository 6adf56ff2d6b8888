import Narrative
import Simulation
import TokenCore

/// A classic race, ready to be set up with the focused device: data, and a question to the world.
public enum Race: CaseIterable, Hashable, Sendable {
  case twoTabs, victimFirst, attackerFirst, notAtomic, lostResponse, crossing

  public var title: String {
    switch self {
    case .twoTabs: "Two tabs refresh at once"
    case .victimFirst: "Victim and attacker at once, victim first"
    case .attackerFirst: "Victim and attacker at once, attacker first"
    case .notAtomic: "Victim and attacker at once, the store not atomic"
    case .lostResponse: "The answer is lost and the client tries again"
    case .crossing: "A revocation crosses a refresh"
    }
  }

  /// What is set up, for whoever chooses.
  public var sentence: String {
    switch self {
    case .twoTabs:
      "Both present the same refresh token: is the second one a thief, or the same person?"
    case .victimFirst:
      "The attacker copies the refresh token and presents it just after its owner."
    case .attackerFirst:
      "The attacker copies the refresh token and presents it just before its owner."
    case .notAtomic:
      "The server reads that the token is unspent and writes later that it is spent: the attacker's "
        + "request comes in between."
    case .lostResponse:
      "The server has rotated and the client never hears of it; it sends the spent token again."
    case .crossing:
      "The person logs out while a refresh is under way. Both stay on the wire: which is first?"
    }
  }

  /// Why it cannot be set up now; nil when it can.
  public func obstacle(in world: World, on device: DeviceID) -> String? {
    if let obstacle = world.obstacle(to: .client(device, .refresh)) { return obstacle }
    if world.faults.contains(where: { $0.party == .client(device) || $0.party == .attacker }) {
      return "something else is to befall the next request: let that come first"
    }
    switch self {
    case .twoTabs, .crossing: return nil
    case .lostResponse:
      return world.setting.habit.retries > 0 ? nil : "this client does not try again"
    case .victimFirst, .attackerFirst: return theftObstacle(in: world, on: device)
    case .notAtomic:
      return gapObstacle(in: world) ?? theftObstacle(in: world, on: device)
    }
  }

  /// Between the reading and the writing of a token there has to be time for another request.
  private func gapObstacle(in world: World) -> String? {
    guard let refresh = world.policy.refresh, refresh.rotation.spends else {
      return "no refresh token is ever spent here"
    }
    return refresh.spendingGap == .zero
      ? "the server spends a token in one step: nothing fits in between" : nil
  }

  /// The attacker presents its newest token: that has to be the victim's.
  private func theftObstacle(in world: World, on device: DeviceID) -> String? {
    if let obstacle = world.obstacle(to: .attacker(.stealRefreshToken(device))) { return obstacle }
    let stolen = world.attacker.refreshTokens
    guard let token = world.clients[device.index].storage.refreshToken, stolen.last != token,
      stolen.contains(token)
    else { return nil }
    return "the attacker's newest refresh token is another one"
  }

  /// What is ordered, all at one instant, and how it goes on.
  public func plan(in world: World, on device: DeviceID) -> RacePlan {
    let token = world.clients[device.index].storage.refreshToken
    let theft =
      world.attacker.refreshTokens.last == token
      ? [] : [Command.attacker(.stealRefreshToken(device))]
    switch self {
    case .twoTabs:
      return RacePlan(
        [.client(device, .refresh), .client(device, .refreshInAnotherTab)].together(
          in: world, on: device), .playsOut)
    case .victimFirst, .notAtomic:
      return RacePlan(theft + [.client(device, .refresh), .attacker(.refresh)], .playsOut)
    case .attackerFirst:
      return RacePlan(theft + [.attacker(.refresh), .client(device, .refresh)], .playsOut)
    case .lostResponse:
      let retry = world.setting.habit.responseTimeout + world.setting.latency.times(2)
      return RacePlan(
        [.network(device, .dropNextResponse), .client(device, .refresh)], .lasts(retry))
    case .crossing:
      return RacePlan(
        [.client(device, .refresh), .client(device, .logOut)].together(in: world, on: device),
        .staysOnTheWire)
    }
  }
}

/// What a race orders.
public struct RacePlan: Hashable, Sendable {
  public enum Ending: Hashable, Sendable {
    /// Everything on the wire arrives.
    case playsOut
    /// So much time passes: there is something to wait for that is not on the wire.
    case lasts(TimeSpan)
    /// The messages wait for whoever looks at the wire.
    case staysOnTheWire
  }

  public let commands: [Command]
  public let ending: Ending

  init(_ commands: [Command], _ ending: Ending) {
    self.commands = commands
    self.ending = ending
  }
}

extension [Command] {
  /// Without latency the first request would have its answer before the second is sent: it is held
  /// until then.
  fileprivate func together(in world: World, on device: DeviceID) -> [Command] {
    guard world.setting.latency == .zero else { return self }
    return [.wire(.holdNextRequest(device))] + self + [.wire(.release(world.nextMessageNumber))]
  }
}
