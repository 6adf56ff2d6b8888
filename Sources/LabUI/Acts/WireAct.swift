import Simulation

/// What sets up a race: the stopped wire with its own keys, and a second tab.
public enum WireAct: CaseIterable, Hashable, Sendable {
  case stop, races, deliver, hold, release, swap, drop, duplicate, refreshInAnotherTab

  var row: ActRow {
    switch self {
    case .stop:
      .change(["w"], "wire", "Stop the wire: what is sent waits there; again: it flows.") {
        $0.toggleWire()
      }
    case .races:
      .change(
        ["M"], "races", "Set up a race: two tabs, victim and attacker, a lost answer."
      ) { $0.overlay = .races(RaceMenu()) }
    case .deliver:
      .message(.enter, "deliver", "On the stopped wire: the selected message arrives now.") {
        $0.wireRows.selectedMessage.map { .deliverNow($0.id) }
      }
    case .hold:
      .message("h", "hold", "On the stopped wire: hold the selected message.") {
        $0.wireRows.selectedMessage.map { .hold($0.id) }
      }
    case .release:
      .message("l", "let go", "On the stopped wire: let a held message go on.") {
        $0.wireRows.selectedMessage.map { .release($0.id) }
      }
    case .swap:
      .message(
        "t", "swap", "On the stopped wire: swap the message with the one after it.",
        unless: { $0.wireRows.swapObstacle }
      ) { model in
        guard let first = model.wireRows.selectedMessage, let next = model.wireRows.nextMessage
        else {
          return nil
        }
        return .swap(first.id, next.id)
      }
    case .drop:
      .message("x", "drop", "On the stopped wire: the selected message is lost.") {
        $0.wireRows.selectedMessage.map { .drop($0.id) }
      }
    case .duplicate:
      .message("u", "double", "On the stopped wire: the selected message comes twice.") {
        $0.wireRows.selectedMessage.map { .duplicate($0.id) }
      }
    case .refreshInAnotherTab:
      .order("another tab", "The client presents its refresh token from another tab.") {
        .client($0.device, .refreshInAnotherTab)
      }
    }
  }
}
