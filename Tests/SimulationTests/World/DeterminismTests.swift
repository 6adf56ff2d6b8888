import Testing
import TokenCore

@testable import Simulation

/// Same seed, same run; a copy is a checkpoint.
struct DeterminismTests {
  private func setting(_ seed: UInt64) -> Setting {
    RandomStory(seed: seed).setting
  }

  private func play(_ seed: UInt64) -> Run {
    var run = Run(setting(seed))
    run.play(RandomStory(seed: seed).script)
    return run
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the same setting and commands give the same world and trace`(_ seed: UInt64) {
    let first = play(seed)
    let second = play(seed)
    #expect(first.trace == second.trace, "seed \(seed)")
    #expect(first.world.state == second.world.state, "seed \(seed)")
  }

  @Test func `another seed tells the same story with other tokens`() {
    var runs = [1, 2].map { (seed: UInt64) in Run(Setting(strategy: .rotationStrict, seed: seed)) }
    for index in runs.indices {
      runs[index].play([
        (.zero, .signIn(.laptop)), (.minutes(1), .refresh(.laptop)),
        (.minutes(20), .callAPI(.laptop)),
      ])
    }
    #expect(runs[0].told == runs[1].told)
    let texts = runs.map { $0.world.clients[0].storage.refreshToken?.text }
    #expect(texts[0] != texts[1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a fork leaves the original untouched`(_ seed: UInt64) {
    var original = Run(setting(seed))
    let script = RandomStory(seed: seed).script
    for (span, command) in script { original.world.schedule(command, at: .start + span) }
    original.advance(to: .minutes(20))
    let state = original.world.state
    let trace = original.trace

    var fork = original
    fork.world.schedule(.signIn(.laptop), at: fork.world.now)
    fork.world.schedule(.attackerRefreshes, at: fork.world.now)
    fork.advance(to: .hours(2))
    #expect(fork.world.state != state)
    #expect(original.world.state == state)
    #expect(original.trace == trace)

    original.advance(to: .hours(2))
    var straight = Run(setting(seed))
    for (span, command) in script { straight.world.schedule(command, at: .start + span) }
    straight.advance(to: .hours(2))
    #expect(original.world.state == straight.world.state, "seed \(seed)")
    #expect(original.trace == straight.trace, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `stepping, advancing and advancing in small strides are the same`(_ seed: UInt64) {
    var stepped = Run(setting(seed))
    for (span, command) in RandomStory(seed: seed).script {
      stepped.world.schedule(command, at: .start + span)
    }
    var advanced = stepped
    var strided = stepped
    let end = Instant.start + .minutes(45)
    while let next = stepped.world.nextEventTime, next <= end {
      let moved = stepped.world.step(into: &stepped.trace)
      #expect(moved)
      #expect(stepped.world.now == next)
    }
    advanced.advance(to: .minutes(45))
    for second in stride(from: Int64(0), through: 45 * 60, by: 7) {
      strided.advance(to: .seconds(second))
    }
    strided.advance(to: .minutes(45))
    #expect(advanced.world.state == strided.world.state, "seed \(seed)")
    #expect(advanced.trace == strided.trace, "seed \(seed)")
    #expect(advanced.trace == stepped.trace, "seed \(seed)")
    #expect(advanced.world.parties == stepped.world.parties, "seed \(seed)")
    #expect(advanced.world.now == end)
  }

  /// A person at the keys orders each command when its time has come; a replay knows them all.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a live session and its replay are the same`(_ seed: UInt64) {
    var live = Run(setting(seed))
    var replayed = live
    let script = RandomStory(seed: seed).script
    for (span, command) in script {
      live.advance(to: span)
      live.world.schedule(command, at: live.world.now)
      replayed.world.schedule(command, at: .start + span)
    }
    live.advance(to: .hours(2))
    replayed.advance(to: .hours(2))
    #expect(live.told == replayed.told, "seed \(seed)")
    #expect(live.world.parties == replayed.world.parties, "seed \(seed)")
  }

  /// At 0:00.4 the tokens arrive, and at the same moment somebody refreshes and logs out.
  @Test func `a command comes after whatever else happens at its moment`() {
    var run = Run(.rotationStrict)
    run.play([
      (.milliseconds(400), .logOut(.laptop)), (.zero, .signIn(.laptop)),
    ])
    #expect(run.refusals == [])
    #expect(run.world.clients[0].phase == .signedOut(.loggedOut))
  }

  @Test func `each party draws from a stream of its own`() {
    #expect(
      RandomStreams(seed: 7).server == RandomStream(seed: 7, label: "server"))
    #expect(
      RandomStreams(seed: 7).clients == RandomStream(seed: 7, label: "clients"))
    var run = Run(Setting(strategy: .rotationStrict, seed: 7))
    let before = run.world.random
    run.world.schedule(.signIn(.laptop), at: .start)
    run.advance(to: .milliseconds(50))
    #expect(run.world.random.server == before.server)
    #expect(run.world.random.clients != before.clients)
  }

  @Test func `nothing is due in a world where nothing was ordered`() {
    var run = Run(.rotationStrict)
    #expect(run.world.nextEventTime == nil)
    let moved = run.world.step(into: &run.trace)
    #expect(!moved)
    run.advance(to: .days(1))
    #expect(run.world.now == .start + .days(1))
    run.advance(to: .hours(1))
    #expect(run.world.now == .start + .days(1))
    #expect(run.trace.events.isEmpty)
  }

  @Test func `a command for the past happens now`() {
    var run = Run(.rotationStrict)
    run.advance(to: .hours(1))
    run.world.schedule(.signIn(.laptop), at: .start)
    #expect(run.world.nextEventTime == .start + .hours(1))
    run.advance(to: .hours(2))
    #expect(run.trace.events.first?.at == .start + .hours(1))
  }
}
