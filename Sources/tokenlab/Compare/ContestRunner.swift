import Analysis
import Foundation
import JOSE
import Lessons
import TokenCore

/// Runs every strategy with every seed, as many at a time as the machine has cores.
struct ContestRunner {
  let scenario: Scenario
  let strategies: [Strategy]
  let seeds: UInt64

  /// For each strategy the runs that were finished, in the order of the seeds: all of them, unless a
  /// bound or a signal halted it.
  func run(within bounds: Bounds) -> (runs: [[MeasuredRun]], halt: Halt?) {
    let contests = strategies.flatMap { strategy in
      (0..<seeds).map { contest(strategy, seed: scenario.setting.seed &+ $0) }
    }
    let results = Results(count: contests.count, bounds)
    DispatchQueue.concurrentPerform(iterations: contests.count) { index in
      results.put(contests[index].run(LabCryptography(), while: results.goesOn), at: index)
    }
    let perStrategy = Int(seeds)
    let runs = strategies.indices.map { strategy in
      results.slots[strategy * perStrategy..<(strategy + 1) * perStrategy].compactMap(\.self)
    }
    return (runs, results.end())
  }

  private func contest(_ strategy: Strategy, seed: UInt64) -> Contest {
    let scenario = scenario.under(strategy).seeded(seed)
    return Contest(
      setting: scenario.setting,
      story: scenario.story.map { (at: $0.at, command: $0.command) }, end: scenario.end)
  }
}

/// The runs as they come in from several threads, and the one watch over all of them.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var slots: [MeasuredRun?]
  private var done = 0
  private var steps = 0
  private var watch: Watch
  private var halt: Halt?

  init(count: Int, _ bounds: Bounds) {
    slots = Array(repeating: nil, count: count)
    watch = Watch(bounds)
  }

  /// Whether a run is to go on that has taken so many more steps.
  func goesOn(_ taken: Int) -> Bool {
    lock.withLock {
      steps += taken
      let (done, steps, count) = (done, steps, slots.count)
      halt =
        halt
        ?? watch.halt(steps: steps) { "\(done) of \(count) runs done, \(steps) steps" }
      return halt == nil
    }
  }

  /// Nil for a run that was stopped.
  func put(_ run: MeasuredRun?, at index: Int) {
    lock.withLock {
      slots[index] = run
      done += run == nil ? 0 : 1
    }
  }

  /// Why runs are missing; nil where none is.
  func end() -> Halt? {
    watch.end()
    return done < slots.count ? halt : nil
  }
}
