import Simulation
import TokenCore

/// What a step may not do to messages.
extension WorldStep {
  /// What was on the wire and came onto it is still there, unless it was lost or this step brought it
  /// to its receiver.
  var strayMessage: String? {
    let (old, new) = (before.wire, after.wire)
    guard Set(new.map(\.id)).count == new.count else { return "a number twice" }
    guard after.inFlight == new.count - after.heldMessages.count else { return "a wrong count" }
    var expected = Set(old.map(\.id))
    for event in events {
      guard let number = event.kind.newMessage?.id else { continue }
      guard number >= before.nextMessageNumber, expected.insert(number).inserted else {
        return "number \(number) was given before"
      }
    }
    for event in events { if case .lost(let message) = event.kind { expected.remove(message.id) } }
    if let arrived { expected.remove(arrived) }
    return expected.symmetricDifference(new.map(\.id)).min().map { "message \($0)" }
  }

  /// The message that this step brought to its receiver: a server's answer is because of it.
  private var arrived: Int? {
    for event in events {
      if case .received(let message) = event.kind { return message.id }
      if case .answered = event.kind {
        return event.cause.flatMap { trace.event($0).kind.newMessage?.id }
      }
    }
    return nil
  }

  var alteredMessage: String? {
    let old = before.wire
    for message in after.wire {
      let isLate = message.arrivesAt < message.sentAt
      guard !isLate, after.isHeld(message.id) || message.arrivesAt >= now else {
        return "message \(message.id) at \(message.arrivesAt.clockText)"
      }
      guard let sent = old.first(where: { $0.id == message.id }) else { continue }
      if message != sent.arriving(at: message.arrivesAt) { return "message \(message.id)" }
    }
    return nil
  }
}

extension World {
  /// Every message between its sender and its receiver.
  fileprivate var wire: [Message] {
    queue.unordered.compactMap(\.event.message) + heldMessages.map(\.message)
  }
}

extension TraceEvent.Kind {
  /// The message that comes onto the wire with the event.
  fileprivate var newMessage: Message? {
    if case .wire(.duplicated(_, as: let copy)) = self { return copy }
    if case .wire(.repeated(_, as: let copy)) = self { return copy }
    return sent
  }
}
