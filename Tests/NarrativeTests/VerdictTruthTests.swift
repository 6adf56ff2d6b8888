import Analysis
import JOSE
import Simulation
import Soak
import Testing
import TokenCore

@testable import Narrative

/// The one line that says how things stand is borne out by asking the servers.
struct VerdictTruthTests {
  /// Best play with everything that the attacker holds is another way to the same answer.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `nothing is called calm while the attacker could be served`(_ seed: UInt64) {
    let run = RandomRun.played(seed: seed, steps: 200, LabCryptography())
    var verdict = Verdict.calm
    for event in run.trace.events { verdict.observe(event) }
    guard verdict.unlessWorse(in: run.world) == .calm else { return }
    let last = run.world.lastAccess(of: .attacker)
    #expect(last == .none, "seed \(seed)")
  }

  @Test func `what is stolen and dead is no danger any more`() {
    var world = World(Setting(strategy: .rotationStrict), LabCryptography())
    var (trace, verdict) = (Trace(), Verdict.calm)
    world.schedule(.client(DeviceID(index: 0), .signIn), at: .start)
    world.schedule(.attacker(.stealAccessToken(DeviceID(index: 0))), at: .start + .minutes(1))
    world.advance(to: .start + .minutes(2), into: &trace)
    for event in trace.drain() { verdict.observe(event) }
    #expect(verdict.unlessWorse(in: world) == .stolen(at: .start + .minutes(1)))
    world.advance(to: .start + .minutes(16), into: &trace)
    for event in trace.drain() { verdict.observe(event) }
    #expect(verdict.unlessWorse(in: world) == .calm)
  }
}
