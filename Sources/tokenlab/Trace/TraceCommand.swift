import ArgumentParser
import Canvas
import JOSE
import Lessons
import Narrative
import Simulation
import TokenCore

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Tell a scenario as text or JSON, without a terminal.")

  @OptionGroup var options: RunOptions

  @Option(parsing: .unconditional, help: "Stop at this virtual time, such as 30m.")
  var until: String?

  @Option(help: "text or json; Assets/Schemas/trace.schema.json says what is in the JSON.")
  var format = "text"

  @Flag(help: "In the JSON, also whole tokens and the keys: what opens something.")
  var tokens = false

  func run() throws {
    try reporting {
      guard let format = Format(rawValue: self.format) else {
        throw CommandError.unknown("format", self.format, of: Format.allCases.map(\.rawValue))
      }
      guard format == .json || !tokens else {
        throw CommandError(.usage, "--tokens wants --format json: the text shows no whole token")
      }
      let scenario = try options.chosen()
      let end = try until.map { try Options.time($0, for: "--until") } ?? scenario.lasts
      var telling = Telling(scenario, LabCryptography())
      telling.advance(to: .start + end)
      switch format {
      case .text:
        let text = TraceText(telling, name: scenario.name, title: scenario.title, end: end)
        try StandardOutput.shared.write(text.shown)
      case .json:
        try TraceDocument(telling, of: scenario, end: end, withSecrets: tokens)
          .write { try StandardOutput.shared.writeLine($0) }
      }
    }
  }

  enum Format: String, CaseIterable {
    case text, json
  }
}

extension Telling {
  /// The scenario's run at time zero, its commands in the queue.
  init(_ scenario: Scenario, _ cryptography: any TokenCryptography) {
    self.init(scenario.setting, script: scenario.story, cryptography)
  }
}

extension TraceText {
  /// The lines as a terminal may have them: a request by hand may carry anything, and nothing of it
  /// comes through raw.
  var shown: String { lines.map(Text.drawable).joined(separator: "\n") + "\n" }
}
