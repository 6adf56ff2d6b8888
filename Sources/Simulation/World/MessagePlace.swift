import TokenCore

/// Where a message is: on its way, with its turn in the queue, or held, with its turn in the list.
enum MessagePlace: Equatable {
  case flight(EventQueue.Entry, Message, cause: Int)
  case held(index: Int, HeldMessage)

  var message: Message {
    switch self {
    case .flight(_, let message, _): message
    case .held(_, let held): held.message
    }
  }

  /// When it arrives, if nothing stops it from `now` on.
  func arrival(from now: Instant) -> Instant {
    switch self {
    case .flight(_, let message, _): message.arrivesAt
    case .held(_, let held): now + held.remaining
    }
  }

  /// The event that put it on the wire.
  var cause: Int {
    switch self {
    case .flight(_, _, let cause): cause
    case .held(_, let held): held.cause
    }
  }
}

extension World {
  func place(of number: Int) -> MessagePlace? {
    if let index = heldMessages.firstIndex(where: { $0.message.id == number }) {
      return .held(index: index, heldMessages[index])
    }
    guard let entry = queue.arrival(of: number), case .arrival(let message, let cause) = entry.event
    else { return nil }
    return .flight(entry, message, cause: cause)
  }

  /// Takes a message out of the queue or off the list, and says where it was.
  mutating func takeOff(_ number: Int) -> MessagePlace? {
    let place = place(of: number)
    switch place {
    case .flight(let entry, _, _):
      queue.remove(entry)
      inFlight -= 1
    case .held(let index, _): heldMessages.remove(at: index)
    case nil: break
    }
    return place
  }

  /// Puts the message of one place into another, where it takes the other's turn.
  mutating func put(_ left: MessagePlace, in place: MessagePlace) {
    switch place {
    case .flight(let entry, _, _):
      let message = left.message.arriving(at: entry.at)
      queue.replace(entry, by: .arrival(message, cause: left.cause))
    case .held(let index, let held):
      heldMessages[index] = HeldMessage(
        message: left.message, remaining: held.remaining, cause: left.cause)
    }
  }
}

extension Message {
  /// The same message, due at another moment.
  package func arriving(at instant: Instant) -> Message {
    Message(
      id: id, from: from, to: to, payload: payload, request: request, sentAt: sentAt,
      arrivesAt: instant)
  }
}
