/// The messages that were sent last, so that one can be sent again. What a recorder keeps is bounded: a
/// world that kept every message would grow with what was told of it.
struct Captures: Hashable {
  private var messages: [Message] = []

  /// How many it keeps.
  static let most = 64

  /// Records a message as it is sent.
  mutating func note(_ message: Message) {
    if messages.count == Self.most { messages.removeFirst() }
    messages.append(message)
  }

  /// The message of that number, if it was sent lately.
  subscript(number: Int) -> Message? { messages.last { $0.id == number } }
}

extension Payload {
  /// Whether it stands for what a person does at the server, beside what it says.
  fileprivate var isSignIn: Bool {
    if case .authorizationRequest(let request) = self { !request.isSilent } else { false }
  }
}

extension World {
  /// Why the message cannot be sent again.
  func obstacle(toSendingAgain number: Int) -> String? {
    if let message = captures[number] ?? message(number) {
      return message.payload.isSignIn ? "no message makes a person sign in" : nil
    }
    return (0..<nextMessage).contains(number)
      ? "message \(number) was sent before the last \(Captures.most)"
      : "message \(number) has not been sent yet"
  }

  /// Sends what the message carried once more, as the same sender: the same bytes, for as long a way.
  mutating func sendAgain(_ number: Int, because cause: Int, _ trace: inout Trace) {
    guard let message = captures[number] ?? message(number) else { return }
    let copy = put(
      message.payload, from: message.from, to: message.to, request: message.request, delay: .zero)
    let again = trace.append(
      .wire(.repeated(message, as: copy)), by: .network, at: now, because: cause)
    arrive(copy, because: again)
  }
}
