import JOSE
import Simulation
import TokenCore

/// A world with its trace, driven by commands at their times.
package struct Run {
  package var world: World
  package var trace = Trace()

  package init(_ setting: Setting) {
    world = World(setting, LabCryptography())
  }

  package init(_ strategy: Strategy, devices: [DeviceSetting] = [.alice]) {
    self.init(Setting(strategy: strategy, devices: devices))
  }

  /// Orders commands for their times after the start, and lets everything happen until the last of
  /// them has had its answers.
  package mutating func play(_ script: [(TimeSpan, Command)]) {
    for (span, command) in script { world.schedule(command, at: .start + span) }
    let last = script.map(\.0).max() ?? .zero
    advance(to: last + .seconds(30))
  }

  /// Orders a command for that time after the start, and lets everything happen up to and at it.
  package mutating func order(_ command: Command, at span: TimeSpan) {
    world.schedule(command, at: .start + span)
    advance(to: span)
  }

  /// Lets everything happen up to and at that time after the start.
  package mutating func advance(to span: TimeSpan) {
    world.advance(to: .start + span, into: &trace)
  }
}

extension DeviceID {
  package static let laptop = DeviceID(index: 0)
}

extension DeviceSetting {
  package static let bob = DeviceSetting(person: "bob", device: "phone")
}
