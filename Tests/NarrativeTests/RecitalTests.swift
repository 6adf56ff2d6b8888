import JOSE
import Simulation
import Soak
import Testing
import TokenCore

@testable import Narrative

/// What is told while a run is played is what would be told of the whole run, had it been kept.
struct RecitalTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `rows told one by one are the rows of the chronicle`(seed: UInt64) {
    let run = RandomRun.played(seed: seed, steps: 250, LabCryptography())
    var chronicle = Chronicle()
    chronicle.observe(run.trace)
    let kept = chronicle.rows.map {
      StoryRow(event: run.trace.event($0.event), effects: $0.effects)
    }
    var rows = StoryRows()
    let told = run.trace.events.compactMap { rows.take($0) } + [rows.newest].compactMap(\.self)
    #expect(told == kept)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a document written on the way is the document of the whole run`(seed: UInt64) {
    let kept = KeptRun(seed: seed)
    expectSame(kept, TraceDocument.plain(of: kept.setting))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a text written on the way is the text of the whole run`(seed: UInt64) {
    expectSame(KeptRun(seed: seed), TraceText(name: "run", title: "A run", end: KeptRun.end))
  }

  private func expectSame(_ kept: KeptRun, _ form: some TraceForm) {
    var recital = Recital(kept.setting, script: kept.script, as: form, LabCryptography())
    #expect(recital.told(until: .start + KeptRun.end) == kept.lines(as: form))
  }
}

/// A random run played to its end with everything in memory, the other way of telling it: every event
/// is written when the world is as it is at the end.
private struct KeptRun {
  static let end = TimeSpan.hours(1)
  let setting: Setting
  let script: [ScriptLine]
  private let branch: Branch

  init(seed: UInt64) {
    let run = RandomRun.played(seed: seed, steps: 250, LabCryptography())
    setting = run.world.setting
    script = run.script.map { ScriptLine(at: $0.at, command: $0.command) }
    var branch = Branch(setting, script: script, LabCryptography())
    branch.advance(to: .start + Self.end)
    self.branch = branch
  }

  func lines(as form: some TraceForm) -> [String] {
    var form = form
    return form.opening(of: branch.world)
      + branch.trace.events.flatMap { form.lines(for: $0, in: branch.world) }
      + form.ending(of: branch.world)
  }
}

extension Recital {
  /// All of it up to the instant.
  fileprivate mutating func told(until end: Instant) -> [String] {
    var lines = opening()
    while let next = nextEventTime, next <= end { lines += step() }
    wait(until: end)
    return lines + ending()
  }
}

extension TraceDocument {
  /// Without what other rooms have to say.
  fileprivate static func plain(of setting: Setting) -> TraceDocument {
    TraceDocument(
      name: "run", title: "A run", setting: setting, end: KeptRun.end, withSecrets: false,
      words: Words(claims: { _ in nil }, command: { (word: "\($0)", arguments: .null) }),
      LabCryptography())
  }
}
