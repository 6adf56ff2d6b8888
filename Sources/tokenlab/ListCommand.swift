import ArgumentParser
import Lessons
import TokenCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name the shipped scenarios and strategies.")

  func run() throws {
    try StandardOutput.shared.writeLine(
      "Scenarios (tokenlab trace NAME, tokenlab frame NAME, tokenlab lab NAME):")
    for name in ScenarioLibrary.names {
      let title = try ScenarioLibrary.scenario(named: name).title
      try StandardOutput.shared.writeLine("  \(padded(name))\(title)")
    }
    try StandardOutput.shared.writeLine("\nStrategies (--strategy ID):")
    for strategy in Strategy.catalogue {
      try StandardOutput.shared.writeLine("  \(padded(strategy.id))\(strategy.summary)")
    }
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 24 - name.count))
  }
}
