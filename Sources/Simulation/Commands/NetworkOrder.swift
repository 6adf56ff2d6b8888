import TokenCore

/// What the network is to do to the next token request of a device, or to its answer.
public enum NetworkOrder: Hashable, Sendable {
  /// The next token response to the device never arrives.
  case dropNextResponse
  case dropNextRequest
  case duplicateNextRequest
  case delayNextRequest(by: TimeSpan)
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
