import ArgumentParser
import Lessons
import Narrative
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

  @OptionGroup var bounds: BoundOptions

  @Option(
    parsing: .unconditional, help: "Stop after so much output: bytes, or 500M, or 2G.")
  var maxOutput = "4G"

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
      var bounds = try bounds.bounds
      bounds.output = try Options.bytes(maxOutput, for: "--max-output")
      switch format {
      case .text:
        let text = TraceText(name: scenario.name, title: scenario.title, end: end)
        try write(scenario, as: ShownText(text), until: end, bounds)
      case .json:
        let document = TraceDocument(scenario, end: end, withSecrets: tokens)
        try write(scenario, as: document, until: end, bounds)
      }
    }
  }

  private func write(
    _ scenario: Scenario, as form: some TraceForm, until end: TimeSpan, _ bounds: Bounds
  ) throws {
    var run = TraceRun(scenario, as: form, until: .start + end, bounds)
    try run.write()
  }

  enum Format: String, CaseIterable {
    case text, json
  }
}
