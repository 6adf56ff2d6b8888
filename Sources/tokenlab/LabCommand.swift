import ArgumentParser
import Canvas
import Foundation
import JOSE
import LabUI
import Lessons
import Terminal
import TokenCore

struct LabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Open the lab on the screen (the default).")

  @Argument(help: "A scenario to open, by name, file or string; a free lab if left out.")
  var scenario: String?

  @Option(help: "The strategy to begin with.")
  var strategy: String?

  @Option(parsing: .unconditional, help: "The seed of the run.")
  var seed: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let model = try openedModel()
      let input = scenario == "-" ? StandardInput.terminal : STDIN_FILENO
      try Self.show(model, screen, input: input)
    }
  }

  /// The lab on the screen until the person leaves; keys come from `input`.
  static func show(
    _ model: LabModel, _ options: ScreenOptions, input: Int32
  ) throws {
    let requested = try options.theme.map(Self.theme)
    guard options.maxEvents > 0 else {
      throw CommandError(.usage, "--max-events wants 1 or more, found \(options.maxEvents)")
    }
    var model = model.noticing(model.setting.policy.remarkNotice)
    model.mostEvents = options.maxEvents
    do {
      var screen = try TerminalScreen.open(isASCIIOnly: options.ascii, input: input)
      let theme = Self.startingTheme(requested, colors: screen.capabilities.colors)
      var loop = RunLoop(
        model: model.noticing(screen.capabilities.notice), theme: theme,
        colors: screen.capabilities.colors)
      let status = loop.run(on: &screen)
      screen.close()
      if status != 0 { throw ExitCode(status) }
    } catch let error as TerminalError {
      complain(
        "\(error). Run it in a terminal, or use the text commands: tokenlab trace NAME, "
          + "tokenlab frame NAME, tokenlab list")
      throw ExitStatus.noTerminal.code
    }
  }

  private func openedModel() throws -> LabModel {
    guard let scenario else {
      let strategy = try strategy.map(Options.strategy) ?? .rotationStrict
      return LabModel.freeLab(
        strategy: strategy, seed: try seed.map(Options.seed) ?? 1, LabCryptography())
    }
    return LabModel(
      try Options.scenario(scenario, strategy: strategy, seed: seed), LabCryptography())
  }

  private static func theme(_ name: String) throws -> Theme.Name {
    guard let theme = Theme.Name(rawValue: name) else {
      throw CommandError.unknown("theme", name, of: Theme.Name.allCases.map(\.rawValue))
    }
    return theme
  }

  private static func startingTheme(_ requested: Theme.Name?, colors: Int) -> Theme {
    let environment = ProcessInfo.processInfo.environment
    return Theme.choose(
      noColor: environment["NO_COLOR"].map { !$0.isEmpty } ?? false, colors: colors,
      requested: requested, backgroundHint: environment["COLORFGBG"])
  }
}
