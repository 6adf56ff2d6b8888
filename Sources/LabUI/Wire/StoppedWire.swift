import Canvas
import Simulation
import TokenCore

/// The wire while somebody stops it: what a paused lab sends stays on it, to be handled one by one.
public struct StoppedWire: Hashable, Sendable {
  /// The selected row, from 0. There may be fewer rows by now: `LabModel.wireRow` is the one shown.
  var selected = 0
}

/// A message between its sender and its receiver, as a row of the wire.
struct WireRow: Equatable {
  let message: Message
  /// How much of its way is left to a held message; nil for one that is on its way.
  let heldWith: TimeSpan?
}

extension LabModel {
  /// Messages on their way, the soonest first, then those that are held, the longest first.
  var wireRows: [WireRow] {
    world.messagesInFlight.map { WireRow(message: $0, heldWith: nil) }
      + world.heldMessages.map { WireRow(message: $0.message, heldWith: $0.remaining) }
  }

  /// The row that the wire's keys act on; 0 where there is none.
  var wireRow: Int { max(0, min(wire?.selected ?? 0, wireRows.count - 1)) }

  /// The message that the wire's keys act on, and the one after it.
  var selectedMessages: (first: Message?, next: Message?) {
    let rest = wireRows.dropFirst(wireRow).map(\.message)
    return (rest.first, rest.dropFirst().first)
  }

  /// Whether the wire takes keys: it is stopped, and no other pane lies over it.
  var isWireShown: Bool { wire != nil && zoomed == nil }

  /// What a key does now. While the wire is shown some keys are its own.
  func act(for key: Key) -> Act? {
    if isWireShown, let act = Act.allCases.first(where: { $0.wireKeys.contains(key) }) {
      return act
    }
    return Act.allCases.first { $0.keys.contains(key) }
  }

  mutating func selectMessage(_ distance: Int) {
    let row = wireRow + distance
    wire?.selected = row
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
    status = remainder
  }

  /// What is still on the wire when it is left.
  private var remainder: String? {
    let held = world.heldMessages.count
    let flying = world.messagesInFlight.count
    var words: [String] = []
    if flying > 0 { words.append("\(flying) in flight: the next act or . lets them arrive") }
    if held > 0 { words.append("\(held) held: w shows them") }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// Why there is nothing to swap.
  var swapObstacle: String? {
    switch selectedMessages {
    case (nil, _): "nothing is on the wire"
    case (let first?, nil): "there is no message after \(first.id) to swap it with"
    case (_?, _?): nil
    }
  }
}
