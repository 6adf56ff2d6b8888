import Analysis
import Simulation
import TokenCore

/// A run and what is told of it: a branch, its chronicle and its measures, all up to the same moment.
package struct Telling: Sendable {
  package private(set) var branch: Branch
  package private(set) var chronicle = Chronicle()
  private var meter = Meter()
  private var metered = 0

  package init(_ branch: Branch) {
    self.branch = branch
    observe()
  }

  /// A run at time zero with its script in the queue.
  package init(
    _ setting: Setting, script: [ScriptLine], _ cryptography: any TokenCryptography
  ) {
    self.init(Branch(setting, script: script, cryptography))
  }

  package var world: World { branch.world }
  package var trace: Trace { branch.trace }
  package var setting: Setting { branch.world.setting }

  /// Plays on up to the instant.
  package mutating func advance(to instant: Instant) {
    branch.advance(to: instant)
    observe()
  }

  /// Goes to the instant, back or ahead.
  package mutating func seek(to instant: Instant) {
    let isBack = instant < branch.world.now
    branch.seek(to: instant)
    if isBack {
      chronicle = Chronicle()
      (meter, metered) = (Meter(), 0)
    }
    observe()
  }

  private mutating func observe() {
    chronicle.observe(branch.trace)
    for event in branch.trace.events(since: metered) { meter.observe(event) }
    metered = branch.trace.events.count
  }

  /// What can be read off the story so far.
  package var measures: Measures { meter.reading(isOpen: false) }
}
