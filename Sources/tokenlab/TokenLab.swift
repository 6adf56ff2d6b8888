import ArgumentParser
import Canvas
import Foundation

/// The program: a lab on the screen, and its text twins.
@main
struct TokenLab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenlab",
    abstract: "Authorization server, client and attacker side by side, in virtual time.",
    discussion: """
      Without a command it opens the lab on the screen. `trace` and `frame` tell the same story \
      without a terminal.

      Exit status: 0 done; 1 a token refused or a rule broken; 2 no terminal to draw on; 3 stopped at \
      a bound; 64 a wrong word on the command line; 65 a file, string or key that is not what it \
      should be; 66 a file that is none; 73 standard output is closed; 74 reading or writing failed; \
      128 and its number: ended by a signal, such as Ctrl-C (130) or a closed pipe (141).
      """,
    version: "0.1.0",
    subcommands: [
      LabCommand.self, TraceCommand.self, FrameCommand.self, ListCommand.self,
      OpenCommand.self, ExportCommand.self,
      CompareCommand.self, InspectCommand.self, SoakCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: LabCommand.self)

  static func main() {
    StandardStreams.fillGaps()
    Launch.onOwnStack(runCommand)
  }

  /// Runs the command, and ends with its status.
  private static func runCommand() {
    do {
      try reporting(run)
    } catch {
      let message = fullMessage(for: error)
      if !message.isEmpty { StandardError.write(shown(message) + "\n") }
      Foundation.exit(exitCode(for: error).rawValue)
    }
  }

  /// Help, the version and completions come out of the parser as errors that end well.
  private static func run() throws {
    do {
      try refuseStranger(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch  where exitCode(for: error) == .success {
      try StandardOutput.shared.writeLine(fullMessage(for: error))
    }
  }

  /// The first word is a command or what the lab is to open. Another one would be taken for the latter,
  /// though it is mostly a command with a letter wrong.
  private static func refuseStranger(_ word: String?) throws {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !commands.contains(word),
      Options.Origin(of: word) == nil
    else { return }
    throw CommandError(
      .usage,
      "'\(excerpt(word))' is neither a command nor a scenario; "
        + "commands: \(commands.joined(separator: ", ")); "
        + "scenarios: \(Options.scenarioWords.joined(separator: ", "))")
  }

  /// An argument is hostile text like any other, and the parser quotes it, so its complaints are made
  /// harmless line by line.
  private static func shown(_ complaint: String) -> String {
    complaint.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Text.drawable(Text.cut(String($0), width: 400)) }.joined(separator: "\n")
  }
}
