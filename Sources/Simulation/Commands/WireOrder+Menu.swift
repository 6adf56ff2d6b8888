import TokenCore

extension WireOrder {
  /// What is done to messages, whichever they are.
  enum Kind: CaseIterable {
    case hold, release, releaseNext, drop, duplicate, sendAgain, deliverNow, swap
    case holdNextRequest, holdNextResponse, holdAttackersNextRequest, holdAttackersNextResponse
  }

  var kind: Kind {
    switch self {
    case .hold: .hold
    case .release: .release
    case .releaseNext: .releaseNext
    case .drop: .drop
    case .duplicate: .duplicate
    case .sendAgain: .sendAgain
    case .deliverNow: .deliverNow
    case .swap: .swap
    case .holdNextRequest: .holdNextRequest
    case .holdNextResponse: .holdNextResponse
    case .holdAttackersNextRequest: .holdAttackersNextRequest
    case .holdAttackersNextResponse: .holdAttackersNextResponse
    }
  }

  /// Every order that the world has values for.
  static func menu(in world: World) -> [WireOrder] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  private static func menu(of kind: Kind, in world: World) -> [WireOrder] {
    let devices = world.clients.map(\.id)
    let numbers = world.messagesInFlight.map(\.id) + world.heldMessages.map(\.message.id)
    return switch kind {
    case .hold: numbers.map { .hold($0) }
    case .release: numbers.map { .release($0) }
    case .releaseNext: [.releaseNext]
    case .drop: numbers.map { .drop($0) }
    case .duplicate: numbers.map { .duplicate($0) }
    case .sendAgain: numbers.map { .sendAgain($0) }
    case .deliverNow: numbers.map { .deliverNow($0) }
    case .swap: pairs(of: numbers).map { .swap($0, $1) }
    case .holdNextRequest: devices.map { .holdNextRequest($0) }
    case .holdNextResponse: devices.map { .holdNextResponse($0) }
    case .holdAttackersNextRequest: [.holdAttackersNextRequest]
    case .holdAttackersNextResponse: [.holdAttackersNextResponse]
    }
  }

  /// Either message may be named first: where their moment is the same, that is one order.
  private static func pairs(of numbers: [Int]) -> [(Int, Int)] {
    numbers.indices.flatMap { left in numbers[(left + 1)...].map { (numbers[left], $0) } }
  }
}
