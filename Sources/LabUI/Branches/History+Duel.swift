import Simulation
import TokenCore

/// Branches made to be put beside the one that is shown.
extension History {
  /// Why there is no branch that this one came from to put beside it.
  var compareObstacle: String? {
    guard let origin = branch.parentID else {
      return "nothing is beside it yet: V makes two, or = in p"
    }
    return branch(origin) == nil ? "branch \(origin) has been forgotten" : nil
  }

  /// Why victim and attacker cannot be put side by side here.
  func whoIsFirstObstacle(on device: DeviceID) -> String? {
    if others.count + 3 > Self.mostBranches { return "there is no room for two branches" }
    return branch.world.obstacle(to: .client(device, .refresh))
      ?? branch.world.obstacle(to: .attacker(.refresh))
  }

  /// The same script, with every order given so far, under other rules; stays where it is. Its number,
  /// or nil where there is no room.
  mutating func rerun(under setting: Setting, _ cryptography: any TokenCryptography) -> Int? {
    let here = branch
    let run = here.rerun(under: setting, withOrders: true, cryptography)
    guard open(run) else { return nil }
    let id = branch.id
    go(to: here.id)
    return id
  }

  /// From here, two branches: the victim refreshes and then the attacker, and the other way round. Nil
  /// where there is no room for both.
  mutating func whoIsFirst(on device: DeviceID) -> Pairing? {
    let victim = play([.client(device, .refresh), .attacker(.refresh)], as: "victim first")
    let attacker = play([.attacker(.refresh), .client(device, .refresh)], as: "attacker first")
    guard let victim, let attacker else { return nil }
    return Pairing(victim, attacker)
  }

  /// A branch from here in which these commands are given, each after the one before has played out.
  private mutating func play(_ commands: [Command], as name: String) -> Branch? {
    let here = branch.id
    for (index, command) in commands.enumerated() {
      let isGiven = index == 0 ? fork(giving: command) : give(command) != .noRoom
      guard isGiven else { return nil }
      move { $0.settle() }
    }
    self.name(branch.id, name)
    let played = branch
    go(to: here)
    return played
  }
}
