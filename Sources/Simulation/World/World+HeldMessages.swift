import TokenCore

/// Messages by their numbers: where each is, and what a person does to it.
extension World {
  /// The message with the number, held or in flight; nil for one that has arrived, was lost or was
  /// never sent.
  package func message(_ number: Int) -> Message? {
    place(of: number)?.message
  }

  /// Whether the message was stopped on its way.
  package func isHeld(_ number: Int) -> Bool {
    heldMessages.contains { $0.message.id == number }
  }

  /// The number that the next message will have.
  package var nextMessageNumber: Int { nextMessage }

  /// Why an order about messages would do nothing now.
  func obstacle(to order: WireOrder) -> String? {
    switch order {
    case .hold(let number):
      isHeld(number) ? "message \(number) is held already" : absence(of: number)
    case .release(let number):
      isHeld(number) ? nil : absence(of: number) ?? "message \(number) is not held"
    case .releaseNext: heldMessages.isEmpty ? "no message is held" : nil
    case .drop(let number), .duplicate(let number), .deliverNow(let number): absence(of: number)
    case .sendAgain(let number): obstacle(toSendingAgain: number)
    case .swap(let first, let second):
      first == second
        ? "message \(first) cannot change places with itself"
        : absence(of: first) ?? absence(of: second)
    case .holdNextRequest, .holdNextResponse, .holdAttackersNextRequest,
      .holdAttackersNextResponse:
      order.fault.flatMap(obstacle)
    }
  }

  private func absence(of number: Int) -> String? {
    place(of: number) == nil ? "there is no message \(number) on the wire" : nil
  }

  /// Carries out an order that has no obstacle.
  mutating func carryOut(_ order: WireOrder, because cause: Int, _ trace: inout Trace) {
    switch order {
    case .hold(let number): hold(number, because: cause, &trace)
    case .release(let number): release(number, because: cause, &trace)
    case .releaseNext:
      if let first = heldMessages.first { release(first.message.id, because: cause, &trace) }
    case .drop(let number): drop(number, because: cause, &trace)
    case .duplicate(let number): duplicate(number, because: cause, &trace)
    case .sendAgain(let number): sendAgain(number, because: cause, &trace)
    case .deliverNow(let number): deliverNow(number, because: cause, &trace)
    case .swap(let first, let second): swap(first, second, because: cause, &trace)
    case .holdNextRequest, .holdNextResponse, .holdAttackersNextRequest,
      .holdAttackersNextResponse:
      faults += [order.fault].compactMap(\.self)
    }
  }

  private mutating func hold(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let place = takeOff(number) else { return }
    keep(place.message, sentBy: place.cause, left: place.message.arrivesAt - now)
    note(.held(place.message), because: cause, &trace)
  }

  private mutating func release(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard case .held(_, let held)? = takeOff(number) else { return }
    let message = held.message.arriving(at: now + held.remaining)
    arrive(message, because: held.cause)
    note(.released(message), because: cause, &trace)
  }

  private mutating func drop(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let message = takeOff(number)?.message else { return }
    _ = trace.append(.lost(message), by: message.from, at: now, because: cause)
  }

  private mutating func duplicate(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let place = place(of: number) else { return }
    let copy = Message(
      id: nextMessage, from: place.message.from, to: place.message.to,
      payload: place.message.payload, request: place.message.request, sentAt: now,
      arrivesAt: place.arrival(from: now))
    nextMessage += 1
    captures.note(copy)
    let doubled = note(.duplicated(place.message, as: copy), because: cause, &trace)
    switch place {
    case .flight: arrive(copy, because: doubled)
    case .held(let index, let held):
      heldMessages.insert(
        HeldMessage(message: copy, remaining: held.remaining, cause: doubled), at: index + 1)
    }
  }

  private mutating func deliverNow(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let place = takeOff(number) else { return }
    let message = place.message.arriving(at: now)
    arrive(message, because: place.cause)
    note(.hurried(message), because: cause, &trace)
  }

  private mutating func swap(
    _ first: Int, _ second: Int, because cause: Int, _ trace: inout Trace
  ) {
    guard
      let (left, right) = place(of: first).flatMap({ left in
        place(of: second).map { (left, $0) }
      })
    else { return }
    put(left, in: right)
    put(right, in: left)
    let messages = (message(first) ?? left.message, message(second) ?? right.message)
    note(.swapped(messages.0, messages.1), because: cause, &trace)
  }

  @discardableResult
  private mutating func note(
    _ event: WireEvent, because cause: Int, _ trace: inout Trace
  ) -> Int {
    trace.append(.wire(event), by: .network, at: now, because: cause)
  }

  /// Stops a message that is not in flight, or is so no more, with so much of its way left.
  mutating func keep(_ message: Message, sentBy cause: Int, left remaining: TimeSpan) {
    heldMessages.append(HeldMessage(message: message, remaining: remaining, cause: cause))
  }
}
