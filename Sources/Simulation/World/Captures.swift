/// Messages that somebody has recorded on their way, in order to send them again.
///
/// Nothing is recorded but what an order that waits will ask for: a world that kept every message would
/// grow with what was told of it.
struct Captures: Hashable {
  private var wanted: Set<Int> = []
  private(set) var messages: [Int: Message] = [:]

  /// From now on a message of that number is recorded as it is sent.
  mutating func want(_ number: Int) { wanted.insert(number) }

  /// Records a message that somebody wants.
  mutating func note(_ message: Message) {
    if wanted.contains(message.id) { messages[message.id] = message }
  }

  /// No order asks for it any more.
  mutating func forget(_ number: Int) {
    wanted.remove(number)
    messages[number] = nil
  }
}

extension Payload {
  /// Whether it stands for what a person does at the server, beside what it says.
  fileprivate var isSignIn: Bool {
    if case .authorizationRequest(let request) = self { !request.isSilent } else { false }
  }
}

extension World {
  /// Records the message of that number, which is on the wire or yet to be sent.
  mutating func capture(_ number: Int) {
    captures.want(number)
    if let message = message(number) { captures.note(message) }
  }

  /// Why the message cannot be sent again.
  func obstacle(toSendingAgain number: Int) -> String? {
    if let message = captures.messages[number] ?? message(number) {
      return message.payload.isSignIn ? "no message makes a person sign in" : nil
    }
    return number < nextMessage
      ? "nobody recorded message \(number)" : "message \(number) has not been sent yet"
  }

  /// Sends what the message carried once more, as the same sender: the same bytes, for as long a way.
  mutating func sendAgain(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let message = captures.messages[number] ?? message(number) else { return }
    let copy = put(
      message.payload, from: message.from, to: message.to, request: message.request, delay: .zero)
    let again = trace.append(
      .wire(.repeated(message, as: copy)), by: .network, at: now, because: cause)
    arrive(copy, because: again)
    stopCapturing(number)
  }

  /// Forgets the message, unless another order waits for it.
  mutating func stopCapturing(_ number: Int) {
    let isWanted = queue.unordered.contains { $0.event == .command(.wire(.sendAgain(number))) }
    if !isWanted { captures.forget(number) }
  }
}
