import Simulation
import TokenCore

/// The words of what happens to messages on the wire.
extension WireOrder {
  package var words: String {
    switch self {
    case .hold(let number): "holds message \(number)"
    case .release(let number): "lets message \(number) go"
    case .releaseNext: "lets the message go that was held first"
    case .drop(let number): "drops message \(number)"
    case .duplicate(let number): "doubles message \(number)"
    case .sendAgain(let number): "sends message \(number) again"
    case .deliverNow(let number): "delivers message \(number) at once"
    case .swap(let first, let second): "swaps messages \(first) and \(second)"
    case .holdNextRequest, .holdAttackersNextRequest: "will have its next token request held"
    case .holdNextResponse, .holdAttackersNextResponse: "will have its next token response held"
    }
  }
}

extension WireOrder {
  /// Whether it is about a message that is yet to be sent, so that nothing else tells of it now.
  var isPromise: Bool {
    switch self {
    case .holdNextRequest, .holdNextResponse, .holdAttackersNextRequest,
      .holdAttackersNextResponse:
      true
    case .hold, .release, .releaseNext, .drop, .duplicate, .sendAgain, .deliverNow, .swap:
      false
    }
  }
}

extension WireEvent {
  package var words: String {
    switch self {
    case .held(let message): "message \(message.id) is held"
    case .released(let message): "message \(message.id) goes on"
    case .hurried(let message): "message \(message.id) arrives at once"
    case .duplicated(let message, let copy): "message \(message.id) is doubled as \(copy.id)"
    case .repeated(let message, let copy): "message \(message.id) is sent again as \(copy.id)"
    case .swapped(let first, let second):
      "messages \(first.id) and \(second.id) change places"
    }
  }

  /// What the message carries; of two, which is first now.
  package var effect: String {
    switch self {
    case .held(let message), .released(let message), .hurried(let message),
      .duplicated(let message, _), .repeated(let message, _):
      message.cargo
    case .swapped(let first, let second): "\(first.cargo) with \(second.cargo)"
    }
  }

  /// `C→AS`; of two messages, that of the first.
  package var route: String {
    switch self {
    case .held(let message), .released(let message), .hurried(let message),
      .duplicated(let message, _), .repeated(let message, _), .swapped(let message, _):
      message.route
    }
  }
}

extension Message {
  package var route: String { "\(from.initials)→\(to.initials)" }

  /// The same in a narrow row's width: `refresh RT1`.
  package var shortCargo: String { payload.isRequest ? payload.shortTitle : cargo }

  /// What it carries, as one would say it at a blackboard: `POST /token refresh RT1`, `200 RT2 AT2`.
  package var cargo: String {
    guard let status = payload.status else { return payload.title }
    switch payload {
    case .tokenResponse(.success(let grant)):
      return [
        "\(status)", grant.refreshToken?.label?.description, grant.accessToken.label?.description,
      ]
      .compactMap(\.self).joined(separator: " ")
    case .resourceResponse, .revocationResponse, .securityEventReceipt: return "\(status)"
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .endSessionRequest, .introspectionRequest, .securityEvent, .authorizationResponse,
      .tokenResponse,
      .endSessionResponse, .introspectionResponse:
      return "\(status) \(contents)"
    }
  }
}
