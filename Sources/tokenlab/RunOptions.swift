import ArgumentParser
import LabUI
import Lessons

/// A scenario and how it is run: what the commands that print one have in common.
struct RunOptions: ParsableArguments {
  @Argument(help: "A shipped scenario's name, a scenario file, or a scenario string (- reads one).")
  var scenario: String

  @Option(help: "Run it under another strategy.")
  var strategy: String?

  @Option(parsing: .unconditional, help: "The seed of the run.")
  var seed: String?

  /// The scenario as it is to be run, or an error that says what was expected.
  func chosen() throws -> Scenario {
    try Options.scenario(scenario, strategy: strategy, seed: seed)
  }
}

/// How the lab is drawn.
struct ScreenOptions: ParsableArguments {
  @Option(help: "auto, dark, light or mono.")
  var theme: String?

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @Option(
    help: """
      Events of the trace that are kept, over all branches, before time stops; a row of the story \
      stands for several, and tokenlab bench memory says what one takes.
      """)
  var maxEvents = LabModel.usualMostEvents
}
