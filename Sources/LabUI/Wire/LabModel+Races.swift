import Canvas
import Narrative
import Simulation
import TokenCore

/// Choosing a race and letting it happen.
extension LabModel {
  mutating func pressInRaces(_ key: Key, _ selected: Int) -> [Effect] {
    let last = Race.allCases.count - 1
    switch key {
    case .down, "j": overlay = .races(selected: min(selected + 1, last))
    case .up, "k": overlay = .races(selected: max(selected - 1, 0))
    case .home: overlay = .races(selected: 0)
    case .end: overlay = .races(selected: last)
    case .enter: start(Race.allCases[selected])
    case .escape, "M": overlay = nil
    case "q": return [.quit]
    default: status = "up and down choose, enter sets the race up, esc leaves"
    }
    return []
  }

  private mutating func start(_ race: Race) {
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
    if history.branch.isInPast, history.isFull { return sayFull() }
    let plan = race.plan(in: world, on: device)
    isRunning = false
    zoomed = nil
    wire = StoppedWire()
    let count = trace.events.count
    for command in plan.commands { perform(command) }
    let refusal = trace.events.dropFirst(count).compactMap(\.refusal).first
    switch plan.ending {
    case .playsOut:
      wire = nil
      settle()
      status = refusal ?? "played: \(race.title)"
    case .lasts(let span):
      wire = nil
      advance(to: world.now + span)
      status = refusal ?? "played: \(race.title)"
    case .staysOnTheWire:
      status = "set up: enter delivers the first, t swaps it with the next"
    }
  }
}

extension TraceEvent {
  /// Why a command could do nothing, if that is what it tells.
  fileprivate var refusal: String? {
    if case .commandRefused(_, let reason) = kind { reason } else { nil }
  }
}
