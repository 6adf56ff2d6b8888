import Canvas
import Narrative
import Simulation
import TokenCore

/// Putting two branches side by side, and what keys mean there.
extension LabModel {
  var compareObstacle: String? {
    guard let origin = history.branch.parentID else {
      return "nothing is beside it yet: V makes two, or = in p"
    }
    return history.branch(origin) == nil ? "branch \(origin) has been forgotten" : nil
  }

  mutating func compareWithOrigin() {
    if let origin = history.branch.parentID { compare(with: origin) }
  }

  mutating func compare(with id: Int) {
    guard id != history.branch.id, let other = history.branch(id) else {
      status = "branch \(id) is the one shown: choose another to compare"
      return
    }
    let pair = [other, history.branch].sorted { $0.id < $1.id }
    show(Duel(pair[0], pair[1]))
  }

  /// The same script, with every order given so far, under another strategy.
  mutating func compare(under strategy: Strategy) {
    let here = history.branch
    let run = here.rerun(under: setting.under(strategy), withOrders: true, cryptography)
    guard history.open(run) else { return sayFull() }
    let other = history.branch.id
    history.go(to: here.id)
    compare(with: other)
  }

  var whoIsFirstObstacle: String? {
    if history.others.count + 3 > History.mostBranches {
      return "there is no room for two branches"
    }
    if let obstacle = world.obstacle(to: .client(device, .refresh)) { return obstacle }
    return world.obstacle(to: .attacker(.refresh))
  }

  /// From here, two branches: the victim refreshes and then the attacker, and the other way round.
  mutating func compareWhoIsFirst() {
    let here = history.branch.id
    let victim = play(
      [.client(device, .refresh), .attacker(.refresh)], as: "victim first", from: here)
    let attacker = play(
      [.attacker(.refresh), .client(device, .refresh)], as: "attacker first", from: here)
    lookAgain()
    guard let victim, let attacker else { return sayFull() }
    show(Duel(victim, attacker))
  }

  private mutating func play(
    _ commands: [Command], as name: String, from here: Int
  ) -> Branch? {
    for (index, command) in commands.enumerated() {
      let isGiven = index == 0 ? history.fork(giving: command) : history.give(command) != nil
      guard isGiven else { return nil }
      history.move { $0.settle() }
    }
    history.name(history.branch.id, name)
    let branch = history.branch
    history.go(to: here)
    return branch
  }

  private mutating func show(_ duel: Duel) {
    overlay = nil
    zoomed = nil
    isRunning = false
    self.duel = duel
    status = nil
  }

  /// Whether the key meant something for the two together.
  mutating func pressInDuel(_ key: Key) -> Bool {
    guard var duel else { return false }
    defer { if self.duel != nil { self.duel = duel } }
    switch key {
    case " ": duel.isRunning.toggle()
    case ".": duel.step(&status)
    case ",": duel.seek(to: duel.previousEventTime ?? .start)
    case "0": duel.seek(to: .start)
    case .end: duel.seek(to: max(duel.now, duel.left.branch.end.at, duel.right.branch.end.at))
    case "d": goToDifference(&duel)
    case .up, "k": duel.scroll(-1)
    case .down, "j": duel.scroll(1)
    case "1": enter(duel.left.branch.id, at: duel.now)
    case "2": enter(duel.right.branch.id, at: duel.now)
    case .escape, "=": self.duel = nil
    case "?", ":", "T", "q", "B": return false
    default: status = "\(key.label) does nothing here: esc leaves the comparison"
    }
    return true
  }

  private mutating func goToDifference(_ duel: inout Duel) {
    guard let difference = duel.firstDifference() else {
      status = "no difference in the next \(RunUntil.horizon.shortText), as far as was looked"
      return
    }
    duel.seek(to: difference.at)
    status = "the first difference, at \(difference.at.clockText)"
  }

  /// To one of the two, at the time to which both were watched.
  private mutating func enter(_ id: Int, at instant: Instant) {
    go(toBranch: id)
    guard history.branch.id == id else { return }
    travel { $0.seek(to: instant) }
  }
}

extension Duel {
  fileprivate mutating func step(_ status: inout String?) {
    guard let next = nextEventTime else {
      status = "nothing more happens on either side"
      return
    }
    seek(to: next)
  }

  /// How many moments ahead a difference is looked for, so that the key answers soon.
  private static let mostAhead = 20_000

  /// Where they first differ, looked for ahead if they have not yet.
  func firstDifference() -> Difference? {
    if let difference { return difference }
    var ahead = self
    let end = now + RunUntil.horizon
    for _ in 0..<Self.mostAhead where ahead.difference == nil {
      guard let next = ahead.nextEventTime, next <= end else { return nil }
      ahead.seek(to: next)
    }
    return ahead.difference
  }

  fileprivate mutating func scroll(_ distance: Int) {
    let lines = DuelLine.lines(of: self).count
    up = min(max(0, up - distance), max(0, lines - 1))
  }

  /// A span of a person's time has passed, in milliseconds, at so many seconds a second.
  mutating func tick(milliseconds: Int64, _ speed: Speed) {
    guard isRunning else { return }
    seek(to: now + TimeSpan(milliseconds: milliseconds).times(Int64(speed.factor)))
  }
}
