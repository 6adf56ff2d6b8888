import Simulation
import TokenCore

extension WireOrder {
  /// Any order about the messages on the wire, one that is not there included, or about those to come.
  package static func random(in world: World, using random: inout RandomStream) -> WireOrder {
    let device = DeviceID(index: .random(in: world.clients.indices, using: &random))
    let flying = world.messagesInFlight.map(\.id)
    let held = world.heldMessages.map(\.message.id)
    let numbers = flying + held + [random.pick([0, world.nextMessageNumber])]
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return .hold(random.pick(flying + numbers))
    case 2, 3: return .release(random.pick(held + numbers))
    case 4: return .releaseNext
    case 5: return .drop(random.pick(numbers))
    case 6:
      let number = random.pick(numbers)
      return Bool.random(using: &random) ? .duplicate(number) : .sendAgain(number)
    case 7: return .deliverNow(random.pick(numbers))
    case 8, 9: return .swap(random.pick(numbers), random.pick(numbers))
    default:
      return random.pick([
        .holdNextRequest(device), .holdNextResponse(device), .holdAttackersNextRequest,
        .holdAttackersNextResponse,
      ])
    }
  }
}
