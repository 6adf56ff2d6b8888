import ArgumentParser
import Lessons
import TokenCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name the shipped scenarios and strategies.")

  func run() throws {
    print("Scenarios (tokenlab trace NAME, tokenlab frame NAME, tokenlab lab NAME):")
    for name in ScenarioLibrary.names {
      let title = try ScenarioLibrary.scenario(named: name).title
      print("  \(padded(name))\(title)")
    }
    print("\nStrategies (--strategy ID):")
    for strategy in Strategy.catalogue { print("  \(padded(strategy.id))\(strategy.summary)") }
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 24 - name.count))
  }
}
