import Canvas
import JOSE
import Lessons
import Narrative
import Simulation
import TokenCore

/// A scenario on its way to standard output: played, told and written step by step.
struct TraceRun<Form: TraceForm> {
  private var recital: Recital<Form>
  private let end: Instant
  private var watch: Watch
  private var written = 0

  init(_ scenario: Scenario, as form: Form, until end: Instant, _ bounds: Bounds) {
    recital = Recital(scenario.setting, script: scenario.story, as: form, LabCryptography())
    self.end = end
    watch = Watch(bounds, writesMeanwhile: true)
  }

  /// Writes it to the end, or to where a bound or a signal stops it: then the rest of what makes it
  /// whole is written, and the command ends saying so.
  mutating func write() throws {
    try put(recital.opening())
    let halt = try play()
    if halt == nil { recital.wait(until: end) }
    try put(recital.ending())
    watch.end()
    try halt?.end(at: recital.world.now.secondsText)
  }

  private mutating func play() throws -> Halt? {
    while let next = recital.nextEventTime, next <= end {
      let (now, steps) = (recital.world.now, recital.steps)
      let halt = watch.halt(steps: steps, output: written) { [end] in
        "\(now.secondsText) of \((end - .start).shortText), \(steps) steps"
      }
      if let halt { return halt }
      try put(recital.step())
    }
    return nil
  }

  private mutating func put(_ lines: [String]) throws {
    for line in lines {
      try StandardOutput.shared.writeLine(line)
      written += line.utf8.count + 1
    }
  }
}

/// The text as a terminal may have it: a request by hand may carry anything, and nothing of it comes
/// through raw.
struct ShownText: TraceForm {
  private var text: TraceText

  init(_ text: TraceText) {
    self.text = text
  }

  func opening(of world: World) -> [String] { text.opening(of: world).map(Text.drawable) }

  mutating func lines(for event: TraceEvent, in world: World) -> [String] {
    text.lines(for: event, in: world).map(Text.drawable)
  }

  func ending(of world: World) -> [String] { text.ending(of: world).map(Text.drawable) }
}
