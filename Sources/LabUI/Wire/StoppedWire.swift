import Canvas
import Narrative
import Simulation
import TokenCore

/// The wire while somebody stops it: what a paused lab sends stays on it, to be handled one by one.
public struct StoppedWire: Hashable, Sendable {
  /// The selected row, from 0. There may be fewer rows by now: `WireRows` says which one is shown.
  var selected = 0
}

/// A message between its sender and its receiver, as a row of the wire.
struct WireRow: Equatable {
  let message: Message
  /// How much of its way is left to a held message; nil for one that is on its way.
  let heldWith: TimeSpan?
}

/// Everything that is on the wire, and which of it the wire's keys act on.
struct WireRows {
  /// Messages on their way, the soonest first, then those that are held, the longest first.
  let all: [WireRow]
  /// The row that the wire's keys act on; 0 where there is none.
  let selected: Int

  /// Of fewer rows than were there when one was selected, the last.
  init(in world: World, selected: Int) {
    all =
      world.messagesInFlight.map { WireRow(message: $0, heldWith: nil) }
      + world.heldMessages.map { WireRow(message: $0.message, heldWith: $0.remaining) }
    self.selected = max(0, min(selected, all.count - 1))
  }

  var selectedMessage: Message? { message(at: selected) }

  /// The message after the selected one.
  var nextMessage: Message? { message(at: selected + 1) }

  private func message(at index: Int) -> Message? {
    all.indices.contains(index) ? all[index].message : nil
  }

  /// Why there is nothing to swap.
  var swapObstacle: String? {
    guard let selectedMessage else { return "nothing is on the wire" }
    return nextMessage == nil
      ? "there is no message after \(selectedMessage.id) to swap it with" : nil
  }

  /// What is still on the wire when it is left; nil for nothing.
  var remainder: String? {
    let held = all.count { $0.heldWith != nil }
    let flying = all.count - held
    var words: [String] = []
    if flying > 0 { words.append("\(flying) in flight: the next act or . lets them arrive") }
    if held > 0 { words.append("\(held) held: w shows them") }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}

extension LabModel {
  var wireRows: WireRows { WireRows(in: world, selected: wire?.selected ?? 0) }

  /// Whether the wire takes keys: it is stopped, and no other pane lies over it.
  var isWireShown: Bool { wire != nil && zoomed == nil }

  /// What a key does now. While the wire is shown some keys are its own.
  func act(for key: Key) -> Act? {
    if isWireShown, let act = Act.allCases.first(where: { $0.wireKeys.contains(key) }) {
      return act
    }
    return Act.allCases.first { $0.keys.contains(key) }
  }

  /// Stops the wire and time with it; or lets it flow again, from the next act on. Whatever is on it
  /// stays where it is.
  mutating func toggleWire() {
    guard wire != nil else {
      isRunning = false
      zoomed = nil
      wire = StoppedWire()
      return
    }
    wire = nil
    status = wireRows.remainder
  }
}
