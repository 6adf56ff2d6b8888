import ArgumentParser
import Foundation
import JOSE
import Simulation
import Soak
import TokenCore

/// Random worlds under random policies, with every invariant looked at after every step.
struct SoakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Run random worlds and check every invariant after every step.",
    discussion: """
      A world is a policy, a habit, devices and commands, all drawn from one seed; after a few \
      hundred steps the next begins, with the next seed. A failure names the seed that repeats it.
      """)

  @Option(parsing: .unconditional, help: "The seed of the first world.")
  var seed = "1"

  @Option(parsing: .unconditional, help: "How many steps in all, 1 to 1000000000.")
  var steps = "100000"

  func run() throws {
    try reporting {
      let seed = try Options.seed(seed)
      guard let steps = Int(steps), (1...1_000_000_000).contains(steps) else {
        throw CommandError(
          .usage,
          "--steps wants a whole number from 1 to 1000000000, found '\(excerpt(self.steps))'")
      }
      var soak = SoakRun(seed: seed, steps: steps)
      if let failure = soak.run() {
        try StandardOutput.shared.write(failure.text)
        throw ExitStatus.refused.code
      }
      try StandardOutput.shared.writeLine(soak.summary)
      try soak.interruption?.end(at: "\(soak.done) of \(steps) steps")
    }
  }
}

/// A soak on its way: what has been seen so far.
struct SoakRun {
  let seed: UInt64
  let steps: Int
  private(set) var done = 0
  /// The signal that ended it early.
  private(set) var interruption: Halt?
  private var worlds: UInt64 = 0
  private var policies: Set<Policy> = []
  private var axisValues: Set<AxisValue> = []
  private var progress = Progress()

  init(seed: UInt64, steps: Int) {
    self.seed = seed
    self.steps = steps
  }

  /// World after world until the steps are done or a signal comes; gives the first failure.
  mutating func run() -> SoakFailure? {
    Interruption.watch()
    defer { progress.end() }
    while done < steps, interruption == nil {
      let run = RandomRun(seed: seed &+ worlds, changesPolicy: true, LabCryptography())
      worlds += 1
      policies.insert(run.world.setting.policy)
      axisValues.formUnion(run.world.setting.rules.axisValues)
      if let failure = check(run) { return failure }
      progress.tell { [done, steps] in "\(done) of \(steps) steps" }
    }
    return nil
  }

  private mutating func check(_ run: RandomRun) -> SoakFailure? {
    var run = run
    for count in 1...min(run.length, steps - done) {
      interruption = Interruption.signal.map(Halt.signal)
      guard interruption == nil else { return nil }
      done += 1
      guard let violation = run.step().violation else { continue }
      return SoakFailure(
        invariant: violation.invariant, found: violation.found, steps: count, run: run)
    }
    return nil
  }

  var summary: String {
    let missing = AxisValue.allCases.filter { !axisValues.contains($0) }.map(\.description)
    let values = "\(axisValues.count) of \(AxisValue.allCases.count) axis values"
    let gap = missing.isEmpty ? "" : "; not seen: " + missing.joined(separator: ", ")
    return "\(done) steps, \(worlds) worlds, \(policies.count) policies, \(values), "
      + "\(Invariant.allCases.count) invariants: nothing broken\(gap)"
  }
}
