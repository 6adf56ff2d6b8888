import TestRuns
import TokenCore

@testable import Simulation

/// Changes to the clock, the trace, the wire and the clients.
extension Tampering {
  /// Something that changes nothing at any server, after a refresh.
  private static let nonsense = Story(orders: [
    (.minutes(1), .client(.laptop, .refresh)), (.minutes(2), .attacker(.callWith("e30.e30."))),
  ])
  private static let call = Story(orders: [(.minutes(1), .client(.laptop, .callAPI))])
  private static let refresh = Story(orders: [(.minutes(1), .client(.laptop, .refresh))])

  static var clockGoingBack: Tampering {
    Tampering(nonsense, at: .nonsense) { $0.after.now = $0.before.now - .milliseconds(1) }
  }

  static var causeOfItself: Tampering {
    Tampering(nonsense, at: .nonsense) { step in
      step.own = step.own.map { $0.because($0.id) }
    }
  }

  /// A timer has found nobody waiting.
  static var silentLoss: Tampering {
    Tampering(refresh, at: .silence) { $0.after.clients[0].storage.refreshToken = nil }
  }

  static var emptyWire: Tampering {
    Tampering(call, at: .call) { $0.after.queue = EventQueue() }
  }

  static var earlyArrival: Tampering {
    Tampering(call, at: .call) { step in
      guard let message = step.after.messagesInFlight.first,
        let entry = step.after.queue.arrival(of: message.id),
        case .arrival(_, let cause) = entry.event
      else { return }
      let early = message.arriving(at: message.sentAt - .milliseconds(1))
      step.after.queue.replace(entry, by: .arrival(early, cause: cause))
    }
  }

  static var secondRefresh: Tampering {
    Tampering(refresh, at: .tokenRequest) {
      $0.after.clients[0].refreshes += $0.after.clients[0].refreshes
    }
  }

  static var forgottenRequest: Tampering {
    Tampering(refresh, at: .tokenRequest) { $0.after.clients[0].refreshes = [] }
  }

  static var droppedGrant: Tampering {
    Tampering(refresh, at: .storing) {
      $0.after.clients[0].storage = $0.before.clients[0].storage
    }
  }

  static var otherTokenStored: Tampering {
    Tampering(call, at: .call) {
      $0.after.clients[0].storage.accessToken = AccessToken(text: "another", label: nil)
    }
  }

  static var emptyStorage: Tampering {
    Tampering(nonsense, at: .nonsense) { $0.after.clients[0].storage = .init() }
  }
}
