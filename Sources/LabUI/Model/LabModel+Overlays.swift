import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// What keys mean while something lies over the screen: it says what they do, and that is done here.
extension LabModel {
  mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
    carryOut(outcome(of: key, in: overlay))
  }

  private func outcome(of key: Key, in overlay: Overlay) -> OverlayOutcome {
    switch overlay {
    case .help(let help): help.pressed(key)
    case .rehearsal: rehearsed(key)
    case .palette(let palette): palette.pressed(key)
    case .strategies(let menu): menu.pressed(key)
    case .editor(let draft): draft.pressed(key)
    case .inspector(let inspector): inspector.pressed(key, on: inspectorBench)
    case .goTo(let prompt): prompt.pressed(key)
    case .branches(let menu): menu.pressed(key, in: history)
    case .naming(let prompt): prompt.pressed(key)
    case .races(let menu): menu.pressed(key)
    }
  }

  private func rehearsed(_ key: Key) -> OverlayOutcome {
    if key == .escape { return .leaves }
    guard let act = act(for: key), act != .help(.rehearsal) else {
      return .leavesSaying("\(key.label) does nothing here; ? shows the keys")
    }
    return .rehearses(act, by: key.label)
  }

  private mutating func carryOut(_ outcome: OverlayOutcome) -> [Effect] {
    switch outcome {
    case .quits: return [.quit]
    case .attempts(let act):
      overlay = nil
      return attempt(act)
    case .shows(let next): return show(next)
    case .says(let words): status = words
    case .leaves: overlay = nil
    case .leavesSaying(let words): (overlay, status) = (nil, words)
    case .rehearses(let act, let key):
      overlay = nil
      let place = RehearsalPlace(of: act, by: key, in: self)
      inquiry = .rehearsal(place, Rehearsal(at: place, in: self))
    case .starts(let strategy):
      overlay = nil
      start(setting.under(strategy))
    case .compares(let strategy): compare(under: strategy)
    case .startsDraft(let draft): start(draft.setting(from: setting))
    case .applies(let policy): apply(policy)
    case .goesTo(let instant):
      overlay = nil
      go(to: instant)
    case .goesToBranch(let id):
      overlay = nil
      go(toBranch: id)
    case .comparesBranch(let id): compare(with: id)
    case .forgetsBranch(let id): forget(id)
    case .namesBranch(let id, let name):
      history.name(id, name)
      overlay = .branches(BranchMenu(selected: id))
    case .setsUp(let race): setUp(race)
    case .presents(let text):
      (overlay, zoomed) = (nil, .why)
      perform(.attacker(.callWith(text)))
    }
    return []
  }

  /// Lays something over the screen, and asks for the measures of a strategy whose card nobody has
  /// looked at yet.
  mutating func show(_ next: Overlay) -> [Effect] {
    overlay = next
    guard case .strategies(let menu) = next else { return [] }
    return measureLines[menu.strategy.id] == nil ? [.measure(menu.strategy)] : []
  }

  /// Gives the running server another policy.
  private mutating func apply(_ policy: Policy) {
    let command = Command.administration(.changePolicy(policy))
    if let obstacle = world.obstacle(to: command) {
      status = obstacle
      return
    }
    overlay = nil
    perform(command)
  }

  private mutating func forget(_ id: Int) {
    history.forget(id)
    if let duel, [duel.left, duel.right].contains(where: { $0.branch.id == id }) {
      self.duel = nil
    }
    overlay = .branches(BranchMenu(selected: history.branch.id))
    status = "branch \(id) is forgotten"
  }

  private mutating func setUp(_ race: Race) {
    if let obstacle = race.obstacle(in: world, on: device) {
      status = obstacle
      return
    }
    overlay = nil
    play(race)
  }

  /// Everything is sent while the wire stands still, so that it is on the wire together. Then it
  /// plays out, or waits for a hand.
  mutating func play(_ race: Race) {
    if let keepingObstacle { return status = keepingObstacle }
    if history.branch.isInPast, history.isFull { return sayFull() }
    let plan = race.plan(in: world, on: device)
    isRunning = false
    zoomed = nil
    wire = StoppedWire()
    let count = trace.events.count
    for command in plan.commands { perform(command) }
    let refusal = trace.events.dropFirst(count).compactMap(\.refusal).first
    switch plan.ending {
    case .staysOnTheWire:
      status = "set up: enter delivers the first, t swaps it with the next"
      return
    case .playsOut:
      wire = nil
      settle()
    case .lasts(let span):
      wire = nil
      errand = .going(to: world.now + span, lastStep: .max)
    }
    status = refusal ?? "played: \(race.title)"
  }
}

extension TraceEvent {
  /// Why a command could do nothing, if that is what it tells.
  fileprivate var refusal: String? {
    if case .commandRefused(_, let reason) = kind { reason } else { nil }
  }
}
