import Simulation

/// The names of what a person does to messages on the wire.
enum WireWord: String, OrderWord {
  case holdNextRequest = "hold-next-request"
  case holdNextResponse = "hold-next-response"
  case holdAttackersNextRequest = "hold-attackers-next-request"
  case holdAttackersNextResponse = "hold-attackers-next-response"
  case hold = "hold-message"
  case release = "release-message"
  case releaseNext = "release-next-message"
  case drop = "drop-message"
  case duplicate = "duplicate-message"
  case sendAgain = "repeat-message"
  case deliverNow = "deliver-message"
  case swap = "swap-messages"

  var form: OrderForm<WireOrder> {
    switch self {
    case .holdNextRequest: .init(.device) { .holdNextRequest($0) }
    case .holdNextResponse: .init(.device) { .holdNextResponse($0) }
    case .holdAttackersNextRequest: .init(.holdAttackersNextRequest)
    case .holdAttackersNextResponse: .init(.holdAttackersNextResponse)
    case .hold: .init(.message(.message)) { .hold($0) }
    case .release: .init(.message(.message)) { .release($0) }
    case .releaseNext: .init(.releaseNext)
    case .drop: .init(.message(.message)) { .drop($0) }
    case .duplicate: .init(.message(.message)) { .duplicate($0) }
    case .sendAgain: .init(.message(.message)) { .sendAgain($0) }
    case .deliverNow: .init(.message(.message)) { .deliverNow($0) }
    case .swap: .init(.message(.message), .message(.with)) { .swap($0, $1) }
    }
  }
}

extension WireOrder {
  var line: OrderLine<WireWord> {
    switch self {
    case .holdNextRequest(let device): .init(.holdNextRequest, .device(device))
    case .holdNextResponse(let device): .init(.holdNextResponse, .device(device))
    case .holdAttackersNextRequest: .init(.holdAttackersNextRequest)
    case .holdAttackersNextResponse: .init(.holdAttackersNextResponse)
    case .hold(let number): .init(.hold, .message(.message, number))
    case .release(let number): .init(.release, .message(.message, number))
    case .releaseNext: .init(.releaseNext)
    case .drop(let number): .init(.drop, .message(.message, number))
    case .duplicate(let number): .init(.duplicate, .message(.message, number))
    case .sendAgain(let number): .init(.sendAgain, .message(.message, number))
    case .deliverNow(let number): .init(.deliverNow, .message(.message, number))
    case .swap(let first, let second):
      .init(.swap, .message(.message, first), .message(.with, second))
    }
  }
}
