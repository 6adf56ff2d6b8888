import JOSE
import Soak
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Same seed, same run; a copy is a checkpoint.
struct DeterminismTests {
  private func random(_ seed: UInt64) -> RandomRun {
    .played(seed: seed, steps: 150, LabCryptography())
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the same setting and commands give the same world and trace`(_ seed: UInt64) {
    let random = random(seed)
    var (first, second) = (Run(random), Run(random))
    first.advance(to: random.end)
    second.advance(to: random.end)
    #expect(first.trace == second.trace, "seed \(seed)")
    #expect(first.world == second.world, "seed \(seed)")
  }

  @Test func `another seed tells the same story with other tokens`() {
    var runs = [1, 2].map { (seed: UInt64) in Run(Setting(strategy: .rotationStrict, seed: seed)) }
    for index in runs.indices {
      runs[index].play([
        (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .refresh)),
        (.minutes(20), .client(.laptop, .callAPI)),
      ])
    }
    #expect(runs[0].told == runs[1].told)
    let texts = runs.map { $0.world.clients[0].storage.refreshToken?.text }
    #expect(texts[0] != texts[1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a fork leaves the original untouched`(_ seed: UInt64) {
    let random = random(seed)
    var original = Run(random)
    original.advance(to: random.middle)
    let state = original.world
    let trace = original.trace

    var fork = original
    fork.world.schedule(.client(.laptop, .signIn), at: fork.world.now)
    fork.world.schedule(.attacker(.refresh), at: fork.world.now)
    fork.advance(to: random.end)
    #expect(fork.world != state)
    #expect(original.world == state)
    #expect(original.trace == trace)

    original.advance(to: random.end)
    var straight = Run(random)
    straight.advance(to: random.end)
    #expect(original.world == straight.world, "seed \(seed)")
    #expect(original.trace == straight.trace, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `stepping, advancing and advancing in small strides are the same`(_ seed: UInt64) {
    let random = random(seed)
    var stepped = Run(random)
    var advanced = stepped
    var strided = stepped
    let end = random.world.now
    while let next = stepped.world.nextEventTime, next <= end {
      let moved = stepped.world.step(into: &stepped.trace)
      #expect(moved)
      #expect(stepped.world.now == next)
    }
    advanced.advance(to: random.end)
    for second in stride(from: Int64(0), through: random.end.wholeSeconds, by: 7) {
      strided.advance(to: .seconds(second))
    }
    strided.advance(to: random.end)
    #expect(advanced.world == strided.world, "seed \(seed)")
    #expect(advanced.trace == strided.trace, "seed \(seed)")
    #expect(advanced.trace == stepped.trace, "seed \(seed)")
    #expect(advanced.world.still == stepped.world.still, "seed \(seed)")
    #expect(advanced.world.now == end)
  }

  /// A person at the keys orders each command when its time has come; a replay knows them all.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a live session and its replay are the same`(_ seed: UInt64) {
    let random = random(seed)
    var live = Run(random.setting)
    var replayed = Run(random)
    for (instant, command) in random.script {
      live.world.advance(to: instant, into: &live.trace)
      live.world.schedule(command, at: live.world.now)
    }
    live.advance(to: random.end)
    replayed.advance(to: random.end)
    #expect(live.told == replayed.told, "seed \(seed)")
    #expect(live.world.still == replayed.world.still, "seed \(seed)")
  }

  /// At 0:00.4 the tokens arrive, and at the same moment somebody refreshes and logs out.
  @Test func `a command comes after whatever else happens at its moment`() {
    var run = Run(.rotationStrict)
    run.play([
      (.milliseconds(400), .client(.laptop, .logOut)), (.zero, .client(.laptop, .signIn)),
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
    run.world.schedule(.client(.laptop, .signIn), at: .start)
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
    run.world.schedule(.client(.laptop, .signIn), at: .start)
    #expect(run.world.nextEventTime == .start + .hours(1))
    run.advance(to: .hours(2))
    #expect(run.trace.events.first?.at == .start + .hours(1))
  }
}

extension Run {
  /// A world like that of the random run, with the same orders ahead of it.
  fileprivate init(_ random: RandomRun) {
    self.init(random.setting)
    for (instant, command) in random.script { world.schedule(command, at: instant) }
  }
}

extension RandomRun {
  /// Somebody who signs in again at once, and is refused at once, would do so for ever.
  fileprivate var setting: Setting {
    var setting = world.setting
    for index in setting.devices.indices {
      let wait = setting.devices[index].activity.signsInAgainAfter
      setting.devices[index].activity.signsInAgainAfter = wait.map { max($0, .seconds(1)) }
    }
    return setting
  }

  fileprivate var end: TimeSpan { world.now - .start }
  fileprivate var middle: TimeSpan { .milliseconds(end.milliseconds / 2) }
}
