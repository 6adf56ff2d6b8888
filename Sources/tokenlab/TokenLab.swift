import ArgumentParser

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
      LabCommand.self, TraceCommand.self, FrameCommand.self, ListCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: LabCommand.self)
}
