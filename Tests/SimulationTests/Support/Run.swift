import JOSE
import TokenCore

@testable import Simulation

/// A world with its trace, driven by commands at their times.
struct Run {
  var world: World
  var trace = Trace()

  init(_ setting: Setting) {
    world = World(setting, LabCryptography())
  }

  init(_ strategy: Strategy, devices: [DeviceSetting] = [.alice]) {
    self.init(Setting(strategy: strategy, devices: devices))
  }

  /// Orders commands for their times after the start, and lets everything happen until the last of
  /// them has had its answers.
  mutating func play(_ script: [(TimeSpan, Command)]) {
    for (span, command) in script { world.schedule(command, at: .start + span) }
    let last = script.map(\.0).max() ?? .zero
    advance(to: last + .seconds(30))
  }

  /// Orders a command for that time after the start, and lets everything happen up to and at it.
  mutating func order(_ command: Command, at span: TimeSpan) {
    world.schedule(command, at: .start + span)
    advance(to: span)
  }

  mutating func advance(to span: TimeSpan) {
    world.advance(to: .start + span, into: &trace)
  }

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
  static let laptop = DeviceID(index: 0)
  static let tablet = DeviceID(index: 1)
  static let other = DeviceID(index: 2)
}

extension DeviceSetting {
  static let aliceOnTablet = DeviceSetting(person: "alice", device: "tablet")
  static let bob = DeviceSetting(person: "bob", device: "phone")
}
