import JOSE
import Testing
import TokenCore

@testable import Simulation

/// The laws of time travel, over random runs.
struct BranchLawTests {
  /// Each seed's run as it is after twenty orders, for all laws.
  private static let runs = (0..<16 as Range<UInt64>).map { seed in
    var run = RandomBranch(seed)
    run.play(20)
    return run
  }

  @Test(arguments: runs.indices)
  func `going back and then to the end is the end again`(_ seed: Int) {
    var run = Self.runs[seed]
    let end = Place(run.branch)
    for _ in 0..<3 {
      run.branch.seek(toStep: run.anyStep())
      run.branch.seek(to: run.anyInstant())
      run.branch.seek(to: end.moment.at)
      while run.branch.moment.steps < end.moment.steps, run.branch.step() {}
      #expect(Place(run.branch).difference(from: end) == nil)
    }
  }

  @Test(arguments: runs.indices)
  func `seeking to a time equals running to it`(_ seed: Int) {
    var run = Self.runs[seed]
    for _ in 0..<3 {
      let instant = run.anyInstant()
      run.branch.seek(to: run.anyInstant())
      run.branch.seek(to: instant)
      var again = Branch(run.branch.world.setting, script: run.branch.script, LabCryptography())
      for order in run.branch.orders where order.moment.at <= instant {
        while again.moment.steps < order.moment.steps, again.step() {}
        if again.nextEventTime.map({ $0 > order.moment.at }) ?? true {
          again.advance(to: order.moment.at)
        }
        again.give(order.command)
      }
      again.advance(to: instant)
      #expect(Place(again).difference(from: Place(run.branch)) == nil)
    }
  }

  @Test(arguments: runs.indices)
  func `a step back is undone by a step`(_ seed: Int) {
    var run = Self.runs[seed]
    run.branch.seek(toStep: run.branch.moment.steps)
    let here = Place(run.branch)
    guard here.moment.steps > 0 else { return }
    run.branch.seek(toStep: here.moment.steps - 1)
    #expect(run.branch.moment.steps == here.moment.steps - 1)
    #expect(run.branch.isInPast)
    _ = run.branch.step()
    #expect(Place(run.branch).difference(from: here) == nil)
  }

  @Test(arguments: runs.indices)
  func `a run told as a script is the same run`(_ seed: Int) {
    var run = Self.runs[seed]
    let again = run.branch.rerun(
      under: run.branch.world.setting, withOrders: true, LabCryptography())
    var other = again
    other.advance(to: run.branch.world.now)
    run.branch.advance(to: run.branch.world.now)
    #expect(other.trace == run.branch.trace)
  }

  @Test(arguments: runs.indices)
  func `the step of an event is the one that makes it happen`(_ seed: Int) {
    let run = Self.runs[seed]
    for event in run.branch.trace.events where event.id.isMultiple(of: 29) {
      var before = run.branch
      before.seek(toStep: run.branch.step(of: event.id) - 1)
      #expect(before.trace.count <= event.id)
      #expect(run.branch.world(before: event.id).now == before.world.now)
      _ = before.step()
      #expect(before.trace.events.last.map { $0.id >= event.id } ?? false)
      #expect(before.trace.events[event.id] == event)
    }
  }
}
