import ArgumentParser
import Lessons
import TokenCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name the shipped scenarios and strategies.")

  func run() throws {
    try reporting {
      let output = StandardOutput.shared
      try output.writeLine(
        "Scenarios (tokenlab trace NAME, tokenlab frame NAME, tokenlab lab NAME):")
      for name in ScenarioLibrary.names {
        try output.writeLine(row(name, ScenarioLibrary.scenario(named: name).title))
      }
      try output.writeLine("\nStrategies (--strategy ID):")
      for strategy in Strategy.catalogue {
        try output.writeLine(row(strategy.id, strategy.summary))
      }
    }
  }

  private func row(_ name: String, _ words: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 24 - name.count)) + words
  }
}
