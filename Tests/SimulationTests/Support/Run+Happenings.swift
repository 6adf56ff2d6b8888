import TestRuns
import TokenCore

@testable import Simulation

/// What happened in a run, by kind.
extension Run {
  /// Everything of one kind that happened, picked by `pick`.
  func all<Fact>(_ pick: (TraceEvent.Kind) -> Fact?) -> [Fact] {
    trace.events.compactMap { pick($0.kind) }
  }

  /// Every exchange, with the moment at which the server answered.
  var exchanges: [(at: Instant, exchange: Exchange)] {
    trace.events.compactMap { event in event.kind.exchange.map { (event.at, $0) } }
  }

  var serverEvents: [ServerEvent] {
    all { if case .server(let event) = $0 { event } else { nil } }
  }

  var clientEvents: [ClientEvent] {
    all { if case .client(let event) = $0 { event } else { nil } }
  }

  /// Requests to the token endpoint that left a device.
  var tokenRequests: [Message] {
    all {
      guard case .sent(let message) = $0, case .tokenRequest = message.payload else { return nil }
      return message
    }
  }

  /// Texts of the commands that could do nothing.
  var refusals: [String] {
    all { if case .commandRefused(_, let reason) = $0 { reason } else { nil } }
  }
}

extension DeviceID {
  static let tablet = DeviceID(index: 1)
  static let other = DeviceID(index: 2)
}

extension DeviceSetting {
  static let aliceOnTablet = DeviceSetting(person: "alice", device: "tablet")
}
