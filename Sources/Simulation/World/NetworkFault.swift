import TokenCore

/// What the network will do to the next token request of a party, or to its answer.
package struct NetworkFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case loseRequest
    case loseResponse
    case duplicateRequest
    case delayRequest(by: TimeSpan)
    case delayResponse(by: TimeSpan)
    case holdRequest
    case holdResponse

    var isOfRequest: Bool {
      switch self {
      case .loseRequest, .duplicateRequest, .delayRequest, .holdRequest: true
      case .loseResponse, .delayResponse, .holdResponse: false
      }
    }
  }

  /// Who sends the request and gets the answer: a client or the attacker.
  package let party: Party
  package let kind: Kind

  /// Nil for the attacker's.
  package var device: DeviceID? { if case .client(let device) = party { device } else { nil } }

  init(party: Party, kind: Kind) {
    self.party = party
    self.kind = kind
  }

  init(device: DeviceID, kind: Kind) {
    self.init(party: .client(device), kind: kind)
  }
}

extension World {
  /// Why the fault would change nothing: an identical one is already pending for the same message.
  func obstacle(to fault: NetworkFault) -> String? {
    guard faults.contains(fault) else { return nil }
    return "that awaits \(fault.device.map { clients[$0.index].name } ?? "the attacker") already"
  }
}
