import TokenCore

extension World {
  /// Carries a command out, or writes down why it could do nothing.
  mutating func perform(_ command: Command, _ trace: inout Trace) {
    if let reason = obstacle(to: command) {
      _ = trace.append(
        .commandRefused(command, because: reason), by: command.party, at: now, because: nil)
      return
    }
    let cause = trace.append(.commanded(command), by: command.party, at: now, because: nil)
    switch command {
    case .client(let device, let order): carryOut(order, on: device, because: cause, &trace)
    case .network(let device, let order):
      faults.append(NetworkFault(device: device, kind: order.fault))
    case .wire(let order): carryOut(order, because: cause, &trace)
    case .administration(let order): carryOut(order, because: cause, &trace)
    case .attacker(let order): carryOut(order, because: cause, &trace)
    case .visitor(let request): send(request, because: cause, &trace)
    }
  }

  /// Why a command would do nothing now; nil when it would do something. A key asks this before it
  /// is pressed and a scenario is told it afterwards.
  public func obstacle(to command: Command) -> String? {
    switch command {
    case .client(let device, let order): obstacle(to: order, on: device)
    case .network(let device, let order):
      obstacle(to: NetworkFault(device: device, kind: order.fault))
    case .wire(let order): obstacle(to: order)
    case .administration(let order): obstacle(to: order)
    case .attacker(let order): obstacle(to: order)
    case .visitor(let request): obstacle(to: request)
    }
  }
}
