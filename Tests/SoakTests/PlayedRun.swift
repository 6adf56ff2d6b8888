import JOSE
import Simulation
import Soak

/// A random run, played once for every test that looks at it.
struct PlayedRun: Sendable {
  let trace: Trace
  /// The first invariant that a step broke, and how.
  let complaint: String?

  /// By seed, from 0.
  static let all = (0..<400 as Range<UInt64>).map(PlayedRun.init)

  private init(seed: UInt64) {
    var run = RandomRun(seed: seed, changesPolicy: true, LabCryptography())
    var complaint: String?
    for count in 1...150 where complaint == nil {
      complaint = run.step().violation.map { violation in
        "seed \(seed), step \(count): \(violation.invariant.rawValue): \(violation.found)"
      }
    }
    trace = run.trace
    self.complaint = complaint
  }
}
