import Simulation

/// The name of a request that is written out by hand.
enum VisitorWord: String, OrderWord {
  case request

  var form: OrderForm<ExplicitRequest> {
    switch self {
    case .request: .init(.request) { $0 }
    }
  }
}

extension ExplicitRequest {
  var line: OrderLine<VisitorWord> { .init(.request, arguments) }
}
