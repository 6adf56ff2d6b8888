import ArgumentParser
import JOSE
import LabUI
import Lessons
import Simulation
import TokenCore

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Tell a scenario as text or JSON, without a terminal.")

  @OptionGroup var options: RunOptions

  @Option(help: "Stop at this virtual time, such as 30m.")
  var until: String?

  @Option(help: "text or json.")
  var format = "text"

  func run() throws {
    try reporting {
      guard let format = Format(rawValue: self.format) else {
        throw UsageError.unknown("format", self.format, of: Format.allCases.map(\.rawValue))
      }
      let scenario = try options.chosen()
      let end = try until.map { try Options.time($0, for: "--until") } ?? scenario.lasts
      var model = LabModel(scenario, LabCryptography())
      model.advance(to: .start + end)
      switch format {
      case .text: print(TraceText(scenario: scenario, model: model, end: end).text, terminator: "")
      case .json: print(TraceJSON(scenario: scenario, model: model, end: end).text, terminator: "")
      }
    }
  }

  enum Format: String, CaseIterable {
    case text, json
  }
}

extension LabModel {
  /// The lab with a scenario loaded: paused at time zero, its commands in the queue.
  init(_ scenario: Scenario, _ cryptography: any TokenCryptography) {
    self.init(
      title: scenario.name, setting: scenario.setting,
      opening: scenario.story.map { (at: $0.at, command: $0.command) }, isRunning: false,
      cryptography)
  }
}
