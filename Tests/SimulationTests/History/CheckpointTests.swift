import JOSE
import Testing
import TokenCore

@testable import Simulation

struct CheckpointTests {
  /// Their number stays bounded however long the run, and none is far from any place.
  @Test func `checkpoints are few and never far apart`() {
    let world = World(Setting(strategy: .loginAgain), LabCryptography())
    var checkpoints = Checkpoints(start: .init(world: world, steps: 0, events: 0, given: 0))
    for steps in 1...10_000 {
      checkpoints.consider(steps) { .init(world: world, steps: steps, events: steps, given: 0) }
      #expect(checkpoints.list.count <= 96)
    }
    let steps = checkpoints.list.map(\.steps) + [10_000]
    let widest = zip(steps.dropFirst(), steps).map(-).max() ?? 0
    #expect(steps.first == 0 && widest <= 256)
  }

  @Test func `the last one that holds is found`() {
    let world = World(Setting(strategy: .loginAgain), LabCryptography())
    var checkpoints = Checkpoints(start: .init(world: world, steps: 0, events: 0, given: 0))
    for steps in 1...100 {
      checkpoints.consider(steps) { .init(world: world, steps: steps, events: steps, given: 0) }
    }
    for wanted in 0...100 {
      let found = checkpoints.last { $0.steps <= wanted }.steps
      #expect(found == checkpoints.list.map(\.steps).last { $0 <= wanted })
    }
    checkpoints.cut(after: 40)
    #expect(checkpoints.list.last?.steps ?? 0 <= 40 && checkpoints.list.count > 1)
  }
}
