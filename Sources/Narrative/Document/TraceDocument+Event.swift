import Simulation
import TokenCore

/// An event: what all have, and what those of its kind have.
extension TraceDocument {
  func event(_ event: TraceEvent, in server: AuthorizationServer) -> JSONText {
    let (kind, details) = described(event.kind, in: server)
    let head: JSONText = [
      "id": JSONText(event.id), "at_ms": .integer(event.at.milliseconds),
      "party": .string(event.party.code), "kind": .string(kind.rawValue),
      "cause": event.cause.map { JSONText($0) } ?? .null, "text": .string(sentence(event)),
    ]
    return head + details
  }

  /// The event as the story tells it, for a person.
  private func sentence(_ event: TraceEvent) -> String {
    let text = event.storyText(in: setting)
    return [text.what, text.outcome, text.effect].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private func described(
    _ kind: TraceEvent.Kind, in server: AuthorizationServer
  ) -> (Kind, JSONText) {
    switch kind {
    case .commanded(let command): (.commanded, ["command": self.command(command)])
    case .commandRefused(let command, let reason):
      (.commandRefused, ["command": self.command(command), "because_text": .string(reason)])
    case .sent(let message): (.sent, ["message": self.message(message)])
    case .lost(let message): (.lost, ["message_id": JSONText(message.id)])
    case .received(let message): (.received, ["message_id": JSONText(message.id)])
    case .wire(let event):
      (event.documentKind, ["messages": .array(event.messages.map(message))])
    case .answered(let exchange): (.answered, answered(exchange))
    case .server(let change): described(change, in: server)
    case .client(let event): described(event)
    case .attacker(let event): described(event)
    case .accessTokenExpired(let id): (.accessTokenExpired, ["token": JSONText(id)])
    case .refreshTokenExpired(let id): (.refreshTokenExpired, ["token": JSONText(id)])
    }
  }

  private func command(_ command: Command) -> JSONText {
    let (word, arguments) = words.command(command)
    return [
      "word": .string(word), "device": JSONText(command.device), "arguments": arguments,
    ]
  }

  private func message(_ message: Message) -> JSONText {
    [
      "id": JSONText(message.id), "from": .string(message.from.code),
      "to": .string(message.to.code), "arrives_at_ms": .integer(message.arrivesAt.milliseconds),
      "request": message.payload.isRequest ? request(message.payload) : .null,
      "answer": message.payload.isRequest ? .null : answer(message.payload),
    ]
  }

  private func answered(_ exchange: Exchange) -> JSONText {
    let head: JSONText = [
      "from": .string(exchange.from.code), "sent_at_ms": .integer(exchange.sentAt.milliseconds),
      "request": request(exchange.request), "answer": answer(exchange.response),
    ]
    return head + described(exchange) + [
      "reads": JSONText(exchange.cost.reads), "writes": JSONText(exchange.cost.writes),
    ]
  }
}

extension WireEvent {
  fileprivate var documentKind: TraceDocument.Kind {
    switch self {
    case .held: .held
    case .released: .released
    case .hurried: .hurried
    case .duplicated: .duplicated
    case .repeated: .repeated
    case .swapped: .swapped
    }
  }

  /// The messages that it is about: of one that comes twice, the first is what the second carries.
  fileprivate var messages: [Message] {
    switch self {
    case .held(let message), .released(let message), .hurried(let message): [message]
    case .duplicated(let message, let copy), .repeated(let message, let copy): [message, copy]
    case .swapped(let first, let second): [first, second]
    }
  }
}
