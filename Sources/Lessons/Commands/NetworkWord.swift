import Simulation

/// The names of what is to befall the next token request of a device, which stands beside each.
enum NetworkWord: String, OrderWord {
  case dropNextResponse = "drop-next-response"
  case dropNextRequest = "drop-next-request"
  case duplicateNextRequest = "duplicate-next-request"
  case delayNextRequest = "delay-next-request"
  case delayNextResponse = "delay-next-response"

  var form: OrderForm<NetworkOrder> {
    switch self {
    case .dropNextResponse: .init(.dropNextResponse)
    case .dropNextRequest: .init(.dropNextRequest)
    case .duplicateNextRequest: .init(.duplicateNextRequest)
    case .delayNextRequest: .init(.delay) { .delayNextRequest(by: $0) }
    case .delayNextResponse: .init(.delay) { .delayNextResponse(by: $0) }
    }
  }
}

extension NetworkOrder {
  var line: OrderLine<NetworkWord> {
    switch self {
    case .dropNextResponse: .init(.dropNextResponse)
    case .dropNextRequest: .init(.dropNextRequest)
    case .duplicateNextRequest: .init(.duplicateNextRequest)
    case .delayNextRequest(let span): .init(.delayNextRequest, .delay(span))
    case .delayNextResponse(let span): .init(.delayNextResponse, .delay(span))
    }
  }
}
