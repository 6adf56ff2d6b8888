import JOSE
import Simulation
import Testing
import TokenCore

@testable import LabUI

struct RunTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a run is its setting and its commands`(seed: UInt64) {
    let model = RandomLab(seed: seed, keys: 60).model
    var world = World(model.setting, LabCryptography())
    for line in model.commands { world.schedule(line.command, at: line.at) }
    var trace = Trace()
    world.advance(to: model.world.now, into: &trace)
    #expect(trace.events.starts(with: model.trace.events), "seed \(seed)")
  }

  @Test func `the run is copied by a key`() {
    #expect(LabModel.quiet().after("i").commands.count == 1)
    var model = LabModel.quiet()
    #expect(model.press("Y") == [.copyRun])
  }
}
