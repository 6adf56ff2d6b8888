import TokenCore

@testable import Simulation

extension World {
  /// The same world with nothing due and the clock at its start, for comparing what the parties have
  /// and what lies on the wire.
  var still: World {
    var world = self
    world.now = .start
    world.queue = EventQueue()
    return world
  }
}
