import TokenCore

/// What the network is to do to the next token request of a device, or to its answer.
public enum NetworkOrder: Hashable, Sendable {
  /// The next token response to the device never arrives.
  case dropNextResponse
  /// The next token request of the device never arrives.
  case dropNextRequest
  /// The next token request of the device arrives twice.
  case duplicateNextRequest
  /// The next token request of the device arrives so much later.
  case delayNextRequest(by: TimeSpan)
  /// The next token response to the device arrives so much later.
  case delayNextResponse(by: TimeSpan)
}

extension NetworkOrder {
  /// The fault that it asks for.
  var fault: NetworkFault.Kind {
    switch self {
    case .dropNextResponse: .loseResponse
    case .dropNextRequest: .loseRequest
    case .duplicateNextRequest: .duplicateRequest
    case .delayNextRequest(let span): .delayRequest(by: span)
    case .delayNextResponse(let span): .delayResponse(by: span)
    }
  }
}
