import ArgumentParser
import Foundation
import JOSE
import LabUI
import Lessons

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the lab with a run that somebody sent as a string.",
    discussion: """
      Such a string begins with tokenlab1. and holds the whole run: rules, seed and commands. \
      tokenlab export makes one. trace, frame and compare take it in place of a scenario's name.
      """)

  @Argument(help: "The string, or - to read it from standard input.")
  var string: String

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let isPiped = string == "-"
      let scenario = try Options.reading {
        isPiped ? try StandardInput.scenario() : try Scenario(string: string)
      }
      try LabCommand.show(
        LabModel(scenario, LabCryptography()), screen,
        input: isPiped ? StandardInput.terminal : STDIN_FILENO)
    }
  }
}
