import TokenCore

/// What a person does to messages on the wire. A message goes by its number, `Message.id`, which is
/// the same in every run of the same setting and commands.
public enum WireOrder: Hashable, Sendable {
  /// Stops a message where it is. Whoever waits for it goes on waiting, and its time-out goes on too.
  case hold(Int)
  /// Lets a held message go on: it takes the rest of its way, so it arrives as much later as it was
  /// held. `deliverNow` is for what should arrive at once.
  case release(Int)
  /// The same for the message that was held first.
  case releaseNext
  /// Takes a message off the wire; it never arrives.
  case drop(Int)
  /// Puts a second one behind it, with a number of its own: held where the first is held, and due at
  /// the same moment where it is in flight. It carries the same, down to the proof of possession.
  case duplicate(Int)
  /// Sends what a message carried once more, whether it is still on the wire, has arrived or was lost:
  /// the same bytes, with a number of their own. The newest 64 messages are recorded.
  case sendAgain(Int)
  /// Lets a message, held or in flight, arrive at this moment.
  case deliverNow(Int)
  /// Exchanges the moments at which two messages arrive, or their turns where the moment is the same.
  /// Where one is held, the other is held in its stead.
  case swap(Int, Int)
  /// Holds the next token request of a device as it is sent.
  case holdNextRequest(DeviceID)
  /// Holds the next token response to a device as it is sent.
  case holdNextResponse(DeviceID)
  /// Holds the attacker's next token request as it is sent.
  case holdAttackersNextRequest
  /// Holds the next token response to the attacker as it is sent.
  case holdAttackersNextResponse
}

extension WireOrder {
  /// The device that it is about, if it is about one.
  var device: DeviceID? {
    switch self {
    case .holdNextRequest(let device), .holdNextResponse(let device): device
    case .hold, .release, .releaseNext, .drop, .duplicate, .sendAgain, .deliverNow, .swap,
      .holdAttackersNextRequest, .holdAttackersNextResponse:
      nil
    }
  }

  /// Whose messages it is about, as far as the order says.
  var party: Party {
    switch self {
    case .holdNextRequest(let device), .holdNextResponse(let device): .client(device)
    case .holdAttackersNextRequest, .holdAttackersNextResponse: .attacker
    case .hold, .release, .releaseNext, .drop, .duplicate, .sendAgain, .deliverNow, .swap: .network
    }
  }

  /// The fault that it asks for, if it is about a message that is yet to be sent.
  var fault: NetworkFault? {
    switch self {
    case .holdNextRequest, .holdAttackersNextRequest: NetworkFault(party: party, kind: .holdRequest)
    case .holdNextResponse, .holdAttackersNextResponse:
      NetworkFault(party: party, kind: .holdResponse)
    case .hold, .release, .releaseNext, .drop, .duplicate, .sendAgain, .deliverNow, .swap: nil
    }
  }
}
