import JOSE
import Simulation
import TokenCore

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
    world.advance(to: .start + last + .seconds(30), into: &trace)
  }

  /// Orders a command for that time after the start, and lets everything happen up to and at it.
  mutating func order(_ command: Command, at span: TimeSpan) {
    world.schedule(command, at: .start + span)
    world.advance(to: .start + span, into: &trace)
  }
}

extension DeviceID {
  static let laptop = DeviceID(index: 0)
}

extension DeviceSetting {
  static let bob = DeviceSetting(person: "bob", device: "phone")
}
