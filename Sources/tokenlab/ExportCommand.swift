import ArgumentParser
import Lessons

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print a scenario as one line to send to somebody.",
    discussion: """
      tokenlab open takes the line, and so do trace, frame and compare. With --file it is printed \
      as a scenario file instead, to read it or to make another scenario of it.
      """)

  @OptionGroup var options: RunOptions

  @Flag(help: "As a scenario file, in YAML.")
  var file = false

  func run() throws {
    try reporting {
      let scenario = try options.chosen()
      let text = try Options.reading { file ? try scenario.yaml : try scenario.string + "\n" }
      try StandardOutput.shared.write(text)
    }
  }
}
