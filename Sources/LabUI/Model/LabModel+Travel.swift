import Narrative
import Simulation
import TokenCore

/// Going to another place: back, forth, to another branch. Nothing is ever lost by it.
extension LabModel {
  /// Goes there and shows what was known there.
  mutating func travel(_ change: (inout Branch) -> Void) {
    isRunning = false
    history.move(change)
    lookAgain()
  }

  /// What the views need of the trace, read again: for a trace that is not the old one with more.
  mutating func lookAgain() {
    chronicle = Chronicle()
    chronicle.observe(trace)
    selectedRow = nil
    device = DeviceID(index: min(device.index, world.clients.count - 1))
  }

  /// Back to the last such thing before here; to the start where there is none.
  mutating func goBack(to landmark: Landmark) {
    isRunning = false
    guard let event = history.branch.lastEvent(where: landmark.isReached) else {
      guard world.now > .start else {
        status = "this is the start: there is no \(landmark.words)"
        return
      }
      return travel { $0.seek(to: .start) }
    }
    travel { $0.seek(toEvent: event.id) }
  }

  /// To the place just before the last order that was given by hand; the old future stays.
  mutating func undo() {
    guard let order = history.branch.ordersGiven.last else { return }
    travel { $0.seek(before: order) }
    status = "before \(order.command.deed(in: setting)): another act here opens a branch"
  }

  /// To an instant, as far ahead as anything is looked for.
  mutating func go(to instant: Instant) {
    guard instant <= world.now + RunUntil.horizon else {
      status = "\(instant.clockText) is further than \(RunUntil.horizon.shortText) ahead"
      return
    }
    isRunning = false
    guard instant > world.now else { return travel { $0.seek(to: instant) } }
    errand = .going(to: instant, lastStep: history.branch.moment.steps + RunUntil.mostSteps)
  }

  mutating func go(toBranch id: Int) {
    duel = nil
    guard history.go(to: id) else {
      status = "branch \(id) has been forgotten"
      return
    }
    isRunning = false
    lookAgain()
    status = history.branch.originText(in: history)
  }
}

extension TraceEvent {
  /// How a server decided, where it did.
  var decision: Decision? {
    if case .answered(let exchange) = kind { exchange.decision } else { nil }
  }
}
