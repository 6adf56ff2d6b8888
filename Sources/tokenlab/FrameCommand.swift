import ArgumentParser
import Canvas
import JOSE
import LabUI
import Lessons
import TokenCore

struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Print one screen of a scenario as text.")

  @OptionGroup var options: RunOptions

  @Option(
    parsing: .unconditional,
    help: "The virtual time of the screen, such as 15m; the scenario's end if left out.")
  var at: String?

  @Option(help: "Columns x rows.")
  var size = "120x36"

  @Option(
    help: """
      Keys to press at that time, in order, such as "s r R enter"; write --keys=- for the key -.
      """)
  var keys: String?

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @OptionGroup var bounds: BoundOptions

  func run() throws {
    try reporting {
      let scenario = try options.chosen()
      let size = try Options.size(size)
      let end = try at.map { try Options.time($0, for: "--at") } ?? scenario.lasts
      let keys = try pressedKeys()
      var model = LabModel(scenario, LabCryptography())
      let halt = try model.play(until: .start + end, within: bounds.bounds)
      for key in keys {
        let effects = model.update(.key(key))
        model.measure(for: effects)
      }
      let frame = model.frame(size)
      for line in (ascii ? frame.ascii() : frame).lines() {
        try StandardOutput.shared.writeLine(line)
      }
      try halt?.end(at: model.world.now.secondsText)
    }
  }

  private func pressedKeys() throws -> [Key] {
    try (keys ?? "").split(separator: " ").map { label in
      guard let key = Key(label: String(label)) else {
        throw CommandError(
          .usage,
          "--keys wants keys like s, space or enter, found '\(excerpt(String(label)))'")
      }
      return key
    }
  }
}

extension LabModel {
  /// Plays on to the instant, or to where a bound or a signal stops it.
  fileprivate mutating func play(until end: Instant, within bounds: Bounds) -> Halt? {
    var watch = Watch(bounds)
    defer { watch.end() }
    while let next = history.branch.nextEventTime, next <= end {
      let (now, steps) = (world.now, history.branch.moment.steps)
      let halt = watch.halt(steps: steps) {
        "\(now.secondsText) of \((end - .start).shortText), \(steps) steps"
      }
      if let halt { return halt }
      advance(to: next)
    }
    advance(to: end)
    return nil
  }
}
