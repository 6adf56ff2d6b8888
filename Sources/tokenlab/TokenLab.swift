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
      """,
    version: "0.1.0",
    subcommands: [
      LabCommand.self, TraceCommand.self, FrameCommand.self, ListCommand.self,
      OpenCommand.self, ExportCommand.self,
      CompareCommand.self, InspectCommand.self, SoakCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: LabCommand.self)

  /// Runs the command and prints what went wrong. An argument is hostile text like any other, and the
  /// parser quotes it, so its complaints are made harmless line by line.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { Text.drawable(Text.cut(String($0), width: 400)) }.joined(separator: "\n")
      let output = status == .success ? FileHandle.standardOutput : FileHandle.standardError
      if !message.isEmpty { output.write(Data((message + "\n").utf8)) }
      exit(withError: status)
    }
  }
}
