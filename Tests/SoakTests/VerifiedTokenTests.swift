import JOSE
import Soak
import Testing
import TokenCore

@testable import Simulation

struct VerifiedTokenTests {
  /// What is remembered of signatures saves work and decides nothing, whatever is ordered.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `APIs that compute every signature anew tell the same story`(_ seed: UInt64) {
    let run = RandomRun.played(seed: seed, steps: 250, LabCryptography())
    var world = World(run.world.setting, LabCryptography())
    var trace = Trace()
    for (at, command) in run.script { world.schedule(command, at: at) }
    var forgetful = world
    var other = Trace()
    while world.now <= run.world.now {
      forgetful.forgetSignatures()
      guard world.step(into: &trace), forgetful.step(into: &other) else { break }
    }
    #expect(trace == other, "seed \(seed)")
  }
}

extension World {
  /// Another key set and back: a server drops what the keys have verified.
  fileprivate mutating func forgetSignatures() {
    for index in resourceServers.indices {
      let keys = resourceServers[index].keySet
      resourceServers[index].keySet = []
      resourceServers[index].keySet = keys
    }
  }
}
